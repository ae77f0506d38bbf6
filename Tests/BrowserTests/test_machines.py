"""What machines read: the shapes that schema.org, the JSON Feed and llms.txt ask for, on every page."""

import json
import re

REQUIRED = {
    "WebSite": {"name", "url"},
    "DefinedTermSet": {"name", "url"},
    "DefinedTerm": {"name", "url", "inDefinedTermSet"},
    "FAQPage": {"mainEntity"},
    "Question": {"name", "acceptedAnswer"},
    "Answer": {"text"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name", "item"},
}


def values(value):
    if isinstance(value, dict):
        yield value
        for each in value.values():
            yield from values(each)
    elif isinstance(value, list):
        for each in value:
            yield from values(each)


def test_says_what_each_page_is(site, pages):
    kinds = set()
    for path in pages:
        text = (site / path).read_text(encoding="utf-8")
        blocks = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.S)
        assert len(blocks) <= 1, path
        if "noindex" in text.split("</head>")[0]:
            assert not blocks, path
            continue
        for block in blocks:
            data = json.loads(block)
            assert data["@context"] == "https://schema.org", path
            for entity in values(data["@graph"]):
                if "@type" not in entity:
                    continue
                missing = REQUIRED[entity["@type"]] - set(key for key, value in entity.items() if value not in ("", [], None))
                assert not missing, (path, entity["@type"], missing)
                kinds.add(entity["@type"])
                if entity["@type"] == "BreadcrumbList":
                    assert [item["position"] for item in entity["itemListElement"]] == list(range(1, len(entity["itemListElement"]) + 1))
    assert set(REQUIRED) <= kinds


def test_lets_no_block_of_data_run_or_break_the_policy(page, address):
    # The page fixture fails on any violation that the console reports.
    page.goto(f"{address}zh/terms/attention/")
    assert page.locator("script[type='application/ld+json']").count() == 1
    assert page.evaluate("document.querySelectorAll('script:not([src]):not([type])').length") == 0


def test_gives_every_page_its_markdown(site, pages):
    for path in pages:
        text = (site / path).read_text(encoding="utf-8")
        for twin in re.findall(r'<link rel="alternate" type="text/markdown" href="([^"]+)"', text):
            markdown = ((site / path).parent / twin).read_text(encoding="utf-8")
            assert markdown.startswith("# ") and "[[" not in re.sub(r"`[^`]*`|\$[^$]*\$", "", markdown), path
            for target in re.findall(r"\]\(([^):#?]+\.md)", markdown):
                assert ((site / path).parent / target).exists(), (path, target)
    assert (site / "zh/terms/attention/index.md").exists()


def test_feeds_readers(site):
    for language in ["zh", "en"]:
        feed = json.loads((site / language / "feed.json").read_text(encoding="utf-8"))
        assert feed["version"] == "https://jsonfeed.org/version/1.1" and feed["language"] == language
        assert feed["items"] and all(item["id"] and item["title"] and "content_text" in item for item in feed["items"])
        entries = (site / language / "feed.xml").read_text(encoding="utf-8").count("<entry>")
        assert entries == len(feed["items"])


def test_guides_language_models(site):
    text = (site / "llms.txt").read_text(encoding="utf-8")
    assert text.startswith("# ") and "\n> " in text and "\n## " in text
    links = re.findall(r"^- \[[^\]]+\]\((https?://[^)]+/index\.md)\)", text, re.M)
    assert len(links) > 100
    root = re.match(r"https?://[^/]+/", links[0]).group()
    assert all((site / link.removeprefix(root)).exists() for link in links[:50])
