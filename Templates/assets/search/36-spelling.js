// Words close to a mistyped one.

/** Edit distance with transpositions, or more than `most`. */
function distance(a, b, most) {
  if (!a || !b || most < 1) return a === b ? 0 : Math.max(a.length, b.length);
  const x = a.slice(1), y = b.slice(1);
  if (a[0] === b[0]) return distance(x, y, most);
  const swapped = a[0] === b[1] && a[1] === b[0] ? distance(a.slice(2), b.slice(2), most - 1) : most;
  return 1 + Math.min(swapped, distance(x, b, most - 1), distance(a, y, most - 1), distance(x, y, most - 1));
}

/**
 * Words, or pinyin spelled in full, that a mistyped word may mean, or names that a mistyped run of Han characters may mean,
 * closest first: [word, [distance, key]]. A slip leaves the beginning of a word or its end as it was. By `level`: those in
 * the file where the word would be (0) or words that end like it (1), then in all files of what begins (2) or ends so (3),
 * or begins so but for its second letter (4).
 */
async function closeWords(index, word, level, isHan) {
  const most = word.length < (isHan ? 3 : 4) ? 0 : word.length < 8 || level < 2 ? 1 : 2, found = new Map(), isBack = level % 2;
  const whole = isBack ? "-" + reversed(word) : word;
  const start = (level > 3 ? word[0] + word.slice(2) : whole)
    .slice(0, isBack + Math.max(isHan ? 1 : 2, level > 1 && Math.min(4, (word.length >> 1) - 1)));
  const range = level > 1 ? [start, start + "\uffff"] : [whole, whole];
  if (most) await index.need(...range);
  for (const key of most ? index.keys(start, ...range) : []) {
    const { postings, exact } = index.entry(key), [text, , han] = isBack ? [key.slice(0, -1)] : key.split("'");
    if (han !== undefined || Math.abs(text.length - whole.length) > most
      || !exact && (isHan || !postings) || text.includes(" ")) continue;
    const far = distance(whole, text, most), common = postings ? Math.min(0.2, postings.pages.length / 100) : key.slice(-1) / 9 || 0;
    if (far <= most) found.set(isBack ? reversed(text.slice(1)) : key, [far - common, key]);
  }
  return [...found].sort((a, b) => a[1][0] - b[1][0]).slice(0, 3);
}
const reversed = (text) => [...text].reverse().join("");
