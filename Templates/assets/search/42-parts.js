// Pages for one part of a query, by whatever reading of it finds some.

/** A character that stands nowhere may be a traditional one: then the search begins again. */
async function readTraditional(index, text, found) {
  // A character is known where a pair with it is.
  const unknown = (key) => index.entry(key) === NOTHING;
  const doubtful = [...text].filter((char, i, all) => unknown(all[i - 1] + char) && unknown(char + all[i + 1]));
  await index.needAll(doubtful);
  if (!simplified && doubtful.some(unknown) && await index.loadTraditional()) found.again = true;
}

/** Pages for one part of the query, by whatever reading of it finds some. Notes in `found` what to mark. */
async function matchPart(index, { text, han }, found) {
  found.terms.push(text);
  if (han) {
    const scores = await matchHan(index, text);
    if (scores.empty) await readTraditional(index, text, found);
    return scores;
  }
  const scores = await matchWord(index, text, found.alone);
  if (/^[a-z]+$/.test(text)) {
    for (const [key, han, cost] of await pinyin(index, text, scores.known)) {
      scores.exact(key, 12 - cost);
      if (!han) continue;
      found.terms.push(han);
      scores.all(await matchHan(index, han), 1 - cost / 12);
    }
  }
  if (scores.empty) for (const [word, far] of await closeWords(index, text)) {
    found.terms.push(word);
    found.suggestions.push(word);
    scores.all(await matchWord(index, word), 1 - far / 4);
    scores.exact(word, 12 - far);
  }
  return scores;
}
