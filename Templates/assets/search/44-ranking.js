// The order of results, and what comes close where nothing has all of the query.

/** The pages with a score: those in the reader's language first, best first. */
function ranked(scores, language, pages = scores.hits) {
  const { index, of } = scores;
  // One number a page, so that sorting is native: language, score, then the order of pages.
  const keys = Float64Array.from(pages, (page) => {
    const own = index.group(page)[0] === language ? 0 : 2 ** 20;
    return (own - Math.min(2 ** 20 - 1, Math.ceil(of[page] * 1000))) * 2 ** 24 + page;
  });
  return keys.sort().map((key) => key - Math.floor(key / 2 ** 24) * 2 ** 24);
}

/**
 * Scores by how much of the query's meaning a page has: words, names of terms, pairs of characters. A word counts as much
 * as two Han characters do. `isComplete` says of a page that it has all of it.
 */
async function nearest(index, pieces, found) {
  const near = index.scores(), covered = index.scores();
  let all = 0;
  const add = ({ hits, of }, share) => {
    const worth = share * near.rarity(hits.length);
    all += worth;
    for (const page of hits) {
      near.add(page, of[page] * share);
      covered.add(page, worth);
    }
  };
  await index.needTelling(pieces.flatMap(featuresIn));
  for (const piece of pieces) {
    const { text } = piece;
    if (!piece.han || text.length < 3) {
      const scores = await matchPart(index, piece, found);
      // A word that is a name says what is asked about.
      if (!scores.unknown) add(scores, !piece.han && (index.entry(text).related || index.entry(text).exact) ? 2 : 1);
      continue;
    }
    await readTraditional(index, text, found);
    const pairs = pairsOf(text);
    for (const pair of pairs) {
      if (index.knows(pair)) add(index.scores().list(index.entry(pair).postings), text.length / 2 / pairs.length);
    }
    found.terms.push(text, ...pairs);
    // Names of terms count once more, and lead to the other language.
    for (let from = 0; from < text.length; from++) {
      for (let to = Math.min(text.length, from + 12); to > from + 1; to--) {
        const { related, exact, postings } = index.entry(text.slice(from, to));
        if (!related && !exact) continue;
        add(index.scores().list(related).list(postings), 1);
        break;
      }
    }
  }
  for (const page of near.hits) near.of[page] *= (covered.of[page] / all) ** 0.5;
  near.isComplete = (page) => covered.of[page] > 0.999 * all;
  return near;
}

/** The pages that come closest, best first: those that lack something and are far behind the best are left out. */
function best(near, language) {
  const { hits, of, isComplete } = near, least = hits.reduce((best, page) => Math.max(best, of[page]), 0) / 4;
  return ranked(near, language, hits.filter((page) => of[page] && (of[page] >= least || isComplete(page))))
    .filter((page, i) => i < 50 || isComplete(page));
}

/** What two questions may share: words without their endings, and pairs of Han characters. */
function featuresOf(text) {
  const tokens = tokenize(text);
  return new Set(tokens.map(({ text, han }, i) => (han && i ? tokens[i - 1].text + text : text.replace(/(...)(s|ing|e[drs]?)$/, "$1"))));
}

/**
 * Reorders the first eight pages by how much their titles and other names are like the query, and have of it. Loads what is to be
 * shown of them.
 */
async function byTitle({ index, of }, pages, query, language) {
  const asked = featuresOf(query), first = [...pages.slice(0, 8)].filter((page) => {
    const i = index.block(page), isNear = index.fresh === Infinity || index.blocks[i] || i === index.block(pages[0]);
    if (!isNear) index.short = true;
    return isNear;
  });
  // What few pages have tells most.
  const sum = (features) => features.reduce((sum, feature) => {
    const common = index.commonness(feature);
    return sum + Math.log1p(index.size / 4 ** (common > 8 ? 1 : common + 0.5));
  }, 0);
  await Promise.all(first.map(async (page) => {
    const [, , ...names] = await index.page(page), united = new Set();
    // Dice's coefficient of each name, and how much all of them have together.
    const likeness = names.map((name) => {
      const own = [...featuresOf(name)], shared = own.filter((feature) => asked.has(feature));
      for (const feature of shared) united.add(feature);
      return 2 * sum(shared) / (sum(own) + sum([...asked]));
    });
    of[page] *= (1 + 6 * Math.max(...likeness) + 10 * sum([...united]) / sum([...asked])) * (index.group(page)[0] === language ? 99 : 1);
  }));
  first.sort((a, b) => of[b] - of[a]);
  return [...new Set([...first, ...pages])];
}
