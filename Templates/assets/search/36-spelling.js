// Words close to a mistyped one.

/** Edit distance with transpositions, or more than `most`. */
function distance(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before, last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(row[j - 1] + 1, last[j] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return most + 1;
    before = last;
    last = row;
  }
  return last[b.length];
}

/** Words that a mistyped one may mean, closest first: [word, distance]. */
async function closeWords(index, word) {
  const most = word.length < 4 ? 0 : word.length < 8 ? 1 : 2, found = new Map();
  if (!most) return [];
  // A slip leaves the beginning of a word or its end as it was, or nearly.
  const size = Math.max(2, (word.length >> 1) - 1), back = reversed(word);
  const near = (text) => [text.slice(0, size), text[1] + text[0] + text.slice(2, size), text[0] + text.slice(2, size + 1)];
  // Where the beginning leads to a word one slip away, the ends of words are not asked.
  for (const start of new Set([...near(word), ...near(back).map((text) => "-" + text)])) {
    if (start[0] === "-" && [...found.values()].some((far) => far <= 1)) break;
    await index.need(start, start + "\uffff", 3);
    for (const key of index.keys(start)) {
      const isBack = key[0] === "-", other = isBack ? reversed(key.slice(1, -1)) : key;
      const far = /[^\p{L}\d]/u.test(other) ? 99 : distance(word, other, most), list = index.entry(key).postings;
      if (far <= most && (isBack || list)) found.set(other, far - (isBack ? key.slice(-1) / 9 : Math.min(0.2, list.pages.length / 100)));
    }
  }
  return [...found].sort((a, b) => a[1] - b[1]).slice(0, 3);
}
const reversed = (text) => [...text].reverse().join("");
