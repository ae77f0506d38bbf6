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

/** A syllable without what people mix up: z and zh, n and ng, n and l, l and r, f and h, as input methods do. */
const blurred = (syllable) => syllable.replace(/^([zcs])h/, "$1").replace(/ng$/, "n").replace(/^[lr]/, "n").replace(/^f/, "h");

/** Initials that people mix up, changed in one place. */
const confused = (initials) => [...initials].flatMap((letter, i) => [...({ l: "nr", n: "l", r: "l", f: "h", h: "f" }[letter] || "")]
  .map((other) => initials.slice(0, i) + other + initials.slice(i + 1)));

/** What letters may spell in pinyin: [key, Han text, cost], cheapest first. `strict`: spelled in full only. */
async function pinyin(index, word, strict) {
  const found = new Map(), ways = new Map(), spelled = word.replace(/([jqxy])v/g, "$1u");
  const add = (key, han, cost) => { if (!(found.has(key) && found.get(key)[2] <= cost)) found.set(key, [key, han, cost]); };
  const cheapest = () => [...found.values()].sort((a, b) => a[2] - b[2]).slice(0, 8), isFound = () => found.size && cheapest()[0][2] < 1;
  if (word.length > 2) {
    await index.need(spelled, spelled + "\uffff");
    for (const key of index.keys(spelled)) {
      const [lead, han, ...more] = key.split("'"), rest = lead.length - spelled.length;
      if (han !== undefined && !more.length && !(strict && rest)) add(key, han, rest && Math.min(3, 0.1 + rest / 8));
    }
  }
  if (strict || isFound()) return cheapest();
  for (const parts of readings(word)) {
    const initials = parts.map((part) => part[0]).join("");
    if (parts.length > 1) ways.set(initials, [...(ways.get(initials) || []), parts]);
  }
  const exact = [...ways].slice(0, 6), near = exact.flatMap(([initials, list]) => confused(initials).map((other) => [other, list]));
  for (const [initials, readings] of exact.concat(near).slice(0, 12)) {
    if (isFound()) break;
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
          const syllable = syllables[i];
          if (part === syllable) return;
          if (part.length === 1 || (i === parts.length - 1 && syllable.startsWith(part))) cost += 0.1;
          else cost += blurred(part) === blurred(syllable) ? 0.6 : 99;
        });
        if (cost < 9) add(key, han, cost);
      }
    }
  }
  return cheapest();
}
