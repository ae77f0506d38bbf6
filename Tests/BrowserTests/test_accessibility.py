"""axe-core over every kind of page, in both languages and colour schemes."""

import pytest
from axe_playwright_python.sync_playwright import Axe

PATHS = ["", "questions/", "questions/attention-complexity/", "terms/", "terms/attention/", "terms/attention/parallel/", "terms/by-field/", "recent/", "tags/", "tags/attention/", "search/?q=attention", "pages/about/", "pages/paths/", "practice/", "questions/what-is-an-llm/"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_has_no_violations(page, address, language, scheme):
    page.emulate_media(color_scheme=scheme)
    found = []
    for path in PATHS:
        page.goto(f"{address}{language}/{path}")
        page.wait_for_timeout(100)
        # The policy forbids inline script; axe is run by the driver, outside the page's world.
        for violation in Axe().run(page).response["violations"]:
            found.append((path, violation["id"], violation["nodes"][0]["html"][:160]))
    assert found == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_has_no_violations_while_a_card_is_turned(page, address, scheme):
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{address}zh/practice/")
    page.click(".board button")
    page.click(".keep summary")
    assert [violation["id"] for violation in Axe().run(page).response["violations"]] == []
