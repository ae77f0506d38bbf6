// A query from its text to the pages that answer it.

/**
 * How many shards are loaded before the first result is shown: with root and titles that makes four requests. And how many
 * for all that a question or a long run has in it: more bring more noise than sense.
 */
const FIRST = 2, TELLING = 4;

/**
 * Promises { pages, whole, check, terms, suggestions }: pages best first, of which the first `whole` have all of the
 * query, the others most of it. `check(rank)` lists texts that the page at a place must contain to be a hit at all. Where that takes
 * many files, `show` is called before, and awaited, with the first page by what the most telling of them say.
 */
async function search(index, query, language, show) {
  const tokens = tokenize(query.slice(0, 2000).replace(/\n/g, " ")).slice(0, 64);
  await index.open();
  const part = index.part(FIRST);
  let found = await look(part, query, tokens, language);
  if (part.short && !found.again) {
    if (show && found.pages.length) {
      await show({ ...found, pages: found.pages.slice(0, 1), check: () => [], early: true });
      show = null;
    }
    found = await look(index.part(Infinity), query, tokens, language);
  }
  return found.again ? search(index, query, language, show) : found;
}

async function look(index, query, tokens, language) {
  const found = { pages: [], whole: 0, check: () => [], terms: [], suggestions: [] };
  if (tokens.length) await fill(found, index, query, tokens, language);
  index.release();
  return found;
}

async function fill(found, index, query, tokens, language) {
  const text = canonical(tokens), parts = await partsOf(index, tokens, query), isAsking = isQuestion(parts, text);
  // Where there is one part, its beginning may tell all.
  if (parts[1] || isAsking) await index.needTelling((isAsking ? piecesOf(parts) : parts).flatMap(featuresIn));
  await index.need(text);
  const named = index.entry(text);
  found.exact = new Set(named.exact);
  found.asks = !named.exact && isAsking;
  if (found.asks) {
    index.most = FIRST + TELLING;
    await answer(index, { text, query, parts, language }, found);
  } else {
    const joined = runsOf(tokens, query, true);
    if (joined.length < parts.length) await collect(index, { text, parts: joined, named, language }, found);
    if (!found.whole) await collect(index, { text, parts, named, language }, found);
    if (found.pages.length < 10 && !(found.pages.length && found.alone)) await complete(index, { parts, query, language }, found);
  }
  // A word and pinyin may be written as one.
  for (let end = 2; end < text.length - 3 && !found.pages.length && parts.length < 2 && !parts[0].han; end++) {
    const word = text.slice(0, end), rest = text.slice(end);
    if (!readings(rest)[0]?.every((part) => part[1])) continue;
    await index.need(word);
    if (index.entry(word).postings && (await spelled(index, rest, true))[0]) {
      const apart = word + " " + rest;
      return fill(found, index, apart, tokenize(apart), language);
    }
  }
  // Where nothing is found, names that begin most like the query may help.
  for (let end = text.length; end * 3 >= text.length && !found.pages.length && !found.suggestions.length; end--) {
    found.suggestions = index.keys(text.slice(0, end), text, text).filter((key) => index.entry(key).exact && !key.includes("'"));
  }
}

/** Pages for a question. Nobody expects a page to have every word of it: all are near it, more or less. */
async function answer(index, { text, query, parts, language }, found) {
  const pieces = piecesOf(parts), core = canonical(pieces), near = await nearest(index, pieces, found);
  for (const page of near.hits) if (index.group(page)[1] === "question") near.of[page] *= 2;
  // “What is X?” asks for the page of X; “how is X set?” may be told there too.
  await index.need(core);
  index.entry(core).exact?.forEach((page) => near.add(page, DEFINING.test(text) ? 50 : 3));
  found.pages = await byTitle(near, best(near, language), query, language);
}

/** Pages that have all parts of the query. */
async function collect(index, { text, parts, named, language }, found) {
  const required = parts.filter((part) => !SMALL.test(part.text)), total = index.scores();
  found.alone = parts.length < 2;
  found.isGuess = false;
  const lists = (await Promise.all((required.length ? required : parts).map((part) => matchPart(index, part, found))))
    .filter((list) => !list.unknown);
  if (!lists.length) return;
  for (const page of lists.reduce((fewest, list) => (list.count < fewest.count ? list : fewest)).hits) {
    if (lists.every((list) => list.of[page])) total.set(page, lists.reduce((sum, list) => sum + list.of[page], 0));
  }
  if (parts[0].text !== text) {
    const { hits, of } = index.scores().list(named.postings, 2).list(named.related, 1);
    for (const page of hits) total.add(page, of[page]);
  }
  const meant = canonical(parts.map(({ text, meant = text }) => ({ text: meant, han: HAN.test(meant) })));
  if (meant !== text) {
    await index.need(meant);
    index.entry(meant).exact?.forEach((page) => found.exact.add(page));
  }
  for (const page of found.exact) total.add(page, 100);
  const checks = lists.map((list) => list.check).filter(Boolean);
  found.pages = ranked(total, language);
  const counted = found.pages.length;
  found.check = (rank) => (rank < counted ? checks : []);
  // What a slip may mean is not what was asked for.
  found.whole = found.isGuess ? 0 : found.pages.length;
}

/** Where few pages have all of the query, others that have most of it. */
async function complete(index, { parts, query, language }, found) {
  const near = await nearest(index, piecesOf(parts), found);
  for (const page of found.pages) near.of[page] = 0;
  const others = best(near, language);
  found.pages = [...found.pages, ...found.pages.length ? others : await byTitle(near, others, query, language)];
}

/** Whether one of `texts` has the run of Han characters `run`. */
const contains = (texts, run) => texts.some((text) => text.includes(run)
  || tokenize(text).map((token) => (token.han ? token.text : " ")).join("").includes(run));
