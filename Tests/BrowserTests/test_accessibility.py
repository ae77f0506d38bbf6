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


def violations(page, axe):
    # The policy forbids inline script; axe is run by the driver, outside the page's world.
    return [(each["id"], each["nodes"][0]["html"][:160]) for each in axe.run(page).response["violations"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_has_no_violations(page, address, language, scheme):
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    axe, found = Axe(), []
    for path in PATHS:
        page.goto(f"{address}{language}/{path}", wait_until="domcontentloaded")
        found += [(path, *each) for each in violations(page, axe)]
    for name, act in opened_by_hand(page, language, address):
        act()
        found += [(name, *each) for each in violations(page, axe)]
    assert found == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_has_no_violations_in_a_page_for_unknown_addresses_or_one_that_leads_on(page, site, scheme):
    page.emulate_media(color_scheme=scheme)
    axe, found = Axe(), []
    # From the disk and without script, so that neither leads away before it is read.
    for file in ["404.html", "index.html"]:
        markup = (site / file).read_text(encoding="utf-8").replace('http-equiv="refresh"', "").replace('src="/', 'src="').replace('href="/', 'href="')
        page.route("**/read-here/", lambda route: route.fulfill(body=markup.replace("data-target", "data-to"), content_type="text/html"))
        page.route("**/read-here/*/**", lambda route: route.fulfill(path=site / route.request.url.split("/read-here/")[1]))
        page.goto("http://site.test/read-here/")
        found += [(file, *each) for each in violations(page, axe)]
        page.unroute_all()
    assert found == []
