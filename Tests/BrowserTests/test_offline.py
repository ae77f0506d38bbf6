"""The site without a network, after it was opened once: over TLS, as a service worker asks for."""

import functools
import http.server
import shutil
import ssl
import subprocess
import threading

import pytest
from conftest import PREFIX, Handler, chromium

ENTRIES = "async () => (await (await caches.open((await caches.keys())[0])).keys()).map((request) => request.url)"


@pytest.fixture(scope="module")
def secure(tmp_path_factory, site):
    """Serves a copy of the site, which a test may change, and can be cut off."""
    folder = tmp_path_factory.mktemp("offline")
    copy = folder / "site"
    shutil.copytree(site, copy, copy_function=shutil.copy)
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "1",
         "-subj", "/CN=localhost", "-keyout", folder / "key.pem", "-out", folder / "certificate.pem"],
        check=True, capture_output=True)

    class Local(Handler):
        def translate_path(self, path):
            if not path.startswith(PREFIX):
                return str(copy / "no-such-file")
            return http.server.SimpleHTTPRequestHandler.translate_path(self, "/" + path[len(PREFIX):])

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Local, directory=str(copy)))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "certificate.pem", folder / "key.pem")
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"https://127.0.0.1:{server.server_port}{PREFIX}", copy
    server.shutdown()


@pytest.fixture
def reader(browser, secure):
    """A page of a reader who has opened the English home page once, with the worker at work."""
    browser = browser.browser_type.launch(executable_path=chromium(), args=["--no-sandbox", "--ignore-certificate-errors"])
    page = browser.new_context(ignore_https_errors=True).new_page()
    page.goto(secure[0] + "en/")
    page.evaluate("() => navigator.serviceWorker.ready.then((registration) => registration.active.state)")
    page.wait_for_function("() => navigator.serviceWorker.controller")
    yield page
    browser.close()


def test_reads_searches_and_practises_without_a_network(reader, secure):
    address, _ = secure
    reader.goto(address + "zh/terms/attention/")
    reader.context.set_offline(True)
    # A page that was read.
    reader.goto(address + "zh/terms/attention/")
    assert "注意力" in reader.inner_text("h1")
    assert reader.evaluate("getComputedStyle(document.querySelector('.bar')).position") in ("sticky", "relative")
    # Search, in a language whose pages were not opened.
    reader.goto(address + "en/search/?q=attention")
    reader.wait_for_selector("[data-search-results] a[data-lang]")
    reader.goto(address + "zh/search/?q=注意力")
    reader.wait_for_selector("[data-search-results] a[data-lang]")
    # Practice.
    reader.goto(address + "zh/practice/")
    reader.click(".board button")
    reader.click(".board .grades button:nth-child(3)")
    assert "ciyuan.practice" in reader.evaluate("Object.keys(localStorage)")
    # A page that was never opened says so, with ways on, in its language.
    reader.goto(address + "en/terms/lora/")
    assert reader.url == address + "en/offline/"
    reader.click("main a[href$='practice/']")
    reader.wait_for_selector(".board h2")


def test_keeps_the_pictures_of_pages_that_were_read(reader, secure):
    address, folder = secure
    page, picture = folder / "en/pages/about/index.html", folder / "files/photograph.svg"
    former = page.read_bytes()
    try:
        picture.parent.mkdir(exist_ok=True)
        picture.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="7" height="5"/>')
        page.write_bytes(former.replace(b"</h1>", b'</h1><img src="../../../files/photograph.svg" alt="">'))
        reader.goto(address + "en/pages/about/")
        width = "document.querySelector('main img').naturalWidth"
        reader.wait_for_function(f"() => {width} === 7")
        for _ in range(100):
            if any(name.endswith("photograph.svg") for name in reader.evaluate(ENTRIES)):
                break
            reader.wait_for_timeout(100)
        reader.context.set_offline(True)
        reader.goto(address + "en/pages/about/")
        reader.wait_for_function(f"() => {width} === 7")
    finally:
        page.write_bytes(former)
        picture.unlink()


def test_follows_a_new_version_of_the_site(reader, secure):
    address, folder = secure
    page, worker = folder / "en/pages/about/index.html", folder / "sw.js"
    style = next((folder / "assets").glob("style.*.css"))
    reader.goto(address + "en/pages/about/")
    former = {file: file.read_bytes() for file in (page, worker)}
    # Another style sheet, under another name; the page in the store still names the former.
    renamed = style.with_name("style.0000000000.css")
    try:
        renamed.write_bytes(style.read_bytes() + b"main{outline-color:rgb(1,2,3)}")
        worker.write_bytes(former[worker].replace(style.name.encode(), renamed.name.encode()))
        page.write_bytes(former[page].replace(b"</h1>", b" (new)</h1>"))
        reader.goto(address + "en/pages/about/")
        assert reader.inner_text("h1").endswith("(new)")
        reader.evaluate("() => navigator.serviceWorker.getRegistration().then((registration) => registration.update())")
        for _ in range(100):
            names = reader.evaluate(ENTRIES)
            if not any(name.endswith(style.name) for name in names):
                break
            reader.wait_for_timeout(100)
        assert any(name.endswith(renamed.name) for name in names) and not any(name.endswith(style.name) for name in names)
        # The open page says so, and the reader decides.
        notice = reader.locator(".update[role=status]")
        notice.wait_for()
        assert "The site has changed." in notice.inner_text()
        reader.context.set_offline(True)
        with reader.expect_navigation():
            notice.get_by_role("button", name="Reload").click()
        assert reader.locator(".update").count() == 0
        assert reader.evaluate("getComputedStyle(document.querySelector('main')).outlineColor") == "rgb(1, 2, 3)"
    finally:
        for file, content in former.items():
            file.write_bytes(content)
        renamed.unlink()


def test_leaves_a_preview_alone(page, address):
    page.goto(address + "en/")
    page.wait_for_load_state("load")
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0
