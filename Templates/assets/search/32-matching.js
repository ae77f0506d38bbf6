// Pages that contain a run of Han characters or a word.

/** All pieces of a text of so many characters. */
const pairsOf = (text, size = 2) => Array.from({ length: Math.max(0, text.length - size + 1) }, (_, i) => text.slice(i, i + size));

/** Pages with a run of Han characters: exactly those, except that a page with `check` may be one too many. */
async function matchHan(index, text) {
  const scores = new Scores(index);
  await index.need(text);
  const entry = index.entry(text);
  scores.list(entry.related, 0.5);
  if (entry.postings || text.length < 3) return scores.list(entry.postings);
  // Side by side, not overlapping, they need the fewest files: whether a page has them together its text must tell anyway.
  const triples = pairsOf(text, 3).filter((_, i, { length }) => i % 3 === 0 || i === length - 1);
  await index.needAll([...triples, ...triples.map((triple) => triple.slice(0, 2))]);
  let found = null, alone = "";
  for (const triple of triples) {
    let { postings: list } = index.entry(triple), places = null;
    if (!list) {
      const { postings, followers } = index.entry(triple.slice(0, 2));
      list = postings;
      places = followers && followers.get(triple.charCodeAt(2));
      if (!list || (followers && !places)) return scores;
      // One page has the pair: its text must tell what follows.
      if (!followers) alone = text;
    }
    const next = new Map(), count = places ? places.length : list.pages.length;
    for (let k = 0; k < count; k++) {
      const at = places ? places[k] : k, page = list.pages[at], level = list.levels[at];
      if (!found) next.set(page, level); else if (found.has(page)) next.set(page, Math.min(found.get(page), level));
    }
    found = next;
  }
  const rarity = scores.rarity(found.size);
  for (const [page, level] of found) scores.set(page, rarity * WEIGHTS[level]);
  if (found.size && (alone || text.length > 3)) scores.check = text;
  return scores;
}

/** Pages with a word or one that starts with it. */
async function matchWord(index, word, alone) {
  const scores = new Scores(index);
  await index.need(word);
  const entry = index.entry(word), many = index.entry(word + "*").postings;
  scores.list(entry.postings).list(entry.related, 0.5).list(many, 0.4, 4);
  scores.known = entry !== NOTHING;
  if (many) return scores;
  await index.need(word, word + "\uffff");
  for (const key of index.keys(word)) {
    if (key === word || key.includes("'")) continue;
    const share = word.length / key.length;
    if (!key.includes(" ")) scores.list(index.entry(key).postings, 0.3 + 0.3 * share, 4);
    // Who begins to type a name means the page that is called so.
    if (alone) scores.exact(key, 2 + 2 * share);
  }
  return scores;
}
