// The parts of a query, and what carries its meaning when it is a question.

/**
 * Runs of Han characters and words, as typed. Where marks are `ignored`, only space parts Han characters, and `gpt-4` is
 * one word, as it is in the index too.
 */
function runsOf(tokens, query, ignored) {
  const runs = [];
  for (const { text, han, start, end } of tokens) {
    const last = runs[runs.length - 1], between = last && query.slice(last.end, start);
    if (last?.han === han && (han ? ignored ? !/\s/.test(between) : !between : ignored && /^[-._]$/.test(between))) {
      last.text += text;
      last.end = end;
      if (!han) last.typed = query.slice(last.start, end);
    } else runs.push({ text, han, start, end });
  }
  return runs;
}

/** The same, but pinyin may have spaces. */
async function partsOf(index, tokens, query) {
  const parts = runsOf(tokens, query);
  if (parts.length < 2 || !parts.every((part) => isSyllable(part.text))) return parts;
  // Only what is spelled right may be taken for pinyin where each part is a word.
  const text = parts.map((part) => part.text).join("");
  await index.need(text);
  await index.needAll(parts.map((part) => part.text));
  const known = parts.every((part) => index.entry(part.text) !== NOTHING);
  const ways = await spelled(index, text, known);
  return (known || ways[0] ? ways : await abbreviated(index, text)).some(([, , cost]) => cost < 1) ? [{ text }] : parts;
}

const isQuestion = (parts, text) => text.length > 4 && parts.some((part) => part.han && ASKING.test(part.text))
  || parts.length > 2 && ASKS.test(text);

/** The parts of a question that carry its meaning. */
function piecesOf(parts) {
  const pieces = parts.flatMap((part) => part.han
    ? part.text.split(JOINING).filter(Boolean).map((text) => ({ text, han: true }))
    : SMALL.test(part.text) ? [] : [part]);
  // A character that is left over between two of those words says little.
  const result = pieces.filter(({ text, han }) => !han || text.length > 1);
  return result.length ? result : pieces.length ? pieces : parts;
}
