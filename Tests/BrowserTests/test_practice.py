"""Practice as a reader does it: by keyboard, with progress that stays, moves and goes."""

import json

import pytest

STORE = "localStorage.getItem('ciyuan.practice')"


def cards(page):
    return json.loads(page.evaluate(STORE) or '{"cards": {}}')["cards"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_practises_by_keyboard_alone(page, address, language):
    page.goto(f"{address}{language}/practice/")
    page.wait_for_selector(".board h2")
    first = page.inner_text(".board h2")
    page.keyboard.press("Space")
    page.wait_for_selector(".board .answer")
    assert len(page.inner_text(".board .answer")) > 20
    page.keyboard.press("3")
    page.wait_for_function("first => document.querySelector('.board h2').innerText !== first", arg=first)
    assert len(cards(page)) == 1
    assert page.evaluate("document.activeElement.tagName") == "H2"


def test_keeps_progress_over_a_visit_and_in_the_other_language(page, address):
    page.goto(f"{address}zh/practice/")
    page.click(".board button")
    page.click(".board .grades button:nth-child(4)")
    kept = cards(page)
    page.goto(f"{address}en/practice/")
    page.wait_for_selector(".board h2")
    assert cards(page) == kept and "1 of" in page.inner_text(".practice output")


def test_moves_progress_by_a_file(page, address, tmp_path):
    page.goto(f"{address}zh/practice/")
    page.click(".board button")
    page.click(".board .grades button:nth-child(3)")
    page.click(".keep summary")
    with page.expect_download() as download:
        page.click("[data-export]")
    file = tmp_path / "progress.json"
    download.value.save_as(file)
    kept = cards(page)
    page.once("dialog", lambda dialog: dialog.accept())
    page.click("[data-forget]")
    assert cards(page) == {}
    page.set_input_files("input[type=file]", file)
    page.wait_for_function(f"() => {STORE}.includes('questions/')")
    assert cards(page) == kept
    file.write_text("no progress")
    page.set_input_files("input[type=file]", file)
    page.wait_for_function("() => document.querySelector('[role=status]').innerText.includes('不是')")
    assert cards(page) == kept


def test_chooses_a_field(page, address):
    page.goto(f"{address}zh/practice/")
    page.wait_for_selector(".board h2")
    before = page.inner_text(".practice output")
    page.select_option(".practice select", index=1)
    assert page.inner_text(".practice output") != before


def test_practises_from_the_disk(page, site):
    page.goto((site / "zh" / "practice" / "index.html").as_uri())
    page.click(".board button")
    link = page.locator(".board .whole a").get_attribute("href")
    page.click(".board .grades button:nth-child(1)")
    assert len(cards(page)) == 1
    assert link.startswith("../../zh/questions/")


def test_leads_from_an_answer_to_its_terms(page, address):
    page.goto(f"{address}zh/practice/")
    for _ in range(20):
        page.click(".board button")
        links = page.locator(".board .answer a.term")
        if links.count():
            links.first.click()
            page.wait_for_load_state("load")
            assert "/zh/terms/" in page.url and page.locator("h1").count() == 1
            return
        page.click(".board .grades button:nth-child(3)")
    pytest.fail("no answer names a term")


def test_keeps_what_was_read_on_a_path(page, address):
    page.goto(f"{address}zh/pages/paths/")
    link = page.locator(".text ol a").first
    page.locator(".text ol input").nth(1).check()
    link.click()
    page.wait_for_load_state("load")
    page.evaluate("document.querySelector('.after').scrollIntoView()")
    page.wait_for_function("() => (localStorage.getItem('ciyuan.read') || '').split(',').length === 2")
    assert page.locator(".path-turn a[rel=next]").count() >= 1
    page.goto(f"{address}en/pages/paths/")
    assert page.locator(".text ol input:checked").count() >= 2
    assert page.locator(".text h2 progress").first.evaluate("bar => bar.value") == 2
