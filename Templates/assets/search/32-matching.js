// Pages that contain a run of Han characters or a word.

/** All pieces of a text of so many characters. */
const pairsOf = (text, size = 2) => Array.from({ length: text.length - size + 1 }, (_, i) => text.slice(i, i + size));

const headOf = (triple) => triple.slice(0, 2);

/** The words and pairs of characters in a part of a query. */
const featuresIn = ({ text, han }) => (han && text.length > 2 ? pairsOf(text) : [text]);

/**
 * Pages with a run of Han characters: exactly those, except that with `check` there may be too many. `unknown` where the
 * shards that would tell are not loaded.
 */
async function matchHan(index, text) {
  const scores = new Scores(index);
  await index.need(text);
  const entry = index.entry(text), triples = pairsOf(text, 3);
  scores.list(entry.related, 0.5);
  scores.unknown = !index.knows(text);
  if (entry.postings || text.length < 3) return scores.list(entry.postings);
  // A few tell nearly all: whether a page has the whole run its text must tell anyway.
  const pairs = triples.map(headOf);
  const isKnown = (triple) => index.knows(triple) && index.knows(headOf(triple)) || index.entry(headOf(triple)).followers?.size;
  await index.needTelling(pairs);
  if (!triples.some(isKnown)) await index.needAll([...triples, ...pairs]);
  let found = null, alone = text.length > 3;
  for (const triple of triples.filter(isKnown)) {
    const own = index.entry(triple).postings, { postings, followers } = index.entry(headOf(triple));
    const { pages, levels } = own || postings || { pages: [] }, next = new Map();
    // One page has the pair: its text must tell what follows.
    if (!own && !followers) alone = true;
    const places = own || !followers ? pages.keys() : followers.get(triple.charCodeAt(2)) || [];
    for (const at of places) {
      const page = pages[at];
      if (!found || found.has(page)) next.set(page, Math.min(levels[at], found ? found.get(page) : 15));
    }
    found = next;
  }
  scores.unknown = !found;
  for (const [page, level] of found || []) scores.set(page, scores.rarity(found.size) * WEIGHTS[level]);
  if (alone && found && found.size) scores.check = text;
  return scores;
}

/** Pages with a word or one that starts with it. */
async function matchWord(index, word, alone) {
  const scores = new Scores(index);
  await index.need(word);
  const entry = index.entry(word), many = index.entry(word + "*").postings;
  scores.list(entry.postings).list(entry.related, 0.5).list(many, 0.4, 4);
  scores.known = entry !== NOTHING;
  scores.unknown = !index.knows(word);
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
