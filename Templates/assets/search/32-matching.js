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
  const scores = index.scores();
  await index.need(text);
  const entry = index.entry(text), triples = pairsOf(text, 3);
  scores.list(entry.related, 0.5);
  scores.unknown = !index.knows(text);
  if (entry.postings || text.length < 3) return scores.list(entry.postings);
  // A few tell nearly all: whether a page has the whole run its text must tell anyway.
  const pairs = triples.map(headOf);
  const isKnown = (triple) => index.knows(triple) && index.knows(headOf(triple)) || index.entry(headOf(triple)).followers;
  await index.needTelling(pairs);
  if (!triples.some(isKnown)) await index.needAll([...triples, ...pairs]);
  // The least level of the pages that have all triples so far, and in how many of these a page is.
  const known = triples.filter(isKnown), levels = index.scores();
  let alone = text.length > 3;
  known.forEach((triple, i) => {
    const own = index.entry(triple).postings, { postings = [], followers } = index.entry(headOf(triple));
    // One page has the pair: its text must tell what follows.
    const isSingle = !own && postings.length < 2;
    if (isSingle) alone = true;
    const note = (posting) => {
      const page = posting >> 4, level = posting & 15, before = levels.of[page];
      if (i ? before >= 16 * i : true) levels.set(page, 16 * (i + 1) + (i ? Math.min(level, before & 15) : level));
    };
    if (own || isSingle) (own || postings).forEach(note);
    else for (const at of placesOf(followers, triple.charCodeAt(2))) note(postings[at]);
  });
  const found = levels.hits.filter((page) => levels.of[page] >= 16 * known.length);
  scores.unknown = !known.length;
  for (const page of known.length ? found : []) scores.set(page, scores.rarity(found.length) * WEIGHTS[levels.of[page] & 15]);
  if (alone && scores.count) scores.check = text;
  return scores;
}

/** Pages with a word or one that starts with it. */
async function matchWord(index, word, alone) {
  const scores = index.scores();
  await index.need(word);
  const entry = index.entry(word), many = index.entry(word + "*").postings;
  scores.list(entry.postings).list(entry.related, 0.5).list(many, 0.4, 4);
  scores.known = entry !== NOTHING;
  scores.unknown = !index.knows(word);
  if (many) return scores;
  await index.need(word, word + "\uffff");
  for (const key of index.keys(word)) {
    if (key === word || key.includes("'")) continue;
    const share = word.length / key.length, { postings, exact } = index.entry(key);
    if (!key.includes(" ")) scores.list(postings, 0.3 + 0.3 * share, 4);
    // Who begins to type a name means the page that is called so.
    if (alone) scores.exact(exact, 2 + 2 * share);
  }
  return scores;
}
