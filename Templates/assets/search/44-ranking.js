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

/** Scores by how much of the query's meaning a page has: words, names of terms, pairs of characters. */
async function nearest(index, pieces, state, terms) {
  const total = new Float32Array(index.size), covered = new Float32Array(index.size);
  let all = 0;
  const add = (scores, worth) => {
    all += worth;
    scores.of.forEach((score, page) => {
      total[page] += score;
      if (score) covered[page] += worth;
    });
  };
  for (const piece of pieces) {
    if (!piece.han || piece.text.length < 3) {
      const scores = await matchPart(index, piece, state);
      terms.push(...piece.terms);
      add(scores, scores.rarity(scores.of.reduce((count, score) => count + (score > 0), 0)));
      continue;
    }
    const pairs = pairsOf(piece.text);
    await index.needAll(pairs);
    for (const pair of pairs) {
      const { postings } = index.entry(pair), scores = new Scores(index).list(postings);
      add(scores, scores.rarity(postings ? postings.pages.length : 0));
    }
    terms.push(piece.text, ...pairs);
    // Names of terms count once more, and lead to the other language.
    for (let from = 0; from < piece.text.length; from++) {
      for (let to = Math.min(piece.text.length, from + 12); to > from + 1; to--) {
        const { related, exact, postings } = index.entry(piece.text.slice(from, to));
        if (!related && !exact) continue;
        add(new Scores(index).list(related).list(postings), 1);
        break;
      }
    }
  }
  return total.map((score, page) => score * covered[page] / (all || 1));
}
