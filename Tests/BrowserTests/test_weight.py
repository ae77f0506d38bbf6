"""What a first visit costs: bytes, requests, time to the largest paint, and that nothing moves afterwards."""

import gzip
import re

import pytest

PAGES = ["zh/terms/attention/", "en/terms/attention/", "zh/questions/attention-complexity/", "zh/", "zh/practice/", "en/pages/paths/"]
# 1.6 Mbit/s down, 150 ms there and back: a slow phone.
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 750e3 / 8}

OBSERVE = """() => {
  window.seen = { largest: 0, shift: 0, moved: [] };
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) seen.largest = entry.startTime; })
    .observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry.hadRecentInput) continue;
      seen.shift += entry.value;
      seen.moved.push(...entry.sources.map((source) => source.node && (source.node.className || source.node.nodeName)));
    }
  }).observe({ type: 'layout-shift', buffered: true });
}"""


def weight(site, path):
    """Gzipped bytes of a page with the sheets and scripts that its markup names."""
    folder = site / path
    html = (folder / "index.html").read_text(encoding="utf-8")
    named = re.findall(r'<link rel="stylesheet" href="([^"]+)"', html) + re.findall(r'<script src="([^"]+)"', html)
    return len(gzip.compress(html.encode())) + sum(len(gzip.compress((folder / name).read_bytes())) for name in named)


def test_weighs_little(site):
    terms = sorted(path.parent for path in site.glob("*/terms/*/index.html"))
    heaviest = max((weight(site, path.relative_to(site)), str(path.relative_to(site))) for path in terms)
    assert heaviest[0] <= 30 * 1024, heaviest


@pytest.mark.parametrize("path", PAGES)
def test_asks_no_other_host(page, address, path):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + path)
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if not url.startswith(address)] == []
    # The page, its sheets (one for paper), its scripts, the icon; the practice page has its script and cards besides.
    assert len(asked) <= 9, asked


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", [390, 1280])
def test_paints_soon_and_moves_nothing(page, address, path, width):
    page.set_viewport_size({"width": width, "height": 800})
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW)
    page.goto(address + path)
    page.wait_for_load_state("networkidle")
    page.evaluate(OBSERVE)
    page.wait_for_timeout(300)
    seen = page.evaluate("seen")
    assert seen["shift"] == 0, seen
    # The aim is under 1,000 ms on an idle machine; a busy one must not fail the test.
    print(f"{path} at {width}: largest paint after {seen['largest']:.0f} ms")
    assert seen["largest"] > 0, seen
