"""The search field in a real browser: keys, input methods, files that fail, hostile queries."""

import re

FIELD = "input[type=search]"
HITS = ".search-panel a[data-lang]"


def answer(route, mode):
    """Lets a file through, or not, or not whole."""
    if mode == "missing":
        route.abort()
    elif mode == "truncated":
        body = route.fetch().text()
        route.fulfill(body=body[: len(body) // 2], content_type="text/javascript")
    else:
        route.continue_()


def type_query(page, query):
    page.locator(FIELD).first.fill(query)
    page.wait_for_selector(HITS, timeout=10_000)


def test_leads_by_keys_from_the_field_to_a_result(page, address):
    page.goto(f"{address}zh/terms/")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.type") == "search"
    type_query(page, "注意力")
    field = page.locator(FIELD).first
    assert field.get_attribute("aria-expanded") == "true"
    page.keyboard.press("ArrowDown")
    option = field.get_attribute("aria-activedescendant")
    assert page.locator(f"#{option}").get_attribute("aria-selected") == "true"
    target = page.locator(f"#{option}").get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(re.escape(target.split("#")[0])))


def test_closes_with_escape(page, address):
    page.goto(f"{address}zh/terms/")
    type_query(page, "注意力")
    page.keyboard.press("Escape")
    assert page.locator(".search-panel").is_hidden()


def test_waits_while_an_input_method_composes(page, address):
    page.goto(f"{address}zh/terms/")
    type_query(page, "注意力")
    before = page.locator(".search-panel").inner_html()
    page.evaluate(
        """() => {
          const field = document.querySelector('input[type=search]');
          field.value = 'wei';
          field.dispatchEvent(new InputEvent('input', { isComposing: true, bubbles: true }));
        }"""
    )
    page.wait_for_timeout(400)
    assert page.locator(".search-panel mark").first.inner_text() == "注意力" and before
    page.evaluate(
        """() => {
          const field = document.querySelector('input[type=search]');
          field.value = '微调';
          field.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
        }"""
    )
    page.wait_for_selector(".search-panel mark:text('微调')")


def test_says_so_when_the_client_does_not_come(browser, address):
    page = browser.new_page()
    broken = {"mode": "missing"}

    page.route("**/search/index.js*", lambda route: answer(route, broken["mode"]))
    page.goto(f"{address}zh/terms/")
    field = page.locator(FIELD).first
    field.type("注")
    page.wait_for_selector(".search-missing")
    broken["mode"] = "truncated"
    field.type("意")
    page.wait_for_timeout(300)
    assert page.locator(".search-missing").is_visible()
    broken["mode"] = "whole"
    field.type("力")
    page.wait_for_selector(".search-panel [role=option]")
    assert page.locator(".search-missing").count() == 0
    page.close()


def test_finds_what_the_short_answer_says(browser, address, site):
    """Runs of four characters and more, from the end of a short answer."""
    page = browser.new_page()
    page.goto(f"{address}zh/questions/rlhf-steps/")
    text = page.locator("main .answer").inner_text()
    runs = [run for run in re.findall(r"[\u4e00-\u9fff]{6,}", text[60:])][:3]
    assert runs
    for run in runs:
        page.goto(f"{address}zh/search/?q={run}")
        page.wait_for_selector(f"[role=option] a[href*='rlhf-steps'], a[role=option][href*='rlhf-steps'], .search-results a[href*='rlhf-steps']")
    page.close()


def test_finds_what_stands_in_code(page, address):
    page.goto(f"{address}zh/search/?q=skip_special_tokens")
    page.wait_for_selector("a[data-lang][href*='try-models-quickly']")


def test_offers_to_try_again_when_files_fail(browser, address):
    # A page of its own: the browser rightly reports each file that does not load.
    page = browser.new_page()
    faults = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    broken = {"mode": "missing"}

    page.route("**/search/k*.js*", lambda route: answer(route, broken["mode"]))
    page.goto(f"{address}zh/terms/")
    for mode in ("missing", "truncated"):
        broken["mode"] = mode
        page.locator(FIELD).first.fill("")
        page.wait_for_selector(".search-retry", state="detached")
        page.locator(FIELD).first.fill("注意力" if mode == "missing" else "位置编码")
        page.wait_for_selector(".search-retry")
    broken["mode"] = "whole"
    page.locator(".search-retry").click()
    page.wait_for_selector(HITS)
    page.close()
    assert faults == []


def test_shows_an_excerpt_with_the_words_marked(page, address):
    page.goto(f"{address}zh/search/?q=位置编码")
    page.wait_for_selector("[data-search-results] .search-excerpt mark")


def test_survives_hostile_queries(page, address):
    faults = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.goto(f"{address}zh/search/")
    field = page.locator(FIELD).first
    for query in ("", " ", "大" * 10_000, "שלום", "😀", "<script>alert(1)</script>", "__proto__", "\"'`\\"):
        field.fill(query)
        page.wait_for_timeout(250)
    page.evaluate("() => { const f = document.querySelector('input[type=search]'); f.value = '\\ud800a'; f.dispatchEvent(new Event('input')); }")
    page.wait_for_timeout(250)
    assert faults == [] and page.locator("[data-search-results] script").count() == 0
