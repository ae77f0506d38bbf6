// How much a page is worth to a query.

/** How much an occurrence counts by level: saturated as in BM25. */
const WEIGHTS = Array.from({ length: 16 }, (_, level) => 1 / (1 + 6 * 2 ** (level / -2)));

/**
 * A score for each page, 0 for those that do not match; `hits` are the others, so that few pages take little time. Scores are
 * used again by later queries, since each takes memory for all pages: `index.scores()` gives some, `index.release()` takes all back.
 */
class Scores {
  constructor(size) {
    this.of = new Float32Array(size);
    this.pages = new Int32Array(size);
    this.clear();
  }
  clear() {
    for (let i = 0; i < this.count; i++) this.of[this.pages[i]] = 0;
    this.count = 0;
    this.known = this.unknown = false;
    this.check = null;
    return this;
  }
  get hits() { return this.pages.subarray(0, this.count); }
  rarity(count) { return Math.log1p((this.index.size + 0.5) / (count + 0.5)); }
  set(page, score) {
    if (!this.of[page]) this.pages[this.count++] = page;
    this.of[page] = score;
  }
  raise(page, score) { if (score > this.of[page]) this.set(page, score); }
  add(page, score) { this.set(page, this.of[page] + score); }
  list(list, factor = 1, most = 99) {
    if (!list) return this;
    const rarity = factor * Math.min(most, this.rarity(list.length));
    for (let i = 0; i < list.length; i++) this.raise(list[i] >> 4, rarity * WEIGHTS[list[i] & 15]);
    return this;
  }
  exact(pages, score) { if (pages) for (let i = 0; i < pages.length; i++) this.raise(pages[i], score); }
  all({ of, pages, count }, factor) { for (let i = 0; i < count; i++) this.raise(pages[i], of[pages[i]] * factor); }
}
