// Letters read as pinyin: whole syllables, first letters, and what people mix up.

const SYLLABLE = /^(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?(?:i?ong|[iu]?a(?:i|o|ng?)?|[iuv]e|e(?:i|r|ng?)?|i(?:u|ng?)?|ou?|u[ino]?|v)/;
const isSyllable = (text) => (SYLLABLE.exec(text) || [])[0] === text;

/** Ways to read letters as syllables and first letters of syllables, those of fewest parts first. */
function readings(word) {
  const result = [];
  (function walk(rest, parts) {
    if (result.length > 24 || parts.length > 12) return;
    if (!rest) { result.push(parts); return; }
    const [found = ""] = SYLLABLE.exec(rest) || [];
    for (let length = found.length; length > 1; length--) {
      if (isSyllable(rest.slice(0, length))) walk(rest.slice(length), [...parts, rest.slice(0, length)]);
    }
    if (found.length < 2 && /^[zcs]h/.test(rest)) walk(rest.slice(2), [...parts, rest.slice(0, 2)]);
    walk(rest.slice(1), [...parts, rest[0]]);
  })(word, []);
  return result.sort((a, b) => a.length - b.length);
}

/** A syllable or its beginning without what people mix up: z and zh, n and ng, n, l and r, f and h, as input methods do. */
const blurred = (text) => text.replace(/^([zcs])h/, "$1").replace(/ng$/, "n").replace(/^[lr]/, "n").replace(/^f/, "h");

/** What letters may spell in pinyin: [key, Han text, cost], cheapest first. `strict`: spelled in full only. */
async function pinyin(index, word, strict) {
  const found = new Map(), ways = new Map(), spelled = word.replace(/([jqxy])v/g, "$1u");
  let least = 9;
  const add = (key, han, cost) => {
    least = Math.min(least, cost);
    if (!found.has(key) || found.get(key)[2] > cost) found.set(key, [key, han, cost]);
  };
  if (word.length > 2) {
    await index.need(spelled, spelled + "\uffff");
    for (const key of index.keys(spelled)) {
      const [lead, han, ...more] = key.split("'"), rest = lead.length - spelled.length;
      if (han !== undefined && !more.length && !(strict && rest)) add(key, han, rest && Math.min(3, 0.1 + rest / 8));
    }
  }
  if (!strict && least >= 1) for (const parts of readings(spelled)) {
    const initials = parts.map((part) => blurred(part)[0]).join("");
    if (parts.length > 1) ways.set(initials, [...(ways.get(initials) || []), parts]);
  }
  for (const [initials, readings] of [...ways].slice(0, 6)) {
    if (least < 1) break;
    // Two initials begin too many words: only what has two syllables.
    const start = initials.length > 2 ? initials : initials + "'";
    await index.need(start, start + "\uffff", 2);
    for (const key of index.keys(start)) {
      const [, reading, han] = key.split("'");
      if (han === undefined) continue;
      const syllables = reading.split(" ");
      for (const parts of readings) {
        let cost = Math.min(3, (syllables.length - parts.length) * 0.5);
        parts.forEach((part, i) => {
          const syllable = syllables[i], isInitial = !part[1] || /^.h$/.test(part);
          cost += part === syllable ? 0 : syllable.startsWith(part) && (isInitial || i === parts.length - 1) ? 0.1
            : isInitial || blurred(part) === blurred(syllable) ? 0.6 : 99;
        });
        if (cost < 9) add(key, han, cost);
      }
    }
  }
  return [...found.values()].sort((a, b) => a[2] - b[2]).slice(0, 8);
}
