// Pages for one part of a query, by whatever reading of it finds some.

/** Pages for one part of the query, by whatever reading of it finds some. Notes in `part.terms` what to mark. */
async function matchPart(index, part, state) {
  part.terms = [part.text];
  if (part.han) {
    const scores = await matchHan(index, part.text);
    if (scores.empty && !simplified) {
      // A character that stands nowhere may be a traditional one.
      await index.needAll([...part.text]);
      state.again = state.again || ([...part.text].some((char) => index.entry(char) === NOTHING) && await index.loadTraditional());
    }
    return scores;
  }
  const scores = await matchWord(index, part.text);
  if (/^[a-z]+$/.test(part.text)) {
    for (const [key, han, cost] of await pinyin(index, part.text, scores.known)) {
      for (const page of index.entry(key).exact || []) scores.set(page, 12 - cost);
      if (!han) continue;
      part.terms.push(han);
      scores.all(await matchHan(index, han), 1 - cost / 12);
    }
  }
  if (!scores.empty) return scores;
  for (const [word, far] of await closeWords(index, part.text)) {
    part.terms.push(word);
    state.suggestions.add(word);
    scores.all(await matchWord(index, word), 1 - far / 4);
    for (const page of index.entry(word).exact || []) scores.set(page, 12 - far);
  }
  return scores;
}
