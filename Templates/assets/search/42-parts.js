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
    if (!scores.hits.length && !scores.unknown) {
      // A character is known where a pair with it is.
      const isKnown = (key) => index.entry(key) !== NOTHING;
      await index.needAll([...text].filter((char, i, all) => !isKnown(all[i - 1] + char) && !isKnown(char + all[i + 1])));
      await readTraditional(index, text, found);
    }
    return scores;
  }
  const scores = await matchWord(index, text, found.alone), [reading = []] = readings(text);
  const readAs = async (ways) => {
    for (const [key, han, cost] of ways) {
      scores.exact(key, 12 - cost);
      if (!han) continue;
      found.terms.push(han);
      scores.all(await matchHan(index, han), 1 - cost / 12);
    }
    return ways[0]?.[2] < 1;
  };
  const respell = async (level) => {
    if (!scores.hits.length && !scores.unknown) for (const [word, [far, key]] of await closeWords(index, text, level)) {
      scores.isMended = true;
      const [, han] = word.split("'");
      if (han !== undefined) {
        await readAs([[key, han, 1 + far]]);
        continue;
      }
      found.terms.push(word);
      found.suggestions.push(word);
      scores.all(await matchWord(index, word), 1 - far / 4);
      // By the end of a word one of its pages is known before the word's own file has come.
      scores.exact(index.knows(word) ? word : key, 12 - far);
    }
  };
  const letters = /^[a-z]+$/.test(text) && text.replace(/([jqxy])v/g, "$1u");
  if (letters && await readAs(await spelled(index, letters, scores.known)) || scores.known) return scores;
  // What is likely comes first: further files are asked for where there is nothing yet.
  for (const level of [0, 1, 2, 3, 4]) {
    await respell(level);
    if (level === (isTyped(reading) ? 0 : 4) && letters && !scores.isMended) await readAs(await abbreviated(index, letters));
  }
  return scores;
}
