// Pages for one part of a query, by whatever reading of it finds some.

/** A character that stands nowhere may be a traditional one: then the search begins again. */
async function readTraditional(index, text, found) {
  const isNew = (char) => index.knows(char) && index.entry(char) === NOTHING;
  if (simplified || ![...text].some(isNew)) return;
  await index.loadTraditional();
  found.again = true;
}

/** Pages for one part of the query, by whatever reading of it finds some. Notes in `found` what to mark. */
async function matchPart(index, { text, han }, found) {
  found.terms.push(text);
  if (han) {
    const scores = await matchHan(index, text);
    if (scores.empty && !scores.unknown) {
      // A character is known where a pair with it is.
      const isKnown = (key) => index.entry(key) !== NOTHING;
      await index.needAll([...text].filter((char, i, all) => !isKnown(all[i - 1] + char) && !isKnown(char + all[i + 1])));
      await readTraditional(index, text, found);
    }
    return scores;
  }
  const scores = await matchWord(index, text, found.alone);
  const respell = async () => {
    if (scores.empty && !scores.unknown) for (const [word, far] of await closeWords(index, text)) {
      scores.isMended = true;
      found.terms.push(word);
      found.suggestions.push(word);
      scores.all(await matchWord(index, word), 1 - far / 4);
      scores.exact(word, 12 - far);
    }
  };
  // Letters that are hardly syllables are rather a word misspelt than pinyin: then no files of pinyin are asked for.
  const [reading = [""]] = readings(text);
  if (reading.length > 0.6 * text.length && /[aeiou]/.test(text.slice(reading[0].length))) await respell();
  if (/^[a-z]+$/.test(text) && !scores.isMended) for (const [key, han, cost] of await pinyin(index, text, scores.known)) {
    scores.exact(key, 12 - cost);
    if (!han) continue;
    found.terms.push(han);
    scores.all(await matchHan(index, han), 1 - cost / 12);
  }
  await respell();
  return scores;
}
