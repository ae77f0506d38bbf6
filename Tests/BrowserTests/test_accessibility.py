"""axe-core over every kind of page, in both languages and colour schemes."""

import pytest
from axe_playwright_python.sync_playwright import Axe

# One page of each kind. What an address leaves out is opened by the steps behind it.
PATHS = [
    "", "questions/", "questions/attention-complexity/", "questions/what-is-an-llm/", "terms/", "terms/attention/",
    "terms/attention/parallel/", "terms/by-field/", "recent/", "tags/", "tags/attention/", "sources/", "pages/about/", "pages/paths/",
    "practice/", "search/", "offline/",
]


def opened_by_hand(page, language, address):
    """States that no address leads to: (name, what a reader does)."""
    def results():
        page.goto(f"{address}{language}/search/?q=attention")
        page.wait_for_selector("[data-search-results] a[data-lang]")

    def suggestions():
        page.goto(f"{address}{language}/terms/attention/")
        page.fill("input[type=search]", "attention")
        page.wait_for_selector(".search-panel a[data-lang]")

    def card():
        page.goto(f"{address}{language}/practice/")
        page.click(".board button")
        page.click(".keep summary")

    def preview():
        page.goto(f"{address}{language}/questions/attention-complexity/")
        page.locator("main a.term[data-term]").first.focus()
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Tab")
        page.wait_for_selector(".preview")

    return [("results", results), ("suggestions", suggestions), ("card", card), ("preview", preview)]


SCHEMES = {"light": {}, "dark": {"runOnly": ["color-contrast"]}}


def violations(page, axe, schemes=SCHEMES):
    """In the light scheme by all rules; in the dark one by the only rule that sees colours."""
    found = []
    for scheme, rules in schemes.items():
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        # The policy forbids inline script; axe is run by the driver, outside the page's world.
        answer = axe.run(page, options={"resultTypes": ["violations"], **rules}).response
        found += [(scheme, each["id"], each["nodes"][0]["html"][:160]) for each in answer["violations"]]
    return found


@pytest.mark.parametrize("language", ["zh", "en"])
def test_has_no_violations(page, address, language):
    axe, found = Axe(), []
    for path in PATHS:
        page.goto(f"{address}{language}/{path}", wait_until="domcontentloaded")
        found += [(path, *each) for each in violations(page, axe)]
    for name, act in opened_by_hand(page, language, address):
        act()
        found += [(name, *each) for each in violations(page, axe)]
    assert found == []


def test_has_no_violations_where_a_page_is_unknown_or_leads_on(page, site):
    axe, found = Axe(), []
    # Under an address of their own, so that neither leads away before it is read.
    page.route("**/read-here/*/**", lambda route: route.fulfill(path=site / route.request.url.split("/read-here/")[1]))
    for file in ["404.html", "index.html"]:
        markup = (site / file).read_text(encoding="utf-8").replace('http-equiv="refresh"', "").replace("data-target", "data-to")
        markup = markup.replace('src="/', 'src="').replace('href="/', 'href="')
        page.route("**/read-here/", lambda route: route.fulfill(body=markup, content_type="text/html"))
        page.goto("http://site.test/read-here/")
        # A page that leads on has no sheet: its colours are the browser's own, whose dark ground axe takes for white.
        found += [(file, *each) for each in violations(page, axe, SCHEMES if file == "404.html" else {"light": {}})]
    assert found == []


def test_sees_a_fault(page, address):
    page.goto(f"{address}zh/search/")
    page.evaluate("document.querySelector('h1').style.color = 'var(--line)'")
    page.evaluate("document.documentElement.lang = ''")
    rules = {(scheme, rule) for scheme, rule, _ in violations(page, Axe())}
    assert {("light", "html-has-lang"), ("light", "color-contrast"), ("dark", "color-contrast")} <= rules
