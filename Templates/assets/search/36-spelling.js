// Words close to a mistyped one.

/**
 * Measures how far texts are from one: letters changed, left out, added, or swapped with the next. The first `shared` letters
 * must be those of the text before.
 */
function distanceFrom(word) {
  // Row i, column j: from the first i letters of the text to the first j of the word.
  const width = word.length + 1, table = new Uint8Array(42 * width).map((_, at) => (at < width ? at : 0));
  return (text, shared = 0) => {
    for (let i = shared + 1; i <= text.length; i++) {
      table[i * width] = i;
      for (let j = 1; j < width; j++) {
        const at = i * width + j, isSame = text[i - 1] === word[j - 1];
        table[at] = Math.min(table[at - width - 1] + !isSame, table[at - 1] + 1, table[at - width] + 1);
        if (i > 1 && j > 1 && text[i - 1] === word[j - 2] && text[i - 2] === word[j - 1]) {
          table[at] = Math.min(table[at], table[at - 2 * width - 2] + 1);
        }
      }
    }
    return table[text.length * width + word.length];
  };
}

/** Whether so many slips are forgiven in what may have been meant. */
const isForgiven = ([key, far], han, [text] = key.split("'")) => Math.round(far) <= (han ? text.length > 2 : (text.length > 3) + (text.length > 7));

/** The closest of [word, distance, …]. Of words that are as far the common ones come first. */
const closest = (ways) => ways.sort((a, b) => a[1] - b[1]).slice(0, 8);

/** Listed words close to what was typed: [word, distance, page]. */
async function listed(index, typed, something) {
  const [, text = "", pages = ""] = (await index.spelling(typed.length, something)).split(" "), measure = distanceFrom(typed), found = [];
  const words = text.match(/.[a-z]*/g) || [], width = pages.length / words.length;
  let word = "";
  words.forEach((added, i) => {
    const isRare = added > "A", shared = added.charCodeAt(0) - (isRare ? 65 : 48);
    word = word.slice(0, shared) + added.slice(1);
    const far = measure(word, shared);
    if (far <= word.length * 0.4) found.push([word, far + isRare / 9, parseInt(pages.substr(width * i, width), 36)]);
  });
  return closest(found);
}

/**
 * Words, or pinyin spelled in full, that a mistyped word may mean, or names that a mistyped run of Han characters may mean:
 * [key, distance]. They begin like it, and stand in the file where it would be or, `further`, in those of what begins so.
 */
async function beginningSo(index, typed, han, further) {
  const start = typed.slice(0, Math.max(han ? 1 : 2, further && Math.min(4, (typed.length >> 1) - 1)));
  const range = further ? [start, start + "\uffff"] : [typed, typed], measure = distanceFrom(typed), found = [];
  await index.need(...range);
  for (const key of index.keys(start, ...range)) {
    const { postings, exact } = index.entry(key), [text, , isInitials] = key.split("'");
    if (isInitials !== undefined || text.length > 41 || !exact && (han || !postings) || text.includes(" ")) continue;
    const far = measure(text) - (postings ? Math.min(0.2, postings.length / 100) : 0);
    if (far <= text.length * 0.4) found.push([key, far]);
  }
  return closest(found);
}
