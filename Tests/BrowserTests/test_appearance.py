"""Each kind of page looks as it did when somebody last looked at it: both languages, both schemes, three widths.

`make appearance` renews the references in appearance/ and leaves the screenshots in .build/appearance/: look at them, and at
what changed in git, before you commit.
"""

import functools
import http.server
import os
import subprocess
import threading

import pytest
from appearance import HEIGHT, ONE_FACE, difference, grid, read, write
from conftest import ROOT

PAGES = {
    "home": "", "question": "questions/why-does-it-rain/", "term": "terms/rain/", "source": "sources/notes/",
    "list-terms": "terms/", "list-questions": "questions/", "by-field": "terms/by-field/", "tag": "tags/weather/",
    "path": "pages/paths/", "practice": "practice/", "search": "search/?q=rain", "parallel": "terms/rain/parallel/",
}
LANGUAGES, SCHEMES, WIDTHS = ["zh", "en"], ["light", "dark"], [360, 760, 1440]
SHOTS = ROOT / ".build" / "appearance"


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    """The address of a small site that nobody edits for its content: the shipped one changes every day."""
    folder = tmp_path_factory.mktemp("sample")
    program = os.environ.get("CIYUAN", ROOT / ".build/debug/ciyuan")
    root = ROOT / "Tests/BrowserTests/sample"
    subprocess.run([program, "build", "--quiet", "--root", root, "--output", folder / "site"], check=True)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder / "site")))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture
def view(browser):
    context = browser.new_context(bypass_csp=True, reduced_motion="reduce", viewport={"width": 1440, "height": HEIGHT})
    yield context.new_page()
    context.close()


def open_page(view, sample, language, path):
    view.goto(f"{sample}{language}/{path}")
    if "?q=" in path:
        view.wait_for_selector("[data-search-results] a[data-lang]")
        # The passages that were found come after the pages.
        view.wait_for_load_state("networkidle")
    view.add_style_tag(content=ONE_FACE)
    # Of what leads from here the first of a row may be under the pointer.
    view.mouse.move(0, 0)


def look(view, scheme, width, name=None):
    """The page's first screen, as a grid."""
    view.emulate_media(color_scheme=scheme)
    view.set_viewport_size({"width": width, "height": HEIGHT})
    view.evaluate("document.fonts.ready")
    png = view.screenshot(animations="disabled")
    if name:
        SHOTS.mkdir(parents=True, exist_ok=True)
        (SHOTS / f"{name.replace(' ', '-')}.png").write_bytes(png)
    return grid(png)


@pytest.mark.parametrize("kind", PAGES)
def test_looks_as_it_did(view, sample, kind):
    wanted, grids, faults = read(kind), {}, []
    renews = "CIYUAN_RENEW" in os.environ
    for language in LANGUAGES:
        open_page(view, sample, language, PAGES[kind])
        for width in WIDTHS:
            for scheme in SCHEMES:
                name = f"{language} {scheme} {width}"
                grids[name] = look(view, scheme, width, f"{kind} {name}" if renews else None)
                found = difference(grids[name], wanted.get(name, []))
                if found:
                    look(view, scheme, width, f"{kind} {name}")
                    faults.append("\n".join([f"{kind} {name}: see {SHOTS}", *found]))
    if renews:
        return write(kind, grids)
    assert not faults, "\n\n".join(faults) + "\n\nmake appearance renews the references"


# What a careless change does, as what a reader's browser is made to do.
BREAKS = {
    "a style sheet is left out": lambda view: view.route("**/style.*.css", lambda route: route.abort()),
    "another sheet is left out": lambda view: view.route("**/lists.*.css", lambda route: route.abort()),
    "a column has moved by 40 pixels": "main > * { transform: translateX(40px) }",
    "the bar is gone": "header.bar { display: none }",
    "titles are small": "h1 { font-size: 1rem !important }",
    "dark is not dark": ":root:root:root { color-scheme: light !important }",
}


@pytest.mark.parametrize("fault", BREAKS)
def test_sees_that(view, sample, fault):
    act = BREAKS[fault]
    kind = "home" if "another sheet" in fault else "term"
    if callable(act):
        act(view)
    open_page(view, sample, "zh", PAGES[kind])
    if not callable(act):
        view.add_style_tag(content=act)
    wanted = read(kind)
    scheme = "dark" if "dark" in fault else "light"
    for width in WIDTHS:
        assert difference(look(view, scheme, width), wanted[f"zh {scheme} {width}"]), f"at {width}"
