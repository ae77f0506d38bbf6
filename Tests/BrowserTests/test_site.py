"""What a reader does, in both languages."""

import re

import pytest

QUERIES = [("zh", "注意力"), ("en", "attention"), ("zh", "attention"), ("en", "注意力"), ("zh", "力机"), ("zh", "zhuyili")]


def results(page):
    page.wait_for_selector("[data-search-results] a[data-lang]", timeout=10_000)
    return page.locator("[data-search-results] a[data-lang]")


def sample(pages, each=11):
    """Every page that is one of few of its kind, and one in `each` of the others, by turns in both languages."""
    kinds = {}
    for path in sorted(set(pages) - {"404.html", "index.html"}):
        kinds.setdefault(tuple(path.split("/")[:2]), []).append(path)
    return [path for paths in kinds.values() for path in paths[:: 1 if len(paths) < each else each]]


def test_opens_pages_of_every_kind_without_console_errors(page, address, pages):
    # 404.html names files from the host's root; the first page leads on before it has loaded: other tests read them.
    for path in sample(pages):
        page.goto(address + path.removesuffix("index.html"))
        assert page.title(), path


def test_leads_from_the_root_to_the_first_language(page, address):
    page.goto(address)
    page.wait_for_url("**/zh/")


def test_keeps_every_internal_link_alive(site, pages):
    missing = set()
    for path in pages:
        text = (site / path).read_text(encoding="utf-8")
        if path == "404.html":
            continue
        for target in re.findall(r'(?:href|src)="([^"#?]*)', text):
            if re.match(r"[a-z]+:", target) or not target:
                continue
            file = (site / path).parent / target
            file = file / "index.html" if target.endswith("/") else file
            if not file.resolve().is_relative_to(site.resolve()) or not file.exists():
                missing.add((path, target))
    assert missing == set()


@pytest.mark.parametrize("language,query", QUERIES)
def test_finds_what_is_typed_on_any_page(page, address, language, query):
    page.goto(f"{address}{language}/terms/")
    page.locator("input[type=search]").first.fill(query)
    assert results(page).first.get_attribute("href")


@pytest.mark.parametrize("language,query", QUERIES)
def test_finds_from_an_address(page, address, language, query):
    page.goto(f"{address}{language}/search/?q={query}")
    links = results(page)
    links.first.click()
    page.wait_for_load_state("load")
    assert "/terms/" in page.url or "/questions/" in page.url


def test_searches_from_the_disk(page, site):
    page.goto((site / "zh" / "index.html").as_uri())
    page.locator("input[type=search]").first.fill("注意力")
    results(page).first.click()
    page.wait_for_load_state("load")
    assert page.url.startswith("file:") and "注意力" in page.inner_text("main")


def test_reads_from_the_disk_by_clicking(page, site):
    page.goto((site / "index.html").as_uri())
    page.wait_for_url("**/zh/index.html")
    page.locator("nav a[href$='terms/'], nav a[href$='terms/index.html']").first.click()
    page.wait_for_load_state("load")
    assert page.locator("main h1").count() == 1


def test_keeps_the_page_when_the_language_is_switched(page, address):
    page.goto(f"{address}zh/terms/attention/")
    page.locator("header a[hreflang=en]").first.click()
    page.wait_for_url("**/en/terms/attention/")
    assert page.locator("html").get_attribute("lang") == "en"


def test_says_that_nothing_was_found(page, address):
    page.goto(f"{address}en/search/?q=qzxqzxqzx")
    page.wait_for_function("() => document.querySelector('main').innerText.match(/nothing|no result/i)")
    assert page.locator("[data-search-results] a[data-lang]").count() == 0


@pytest.mark.parametrize("query", ["<script>alert(1)</script>", "__proto__", "\u202eabc", "😀", "a" * 10_000, "\ud800".encode("utf-8", "replace").decode()])
def test_bears_hostile_queries(page, address, query):
    page.goto(f"{address}en/search/")
    field = page.locator("input[type=search]").first
    field.fill(query)
    page.wait_for_timeout(300)
    assert page.locator("[data-search-results] script").count() == 0


@pytest.mark.parametrize("width", [320, 768, 1280, 2560])
@pytest.mark.parametrize("path", ["zh/", "en/questions/attention-complexity/", "zh/terms/", "zh/search/"])
def test_never_scrolls_sideways(page, address, path, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address + path)
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
