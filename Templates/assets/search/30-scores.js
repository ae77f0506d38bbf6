// How much a page is worth to a query.

/** How much an occurrence counts by level: saturated as in BM25. */
const WEIGHTS = Array.from({ length: 16 }, (_, level) => 1 / (1 + 6 * 2 ** (level / -2)));

/** A score for each page, 0 for those that do not match; `hits` are the others, so that few pages take little time. */
class Scores {
  constructor(index) {
    this.index = index;
    this.of = new Float32Array(index.size);
    this.hits = [];
  }
  rarity(count) { return Math.log1p((this.index.size + 0.5) / (count + 0.5)); }
  set(page, score) {
    if (!this.of[page]) this.hits.push(page);
    this.of[page] = score;
  }
  raise(page, score) { if (score > this.of[page]) this.set(page, score); }
  add(page, score) { this.set(page, this.of[page] + score); }
  list(list, factor = 1, most = 99) {
    if (!list) return this;
    const rarity = factor * Math.min(most, this.rarity(list.pages.length));
    for (let i = 0; i < list.pages.length; i++) this.raise(list.pages[i], rarity * WEIGHTS[list.levels[i]]);
    return this;
  }
  exact(key, score) { for (const page of this.index.entry(key).exact || []) this.raise(page, score); }
  all(other, factor) { for (const page of other.hits) this.raise(page, other.of[page] * factor); }
}
