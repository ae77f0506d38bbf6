"""What a reader meets in the search: filters, recent queries, sections, suggestions, narrow and enlarged windows, no script."""

import gzip
import json
import re

import pytest
from axe_playwright_python.sync_playwright import Axe

FIELD = "input[type=search]"
HITS = "[data-search-results] a[data-lang]"
STRICT = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; manifest-src 'self'; "
    "worker-src 'self'"
)


def ask(page, query):
    page.locator(FIELD).first.fill(query)
    page.wait_for_selector(HITS, timeout=10_000)


def test_works_under_the_strictest_policy(page, address):
    def answer(route):
        response = route.fetch()
        route.fulfill(response=response, headers={**response.headers, "content-security-policy": STRICT})

    page.route("**/*", answer)
    page.goto(f"{address}zh/search/?q=位置编码")
    page.wait_for_selector("[data-search-results] .search-excerpt mark")


def test_opens_by_slash_and_by_control_k(page, address):
    for keys in ("/", "Control+k"):
        page.goto(f"{address}en/questions/")
        page.keyboard.press(keys)
        assert page.evaluate("document.activeElement.type") == "search"
        page.wait_for_selector("[role=combobox]")


def test_filters_by_kind_with_counts(page, address):
    page.goto(f"{address}zh/search/?q=注意力")
    page.wait_for_selector(".search-filter")
    filters = page.locator(".search-filter").all()
    counts = [int(item.locator(".search-count").inner_text()) for item in filters]
    assert len(filters) > 2 and counts[0] == sum(counts[1:])
    filters[1].click()
    page.wait_for_selector(".search-filter:nth-child(2)[aria-pressed=true]")
    page.wait_for_timeout(200)
    assert len({hit.get_attribute("data-kind") for hit in page.locator(HITS).all()}) == 1


def test_marks_results_in_the_other_language_and_puts_them_last(page, address):
    page.goto(f"{address}en/search/?q=LoRA")
    page.wait_for_selector(HITS)
    total = int(page.locator(".search-filter .search-count").first.inner_text())
    goes_on = f"""total => document.querySelectorAll("{HITS}").length >= total || document.querySelector(".search-more")"""
    while page.locator(HITS).count() < total:
        page.wait_for_function(goes_on, arg=total)
        page.evaluate("document.querySelector('.search-more')?.click()")
    languages = [hit.get_attribute("data-lang") for hit in page.locator(HITS).all()]
    assert languages == sorted(languages) and set(languages) == {"en", "zh"}
    assert page.locator(f"{HITS}[data-lang=zh] .search-lang").count() == languages.count("zh")
    assert page.locator(f"{HITS}[data-lang=en] .search-lang").count() == 0


def test_leads_to_the_heading_that_has_the_words(page, address):
    page.goto(f"{address}zh/search/?q=缩放点积")
    page.wait_for_selector(".search-section")
    hit = page.locator(f"{HITS}:has(.search-section)").first
    heading = hit.locator(".search-section").inner_text()
    hit.click()
    page.wait_for_url(re.compile("#."))
    target = page.evaluate("document.getElementById(decodeURIComponent(location.hash.slice(1))).innerText")
    assert heading.strip() in target


def test_keeps_recent_queries_on_the_device(page, address):
    page.goto(f"{address}zh/terms/")
    page.locator(FIELD).first.focus()
    ask(page, "幻觉")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("terms/."))
    page.locator(FIELD).first.focus()
    page.wait_for_selector(".search-recent")
    assert page.locator(".search-recent").first.inner_text() == "幻觉"
    assert json.loads(page.evaluate("localStorage.getItem('ciyuan-recent')")) == ["幻觉"]
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_selector(HITS)


def test_says_that_nothing_is_found(page, address):
    page.goto(f"{address}zh/search/?q=qzxqzxqzx")
    page.wait_for_function("() => document.querySelector('.search-status').innerText.includes('qzxqzxqzx')")
    assert page.locator(HITS).count() == 0
    assert page.locator(FIELD).first.get_attribute("aria-expanded") == "false"


def test_types_pinyin_by_an_input_method_without_searching_for_its_letters(page, address):
    page.goto(f"{address}zh/search/")
    field = page.locator(FIELD).first
    field.focus()
    page.wait_for_selector("[role=combobox]")
    session = page.context.new_cdp_session(page)
    for letters in ("w", "wei", "weitiao"):
        session.send("Input.imeSetComposition", {"text": letters, "selectionStart": len(letters), "selectionEnd": len(letters)})
        page.wait_for_timeout(150)
        assert page.locator(HITS).count() == 0 and field.input_value() == letters
    session.send("Input.insertText", {"text": "微调"})
    page.wait_for_selector(f"{HITS} mark:text('微调')")
    assert field.input_value() == "微调"


def test_keeps_looking_when_the_field_is_asked_again(page, address):
    """The field got focus anew while the first titles were on their way, and the results never came."""
    waiting, released = [], []
    page.route("**/search/p*.js", lambda route: route.continue_() if released else waiting.append(route))
    page.goto(f"{address}zh/terms/")
    page.locator(FIELD).first.fill("注意力")
    page.wait_for_function("() => document.querySelector('.search-status')?.textContent.match(/[0-9]/)")
    page.locator(FIELD).first.dispatch_event("focus")
    page.wait_for_timeout(100)
    released.append(True)
    for route in waiting:
        route.continue_()
    page.wait_for_selector(HITS)


def test_finds_the_home_page(page, address):
    page.goto(f"{address}zh/terms/")
    ask(page, "由浅入深的学习路径")
    assert page.locator(HITS).first.get_attribute("href") == f"{address}zh/"


def test_says_by_which_other_name_a_page_is_found(page, address):
    page.goto(f"{address}zh/terms/")
    ask(page, "车轱辘话")
    assert page.locator(f"{HITS} .search-alias mark").first.inner_text() == "车轱辘话"


def test_offers_what_is_near_where_nothing_is_found(page, address):
    page.goto(f"{address}zh/terms/")
    page.locator(FIELD).first.fill("weitiou")
    page.locator(".search-suggestion").first.click()
    page.wait_for_selector(f"{HITS} mark:text('微调')")


@pytest.mark.parametrize("width, zoom", [(320, 1), (640, 2), (480, 1), (704, 1), (800, 1), (1100, 1)])
def test_fits_narrow_and_enlarged_windows(browser, address, width, zoom):
    # A browser enlarges by giving the page fewer pixels, each larger.
    context = browser.new_context(viewport={"width": width // zoom, "height": 600}, device_scale_factor=zoom)
    page = context.new_page()
    for path in ("zh/terms/", "zh/search/"):
        page.goto(address + path)
        ask(page, "注意力")
        page.wait_for_selector(".search-excerpt")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
        for selector in (HITS, ".search-filter"):
            box = page.locator(selector).first.bounding_box()
            assert box["x"] >= 0 and box["x"] + box["width"] <= width // zoom, (path, selector)
    context.close()


def test_offers_the_indexes_without_script(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}en/search/")
    links = [link.get_attribute("href") for link in page.locator("main noscript a, main a").all()]
    assert {"terms", "questions", "tags"} <= {link.rstrip("/").split("/")[-1] for link in links}
    context.close()


def test_works_from_the_disk(page, site):
    page.goto((site / "zh/terms/index.html").as_uri())
    page.locator(FIELD).first.focus()
    ask(page, "注意力")
    page.wait_for_selector(".search-excerpt mark")


def test_is_small(site):
    script = (site / "search/index.js").read_bytes()
    client = script[: script.rindex(b'ciyuanSearch("index"')]
    assert len(gzip.compress(client, 9)) <= 12 * 1024


# What was loaded when the first result appeared.
WATCH = """selector => {
  const before = performance.getEntriesByType("resource").length;
  new MutationObserver((_, observer) => {
    if (!document.querySelector(selector)) return;
    observer.disconnect();
    window.loaded = performance.getEntriesByType("resource").slice(before).map(entry => entry.name);
  }).observe(document.body, { subtree: true, childList: true });
}"""


def test_loads_few_files_for_the_first_result(page, address):
    """The client with the root, two shards at most, one block of titles: however long the query. A slip takes a list of words for one of the shards."""
    for query in ("注意力", "attention", "RLHF", "weitiao", "滑动窗口注意力的计算", "attentoin", "大模型推理 显存 占用",
                  "为什么大模型推理时需要KV缓存，它占多少显存", "how does the KV cache save time when decoding"):
        page.goto(f"{address}zh/terms/", wait_until="networkidle")
        page.evaluate(WATCH, HITS)
        page.locator(FIELD).first.focus()
        page.keyboard.insert_text(query)
        page.wait_for_selector(HITS)
        assert 3 <= len(page.evaluate("window.loaded")) <= 4, (query, page.evaluate("window.loaded"))
        assert page.locator(f"{HITS} .search-excerpt").first.inner_text(), query


def test_shows_of_a_tag_what_it_holds(page, address):
    """The titles of its first pages, at hand with its own: its page is not loaded for them."""
    page.goto(f"{address}zh/tags/", wait_until="networkidle")
    tag = page.locator("main .tags a").first.evaluate("link => link.firstChild.data.trim()")
    ask(page, tag)
    hit = page.locator(f"{HITS}[data-kind=tag]").first
    assert " · " in hit.locator(".search-excerpt").inner_text()


def test_has_no_accessibility_violations_with_open_results(page, address):
    page.goto(f"{address}zh/terms/")
    page.locator(FIELD).first.focus()
    ask(page, "注意力")
    page.wait_for_selector(".search-excerpt")
    page.keyboard.press("ArrowDown")
    violations = Axe().run(page).response["violations"]
    assert [(violation["id"], violation["nodes"][0]["html"][:160]) for violation in violations] == []
