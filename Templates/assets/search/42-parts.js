// Pages for one part of a query, by whatever reading of it finds some.

/** A character that stands nowhere may be a traditional one: then the search begins again. */
async function readTraditional(index, text, found) {
  const isNew = (char) => index.knows(char) && index.entry(char) === NOTHING;
  if (simplified || ![...text].some(isNew)) return;
  await index.loadTraditional();
  found.again = true;
}

/**
 * Pages for one part of the query, by whatever reading of it finds some. Notes in `found` what to mark, in `part` what a
 * slip or pinyin means.
 */
async function matchPart(index, part, found) {
  const { text, han, typed } = part;
  const match = han ? matchHan : matchWord, scores = await match(index, text, found.alone);
  found.terms.push(text);
  if (typed) {
    found.terms.push(typed);
    return scores;
  }
  const readAs = async (ways) => {
    for (const [key, han, cost] of ways) {
      scores.exact(index.entry(key).exact, 12 - cost);
      if (!han) continue;
      if (cost < 1) part.meant = part.meant || han;
      found.terms.push(han);
      scores.all(await matchHan(index, han), 1 - cost / 12);
    }
    return ways[0]?.[2] < 1;
  };
  // What is likely comes first: further files are asked for where there is nothing yet.
  const respell = async () => {
    let ways = [];
    for (const further of [false, true]) {
      if (scores.count || scores.unknown || text.length < 3) return;
      ways.push(...await beginningSo(index, text, han, further));
      if (!han && !further) ways.push(...await listed(index, text, ways.some((way) => isForgiven(way))));
      ways = closest(ways);
      let most = 3;
      for (const way of ways) {
        const [key, far, page] = way, [word, spelled] = key.split("'");
        if (!isForgiven(way, han)) {
          if (spelled !== "") found.suggestions.push(spelled || word);
          continue;
        }
        found.isGuess = true;
        if (spelled !== undefined) {
          await readAs([[key, spelled, 1 + far]]);
          continue;
        }
        found.terms.push(word);
        part.meant = part.meant || word;
        // One of its pages is known before the word's own file has come.
        scores.exact([page].filter(isFinite), 12 - far);
        if (most-- > 0) scores.all(await match(index, word), 1 - far / 4);
        scores.exact(index.entry(word).exact, 12 - far);
      }
    }
  };
  if (han) {
    if (scores.count || scores.unknown) return scores;
    // A character is known where a pair with it is.
    const isKnown = (key) => index.entry(key) !== NOTHING;
    await index.needAll([...text].filter((char, i, all) => !isKnown(all[i - 1] + char) && !isKnown(char + all[i + 1])));
    await readTraditional(index, text, found);
    await respell();
    return scores;
  }
  const letters = /^[a-z]+$/.test(text) && text.replace(/([jqxy])v/g, "$1u"), [reading = []] = readings(text), isShort = isTyped(reading);
  const read = async (find) => letters && readAs(await find(index, letters, scores.known));
  if (await read(spelled) || scores.known || isShort && await read(abbreviated)) return scores;
  await respell();
  if (!isShort && !found.isGuess) await read(abbreviated);
  return scores;
}
