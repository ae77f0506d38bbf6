// Letters read as pinyin: whole syllables, first letters, and what people mix up.

const SYLLABLE = /^(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?(?:i?ang|i?ong|u?ang|eng|ing|i?an|iao|uai|u?an|ue|ve|ai|ei|ui|ao|ou|iu|ie|er|en|in|un|ia|ua|uo|[aeiouv])/;
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
  })(word.replace(/([jqxy])v/g, "$1u"), []);
  return result.sort((a, b) => a.length - b.length);
}

/** A syllable without what people mix up: z and zh, n and ng, n and l. */
const blurred = (syllable) => syllable.replace(/^([zcs])h/, "$1").replace(/ng$/, "n").replace(/^l/, "n");

/** What letters may spell in pinyin: [key, Han text, cost], cheapest first. `strict`: whole syllables only. */
async function pinyin(index, word, strict) {
  const found = new Map(), ways = new Map();
  for (const parts of readings(word)) {
    const initials = "'" + parts.map((part) => part[0]).join("");
    if (parts.length > 1 && !(strict && parts.some((part) => part.length < 2))) {
      ways.set(initials, [...(ways.get(initials) || []), parts]);
    }
  }
  for (const [initials, readings] of [...ways].slice(0, 6)) {
    if ([...found.values()].some((item) => item[2] < 1)) break;
    await index.need(initials, initials + "\uffff", 2);
    for (const key of index.keys(initials)) {
      const [, , reading, han] = key.split("'"), syllables = reading.split(" ");
      for (const parts of readings) {
        let cost = Math.min(3, (syllables.length - parts.length) * 0.5);
        parts.forEach((part, i) => {
          const syllable = syllables[i];
          if (part === syllable) return;
          if (part.length === 1 || (i === parts.length - 1 && syllable.startsWith(part))) cost += 0.1;
          else cost += blurred(part) === blurred(syllable) ? 0.6 : 99;
        });
        if (cost < (strict ? 0.1 : 9) && !(found.has(key) && found.get(key)[2] <= cost)) found.set(key, [key, han, cost]);
      }
    }
  }
  return [...found.values()].sort((a, b) => a[2] - b[2]).slice(0, 8);
}
