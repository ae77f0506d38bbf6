"""The built site in a real Chromium: over HTTP below a sub-path with a strict Content-Security-Policy, and from the disk."""

import functools
import http.server
import os
import pathlib
import shutil
import threading

import pytest
from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[2]
SITE = pathlib.Path(os.environ.get("CIYUAN_SITE", ROOT / "site"))
POLICY = "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"
PREFIX = "/sub/path/"


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves the site below PREFIX, as a host does for a project page."""

    def translate_path(self, path):
        if not path.startswith(PREFIX):
            return str(SITE / "no-such-file")
        return super().translate_path("/" + path[len(PREFIX):])

    def end_headers(self):
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *arguments):
        pass


@pytest.fixture(scope="session")
def site():
    assert (SITE / "index.html").exists(), "build the site first: make site"
    return SITE


@pytest.fixture(scope="session")
def address(site):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}{PREFIX}"
    server.shutdown()


def chromium():
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert program, "Chromium is missing: apt-get install chromium"
    return program


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def page(browser):
    """A fresh page whose console errors, script errors and policy violations fail the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    faults = []

    def note(message):
        # A browser may ask the host, not the site, for an icon before it has read the head of a page that leads on.
        if message.type == "error" and not message.location["url"].endswith("/favicon.ico"):
            faults.append(f"{page.url}: {message.text} {message.location['url']}")

    page.on("console", note)
    page.on("pageerror", lambda error: faults.append(f"{page.url}: {error}"))
    yield page
    page.unroute_all(behavior="ignoreErrors")
    context.close()
    assert faults == []


@pytest.fixture(scope="session")
def pages(site):
    """Paths of all pages, relative to the site."""
    return sorted(str(path.relative_to(site)) for path in site.rglob("*.html"))
