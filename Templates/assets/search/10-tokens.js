// Text as tokens: the twin of Swift's SearchTokenizer.

// A line feed counts as one: no run crosses the end of a paragraph, an item of a list or a cell.
const HAN = /[\n\u4e00-\u9fff\u3400-\u4dbf\u{20000}-\u{323af}\uf900-\ufaff\u3005\u3007]/u;
const LETTER = /[\p{L}\p{N}]/u;
const MARK = /\p{M}/u;

// From traditional to simplified characters, once loaded.
let simplified = null;
let folded = new Map();
// Of texts that each keystroke reads again.
const cut = new Map();

/** What one character becomes: a list of [character, whether it is Han], without character where it only separates. */
function fold(char) {
  let parts = folded.get(char);
  if (!parts) {
    parts = [];
    for (const part of char.normalize("NFKD").toLowerCase()) {
      if (HAN.test(part)) parts.push([simplified?.get(part) || part, true]);
      else if (!MARK.test(part)) parts.push([LETTER.test(part) && part, false]);
    }
    folded.set(char, parts);
  }
  return parts;
}

/** Tokens {text, han, start, end}: offsets in UTF-16. */
function tokenize(text) {
  if (cut.has(text)) return cut.get(text);
  const tokens = [];
  let word = null, index = 0;
  for (const char of text) {
    const start = index, end = index += char.length;
    for (const [part, han] of fold(char)) {
      if (!part) word = null;
      else if (!han && word) {
        // Words have 40 characters at most.
        if (++word.length <= 40) word.text += part;
        word.end = end;
      } else {
        tokens.push(word = { text: part, han, start, end, length: 1 });
        if (han) word = null;
      }
    }
  }
  if (cut.size > 999) cut.clear();
  cut.set(text, tokens);
  return tokens;
}

/** The text that all spellings of the same tokens share. */
function canonical(tokens) {
  let text = "", afterWord = false;
  for (const token of tokens) {
    text += (afterWord && !token.han ? " " : "") + token.text;
    afterWord = !token.han;
  }
  return text;
}
