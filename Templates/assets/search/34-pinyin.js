// Letters read as pinyin: whole syllables, first letters, and what people mix up.

const SYLLABLE = /^(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?(?:i?ong|[iu]?a(?:i|o|ng?)?|[iuv]e|e(?:i|r|ng?)?|i(?:u|ng?)?|ou?|u[ino]?|v)/;
// What no syllable begins with, whole as it may look.
const NO_SYLLABLE = /^([jqx][aeo]|[bpfw]e(?![in])|[bpmfw]u.|[^bpmfwy]h?o(?![un])|.+er|v|r(ai?$|i.))/;
const isSyllable = (text) => (SYLLABLE.exec(text) || [])[0] === text && !NO_SYLLABLE.test(text);

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

/** Whether people type so: syllables, first letters, or some of these and then some of those. */
const isTyped = (parts) => /^(s*i*|i*s*)$/.test(parts.map((part) => (/^[^aeiouv]h?$/.test(part) ? "i" : part[1] ? "s" : "-")).join(""));

const cheapest = (found) => found.sort((a, b) => a[2] - b[2]).slice(0, 8);

/** What letters spell in pinyin: [key, Han text, cost], cheapest first. `strict`: in full only, else also by a beginning. */
async function spelled(index, word, strict) {
  const found = [];
  if (word.length < 3) return found;
  await index.need(word, word + "\uffff");
  for (const key of index.keys(word)) {
    const [lead, han, ...more] = key.split("'"), rest = lead.length - word.length;
    if (han !== undefined && !more.length && !(strict && rest)) found.push([key, han, rest && Math.min(3, 0.1 + rest / 8)]);
  }
  return cheapest(found);
}

/** The same of what letters may mean by first letters of syllables, or by these and whole ones. */
async function abbreviated(index, word) {
  const found = new Map();
  let least = 9;
  for (const parts of readings(word).slice(0, 16)) {
    if (least < 1 || parts.length < 2) continue;
    const initials = parts.map((part) => blurred(part)[0]).join("");
    // Two initials begin too many words: only what has two syllables.
    const start = initials.length > 2 ? initials : initials + "'";
    await index.need(start, start + "\uffff");
    for (const key of index.keys(start)) {
      const [, reading, han] = key.split("'");
      if (han === undefined) continue;
      const syllables = reading.split(" ");
      let cost = Math.min(3, (syllables.length - parts.length) * 0.5);
      parts.forEach((part, i) => {
        const syllable = syllables[i], isInitial = !part[1] || /^.h$/.test(part);
        cost += part === syllable ? 0 : syllable.startsWith(part) && (isInitial || i === parts.length - 1) ? 0.1
          : isInitial || blurred(part) === blurred(syllable) ? 0.6 : 99;
      });
      least = Math.min(least, cost);
      if (cost < (found.get(key) || [0, 0, 9])[2]) found.set(key, [key, han, cost]);
    }
  }
  return cheapest([...found.values()]);
}
