// Words close to a mistyped one.

/** Edit distance with transpositions, or more than `most`. */
function distance(a, b, most) {
  if (!a || !b || most < 1) return a === b ? 0 : Math.max(a.length, b.length);
  const x = a.slice(1), y = b.slice(1);
  if (a[0] === b[0]) return distance(x, y, most);
  const swapped = a[0] === b[1] && a[1] === b[0] ? distance(a.slice(2), b.slice(2), most - 1) : most;
  return 1 + Math.min(swapped, distance(x, b, most - 1), distance(a, y, most - 1), distance(x, y, most - 1));
}

/** Words that a mistyped one may mean, closest first: [word, distance]. */
async function closeWords(index, word) {
  const most = word.length < 4 ? 0 : word.length < 8 ? 1 : 2, found = new Map();
  // A slip leaves the beginning of a word or its end as it was, or nearly.
  const size = Math.max(2, (word.length >> 1) - 1), back = reversed(word);
  const near = (text) => [text.slice(0, size), text[1] + text[0] + text.slice(2, size), text[0] + text.slice(2, size + 1)];
  const starts = near(word), ends = near(back).map((text) => "-" + text);
  // Where these lead to a word one slip away, no other files are asked for.
  for (const start of most ? new Set([starts[0], ends[0], ...starts, ...ends]) : []) {
    if ([...found.values()].some((far) => far <= 1)) break;
    await index.need(start, start + "\uffff", 3);
    for (const key of index.keys(start)) {
      const isBack = key[0] === "-", other = isBack ? reversed(key.slice(1, -1)) : key, list = index.entry(key).postings;
      const far = isBack || list && !key.includes(" ") ? distance(word, other, most) : 9;
      if (far <= most) found.set(other, far - (isBack ? key.slice(-1) / 9 : Math.min(0.2, list.pages.length / 100)));
    }
  }
  return [...found].sort((a, b) => a[1] - b[1]).slice(0, 3);
}
const reversed = (text) => [...text].reverse().join("");
