// Pages for one part of a query, by whatever reading of it finds some.

/** A character that stands nowhere may be a traditional one: then the search begins again. */
async function readTraditional(index, text, found) {
  if (simplified) return;
  await index.needAll([...text]);
  if ([...text].some((char) => index.entry(char) === NOTHING) && await index.loadTraditional()) found.again = true;
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
      for (const page of index.entry(key).exact || []) scores.set(page, 12 - cost);
      if (!han) continue;
      found.terms.push(han);
      scores.all(await matchHan(index, han), 1 - cost / 12);
    }
  }
  if (scores.empty) for (const [word, far] of await closeWords(index, text)) {
    found.terms.push(word);
    found.suggestions.push(word);
    scores.all(await matchWord(index, word), 1 - far / 4);
    for (const page of index.entry(word).exact || []) scores.set(page, 12 - far);
  }
  return scores;
}
