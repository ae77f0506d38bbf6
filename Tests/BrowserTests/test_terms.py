"""Cards of terms, maps of neighbours, indexes and the two languages side by side."""

import re

import pytest

TERM = "main .text a.term[data-term], main .definition a.term[data-term]"
CARD = "#term-preview"


def open_by_pointer(page):
    link = page.locator(TERM).first
    link.scroll_into_view_if_needed()
    link.hover()
    page.wait_for_selector(CARD)
    return link


def test_shows_a_card_under_the_pointer_that_the_pointer_can_reach(page, address):
    page.goto(f"{address}en/terms/self-attention/")
    link = open_by_pointer(page)
    assert link.get_attribute("aria-describedby") == "term-preview"
    card = page.locator(CARD)
    assert card.locator("[lang=en]").count() >= 1 and card.locator("[lang=zh]").count() == 1
    # Onto the card: it stays. Away from it: it goes.
    box = card.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=12)
    page.wait_for_timeout(600)
    assert card.count() == 1
    page.mouse.move(5, 5)
    page.wait_for_selector(CARD, state="detached")
    assert link.get_attribute("aria-describedby") is None


def test_shows_the_definition_in_the_readers_language(page, address):
    for language, name in (("zh", "zh"), ("en", "en")):
        page.goto(f"{address}{language}/terms/self-attention/")
        open_by_pointer(page)
        assert page.locator(f"{CARD} p").get_attribute("lang") == name
        page.mouse.move(5, 5)


def test_closes_a_card_with_escape_and_leaves_the_focus(page, address):
    page.goto(f"{address}zh/terms/self-attention/")
    page.keyboard.press("Tab")
    page.locator(TERM).first.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    page.wait_for_selector(CARD)
    page.keyboard.press("Escape")
    page.wait_for_selector(CARD, state="detached")
    assert page.evaluate("document.activeElement.matches('a.term')")


def test_moves_nothing_when_a_card_opens(page, address):
    page.goto(f"{address}zh/terms/self-attention/")
    page.evaluate(
        """() => { window.shift = 0; new PerformanceObserver((list) => {
             for (const entry of list.getEntries()) window.shift += entry.value; }).observe({ type: 'layout-shift' }); }"""
    )
    height = page.evaluate("document.documentElement.scrollHeight")
    open_by_pointer(page)
    page.wait_for_timeout(200)
    assert page.evaluate("window.shift") == 0 and page.evaluate("document.documentElement.scrollHeight") == height


def test_opens_by_touch_and_follows_at_the_second(browser, address):
    context = browser.new_context(viewport={"width": 320, "height": 640}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(f"{address}zh/terms/self-attention/")
    before = page.url
    link = page.locator(TERM).first
    link.scroll_into_view_if_needed()
    link.tap()
    page.wait_for_selector(CARD)
    assert page.url == before
    box = page.locator(CARD).bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= 320
    assert page.locator(f"{CARD} a").bounding_box()["height"] >= 24
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    page.touchscreen.tap(160, 20)
    page.wait_for_selector(CARD, state="detached")
    link.tap()
    page.wait_for_selector(CARD)
    slug = link.get_attribute("data-term")
    link.tap()
    page.wait_for_url(f"**/terms/{slug}/")
    context.close()


def test_shows_cards_from_the_disk(page, site):
    page.goto((site / "zh" / "terms" / "self-attention" / "index.html").as_uri())
    open_by_pointer(page)
    assert page.locator(f"{CARD} p").inner_text()


def test_leaves_plain_links_without_script(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}en/terms/self-attention/")
    link = page.locator(TERM).first
    slug = link.get_attribute("data-term")
    link.click()
    page.wait_for_url(f"**/terms/{slug}/")
    page.goto(f"{address}en/terms/")
    assert page.locator("#terms tbody tr:not(.group)").count() > 100
    context.close()


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("language,slug", [("zh", "transformer"), ("en", "transformer"), ("en", "parameter-efficient-fine-tuning"), ("zh", "t5")])
def test_draws_a_map_whose_names_stand_apart(page, address, language, slug, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{address}{language}/terms/{slug}/")
    shapes = page.evaluate(
        """() => {
          const map = [...document.querySelectorAll('.map svg')].filter((svg) => getComputedStyle(svg).display !== 'none');
          const box = (element) => { const r = element.getBoundingClientRect(); return [r.left, r.top, r.right, r.bottom]; };
          return { count: map.length, own: box(map[0]), texts: [...map[0].querySelectorAll('text')].map(box),
            rooms: [...map[0].querySelectorAll('a')].map((a) => [box(a.querySelector('rect')), box(a.querySelector('text'))]) };
        }"""
    )
    assert shapes["count"] == 1 and len(shapes["texts"]) > 2
    own = shapes["own"]
    assert own[0] >= 0 and own[2] <= width
    for room, text in shapes["rooms"]:
        assert room[0] <= text[0] and text[2] <= room[2], (room, text)
        assert room[3] - room[1] >= 24
    for index, a in enumerate(shapes["texts"]):
        for b in shapes["texts"][index + 1:]:
            assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] + 2 or b[3] <= a[1] + 2, (a, b)


def test_leads_from_a_map_by_the_keyboard(page, address):
    page.goto(f"{address}en/terms/transformer/")
    node = page.locator(".map svg.wide a").first
    node.focus()
    target = node.get_attribute("href").strip("./")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/terms/{target}/")


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("path", ["zh/terms/attention/parallel/", "en/questions/attention-complexity/parallel/", "zh/terms/by-field/", "en/recent/", "zh/terms/transformer/"])
def test_fits_narrow_and_wide_pages(page, address, path, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address + path)
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_sets_both_languages_side_by_side_or_one_below_the_other(page, address):
    page.goto(f"{address}zh/terms/attention/")
    page.locator("main a[href='parallel/']").first.click()
    page.wait_for_url("**/parallel/")
    tops = "() => [...document.querySelectorAll('.pair:not(.titles)')].map((pair) => [...pair.children].map((cell) => cell.getBoundingClientRect().top))"
    pairs = page.evaluate(tops)
    assert len(pairs) > 3 and all(left == right for left, right in pairs)
    ids = page.evaluate("() => [...document.querySelectorAll('[id]')].map((element) => element.id)")
    assert len(ids) == len(set(ids))
    page.set_viewport_size({"width": 320, "height": 900})
    assert all(left < right for left, right in page.evaluate(tops))
    page.locator("header a[hreflang=en]").first.click()
    page.wait_for_url("**/en/terms/attention/parallel/")


def test_filters_and_sorts_the_table_of_terms(page, address):
    page.goto(f"{address}zh/terms/")
    rows = page.locator("#terms tbody tr:not(.group):visible")
    whole = rows.count()
    page.locator("form[data-filter] input").fill("zhuyili")
    assert 0 < rows.count() < whole and "注意力" in rows.first.inner_text()
    for language, typed in (("zh", "zyl"), ("en", "zhuyili"), ("en", "zyl")):
        page.goto(f"{address}{language}/terms/")
        page.locator("form[data-filter] input").fill(typed)
        assert 0 < rows.count() < whole and "ttention" in rows.first.inner_text(), (language, typed)
    page.goto(f"{address}zh/terms/")
    page.locator("form[data-filter] input").fill("")
    page.locator("#terms thead button").nth(1).click()
    names = [re.sub(r"\s", "", text).lower() for text in page.locator("#terms tbody tr:not(.group) td:nth-child(2)").all_inner_texts()]
    assert names.index("attention") < names.index("tokenizer")
