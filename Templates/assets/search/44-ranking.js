// The order of results, and what comes close where nothing has all of the query.

/** The pages with a score: those in the reader's language first, best first. */
function ranked(index, scores, language) {
  // One number a page, so that sorting is native: language, score, then the order of pages.
  const keys = [];
  for (let page = 0; page < scores.length; page++) {
    if (!scores[page]) continue;
    const own = index.group(page)[0] === language ? 2 ** 20 : 0;
    keys.push((own + Math.min(2 ** 20 - 1, Math.ceil(scores[page] * 1000))) * 2 ** 24 + 2 ** 24 - 1 - page);
  }
  return Array.from(Float64Array.from(keys).sort().reverse(), (key) => 2 ** 24 - 1 - (key % 2 ** 24));
}

/**
 * Scores by how much of the query's meaning a page has: words, names of terms, pairs of characters. A word counts as much
 * as two Han characters do.
 */
async function nearest(index, pieces, found) {
  const total = new Float32Array(index.size), covered = new Float32Array(index.size);
  let all = 0;
  const add = (scores, share) => {
    const worth = share * scores.rarity(scores.of.reduce((count, score) => count + (score > 0), 0));
    all += worth;
    scores.of.forEach((score, page) => {
      if (!score) return;
      total[page] += score * share;
      covered[page] += worth;
    });
  };
  for (const piece of pieces) {
    const { text } = piece;
    if (!piece.han || text.length < 3) {
      add(await matchPart(index, piece, found), 1);
      continue;
    }
    const pairs = pairsOf(text);
    await index.needAll(pairs);
    await readTraditional(index, text, found);
    for (const pair of pairs) add(new Scores(index).list(index.entry(pair).postings), text.length / 2 / pairs.length);
    found.terms.push(text, ...pairs);
    // Names of terms count once more, and lead to the other language.
    for (let from = 0; from < text.length; from++) {
      for (let to = Math.min(text.length, from + 12); to > from + 1; to--) {
        const { related, exact, postings } = index.entry(text.slice(from, to));
        if (!related && !exact) continue;
        add(new Scores(index).list(related).list(postings), 1);
        break;
      }
    }
  }
  return total.map((score, page) => score * covered[page] / (all || 1));
}

/** The pages that come closest, best first: those far behind the best are left out. */
function best(index, scores, language) {
  const least = scores.reduce((best, score) => Math.max(best, score), 0) / 4;
  return ranked(index, scores.map((score) => (score < least ? 0 : score)), language).slice(0, 50);
}

/** What two questions may share: words, and pairs of Han characters; askers that mean the same count as one. */
function featuresOf(text) {
  const { tokens } = tokenize(text.replace(/为[啥何]/g, "为什么").replace(/怎样|如何/g, "怎么"));
  return new Set(tokens.map((token, i) => token.han && i ? tokens[i - 1].text + token.text : token.text));
}

/** How many pages are compared by title: a file or less has to be loaded for each. */
const COMPARED = 5;

/** Reorders the first pages by how much their titles and other names are like the query. Loads what is to be shown of them. */
async function byTitle(index, pages, score, query, language) {
  const asked = featuresOf(query), first = pages.slice(0, COMPARED);
  await Promise.all(first.map(async (page) => {
    const [, ...names] = await index.page(page);
    // Dice's coefficient
    const likeness = names.map((name) => {
      const own = featuresOf(name), shared = [...own].filter((feature) => asked.has(feature)).length;
      return 2 * shared / (own.size + asked.size);
    });
    score[page] *= (1 + 6 * Math.max(...likeness)) * (index.group(page)[0] === language ? 99 : 1);
  }));
  return [...first.sort((a, b) => score[b] - score[a]), ...pages.slice(COMPARED)];
}