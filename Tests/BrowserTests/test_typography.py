"""How the text is set: measure, spaces, breaks, emphasis; the switch of colours."""

import pytest


@pytest.mark.parametrize("language,path,low,high", [("zh", "questions/why-decoder-only/", 30, 40), ("en", "questions/why-decoder-only/", 60, 75)])
@pytest.mark.parametrize("width", [1280, 2560])
def test_keeps_the_measure(page, address, language, path, low, high, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{address}{language}/{path}")
    # Characters in a full line: of Han one em each, of Latin as many as the letters' mean width allows.
    count = page.evaluate("""(isHan) => {
      const paragraph = document.querySelector('.text p'), style = getComputedStyle(paragraph), probe = document.createElement('span');
      probe.style.cssText = 'position: absolute; white-space: nowrap';
      probe.textContent = isHan ? '字'.repeat(50) : 'The quick brown fox jumps over the lazy dog, and then it rests. ';
      paragraph.append(probe);
      const each = probe.getBoundingClientRect().width / probe.textContent.trimEnd().length;
      probe.remove();
      return paragraph.getBoundingClientRect().width / each;
    }""", language == "zh")
    assert low <= count <= high


def test_opens_the_lines_of_han_wider_than_those_of_latin(page, address):
    leading = {}
    for language in ["zh", "en"]:
        page.goto(f"{address}{language}/terms/attention/")
        leading[language] = page.evaluate("""() => {
          const style = getComputedStyle(document.querySelector('.text p'));
          return parseFloat(style.lineHeight) / parseFloat(style.fontSize);
        }""")
    assert leading["zh"] >= 1.7 and 1.5 <= leading["en"] < leading["zh"]


def test_slants_no_han(page, address):
    page.goto(f"{address}zh/terms/attention/")
    style = page.evaluate("""() => {
      const em = document.createElement('em');
      em.textContent = '强调';
      document.querySelector('.text p').append(em);
      const style = getComputedStyle(em);
      return [style.fontStyle, style.textEmphasisStyle, style.fontSynthesisStyle];
    }""")
    assert style[0] == "normal" and style[1] != "none" and style[2] == "none"


def test_copies_the_text_as_it_was_written(page, address):
    page.goto(f"{address}zh/questions/attention-complexity/")
    texts = page.evaluate("""() => {
      const body = document.querySelector('.text'), holder = body.cloneNode(true);
      holder.querySelectorAll('math').forEach((formula) => formula.remove());
      if (Array.from(holder.querySelectorAll('.gap')).some((span) => span.textContent)) throw new Error('a gap holds text');
      return [/[\\u00a0\\u2009\\u200b\\u2060]/.test(holder.textContent), document.querySelectorAll('.nobr').length];
    }""")
    assert texts[0] is False and texts[1] > 0


def test_shows_pinyin_when_asked(page, address):
    page.goto(f"{address}zh/terms/attention/")
    page.click("button.pinyin")
    assert page.locator("h1 ruby rt").all_inner_texts() == ["zhù", "yì", "lì", "jī", "zhì"]
    page.click("button.pinyin")
    assert page.locator("h1 ruby").count() == 0


@pytest.mark.parametrize("system", ["light", "dark"])
@pytest.mark.parametrize("choice", ["", "light", "dark", "contrast"])
def test_paints_the_chosen_colours_first(page, address, system, choice):
    page.emulate_media(color_scheme=system)
    page.goto(f"{address}zh/terms/")
    page.select_option("[data-theme-switch]", choice)
    page.add_init_script("""addEventListener('DOMContentLoaded', () => {
      window.first = getComputedStyle(document.documentElement).backgroundColor;
    });""")
    page.goto(f"{address}zh/terms/attention/")
    dark = choice == "dark" or (choice in ("", "contrast") and system == "dark")
    first = page.evaluate("first")
    assert first == page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    red = int(first.removeprefix("rgb(").split(",")[0])
    assert (red < 60) == dark, first


def test_prints_the_document_alone(page, address, tmp_path):
    page.goto(f"{address}zh/terms/attention/")
    page.emulate_media(media="print", color_scheme="dark")
    for selector in [".bar", ".outline", ".actions", ".turn"]:
        assert not page.locator(selector).first.is_visible(), selector
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"
    assert page.pdf(path=tmp_path / "page.pdf") and (tmp_path / "page.pdf").stat().st_size > 10_000


def test_reaches_everything_by_keyboard(page, address):
    page.goto(f"{address}zh/terms/attention/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main-content"
    seen = set()
    for _ in range(400):
        page.keyboard.press("Tab")
        mark = page.evaluate("""() => {
          const element = document.activeElement, style = getComputedStyle(element);
          if (element === document.body) return null;
          const box = element.closest('.theme') || element, outlined = getComputedStyle(box);
          return [element.outerHTML.slice(0, 120), outlined.outlineStyle !== 'none' || outlined.boxShadow !== 'none'];
        }""")
        if mark is None:
            break
        assert mark[1], f"focus is not visible on {mark[0]}"
        seen.add(mark[0])
    wanted = page.evaluate("""() => new Set(Array.from(document.querySelectorAll('main a[href], main button, main summary'))
      .filter((element) => element.checkVisibility()).map((element) => element.outerHTML.slice(0, 120))).size""")
    assert len(seen) >= wanted


def test_asks_for_no_motion_where_the_reader_wants_none(page, address):
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{address}zh/terms/attention/")
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    assert page.evaluate("Array.from(document.querySelectorAll('*')).every((e) => parseFloat(getComputedStyle(e).transitionDuration) === 0)")
