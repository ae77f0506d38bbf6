// A query from its text to the pages that answer it.

/**
 * Promises { pages, whole, check, terms, suggestions }: pages best first, of which the first `whole` have all of the
 * query, the others most of it. `check(page)` lists texts that the page must contain to be a hit at all.
 */
async function search(index, query, language) {
  const { tokens } = tokenize(query.slice(0, 2000), MAX_TOKENS), state = { suggestions: new Set() };
  if (!tokens.length) return { pages: [], whole: 0, terms: [], suggestions: [] };
  await index.open();
  const n = index.size, text = canonical(tokens);
  await index.need(text);
  const named = index.entry(text);
  let parts = partsOf(tokens), lists;
  if (parts.length > 1 && named === NOTHING && parts.every((part) => isSyllable(part.text))) {
    const joined = { text: parts.map((part) => part.text).join(""), terms: [] };
    if ((await pinyin(index, joined.text, true)).length) parts = [joined];
  }
  const required = parts.filter((part) => !SMALL.has(part.text));
  lists = await Promise.all((required.length ? required : parts).map((part) => matchPart(index, part, state)));
  if (state.again) return search(index, query, language);

  // All parts of the query.
  const total = new Float32Array(n), sure = new Uint8Array(n);
  for (let page = 0; page < n; page++) {
    let sum = 0;
    for (const list of lists) {
      if (!list.of[page]) { sum = 0; break; }
      sum += list.of[page];
    }
    total[page] = sum;
  }
  const add = (page, score) => { total[page] += score; sure[page] = 1; };
  if (parts.length > 1) {
    new Scores(index).list(named.postings, 2).list(named.related, 1).of.forEach((score, page) => score && add(page, score));
  }
  for (const page of named.exact || []) add(page, 100);
  const asks = parts.some((part) => part.han ? text.length > 4 && ASKING.some((word) => part.text.includes(word)) : SMALL.has(part.text));
  const pieces = piecesOf(parts), core = canonical(pieces);
  if (asks && core !== text) {
    // “What is X?” asks for the page of X.
    await index.need(core);
    for (const page of index.entry(core).exact || []) add(page, 50);
  }
  const pages = ranked(index, total, language), whole = pages.length;
  const terms = parts.flatMap((part) => part.terms || []);
  if (whole < 10 && (!whole || asks || parts.length > 1)) {
    const rest = await nearest(index, pieces, state, terms);
    for (const page of pages) rest[page] = 0;
    const least = rest.reduce((best, score) => Math.max(best, score), 0) / 4;
    pages.push(...ranked(index, rest.map((score) => (score < least ? 0 : score)), language).slice(0, 50));
  }
  const checks = lists.map((list) => list.check).filter(Boolean);
  return { pages, whole, check: (page) => (total[page] && !sure[page] ? checks : []), terms: [...new Set(terms)],
    suggestions: [...state.suggestions], checked: checks.length > 0, exact: new Set(named.exact) };
}

/** Whether one of `texts` has the run of Han characters `run`. */
const contains = (texts, run) => texts.some((text) =>
  tokenize(text).tokens.map((token) => (token.han ? token.text : " ")).join("").includes(run));
