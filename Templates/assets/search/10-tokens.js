// Text as tokens: the twin of Swift's SearchTokenizer.

const HAN = /[\u4e00-\u9fff\u3400-\u4dbf\u{20000}-\u{323af}\uf900-\ufaff\u3005\u3007]/u;
const LETTER = /[\p{L}\p{N}]/u;
const MARK = /\p{M}/u;

// From traditional to simplified characters, once loaded.
let simplified = null;
let folded = new Map();

/** What one character becomes: a list of [character, role], role "h"an, "l"etter or "s"eparator. */
function fold(char) {
  let parts = folded.get(char);
  if (!parts) {
    parts = [];
    for (const part of char.normalize("NFKD")) {
      if (HAN.test(part)) parts.push([(simplified && simplified.get(part)) || part, "h"]);
      else if (MARK.test(part)) continue;
      else if (LETTER.test(part)) {
        for (const low of part.toLowerCase()) if (!MARK.test(low)) parts.push([low, "l"]);
      } else parts.push([part, "s"]);
    }
    folded.set(char, parts);
  }
  return parts;
}

// Words have 40 characters at most, those put together four parts.
/** Tokens {text, han, start, end, apart}: offsets in UTF-16; `apart` after a separator. `extras`: gpt-4 → gpt4. */
function tokenize(text, limit = Infinity) {
  const tokens = [], extras = [];
  let word = "", length = 0, start = 0, end = 0, apart = false, joined = "", joinedLength = 0, parts = 0, index = 0;
  const endWord = () => {
    if (!length) return;
    tokens.push({ text: word, han: false, start, end, apart });
    joined += word; joinedLength += length; parts++;
    word = ""; length = 0; apart = false;
  };
  const endJoined = () => {
    if (parts > 1 && parts < 5 && joinedLength <= 40) extras.push(joined);
    joined = ""; joinedLength = 0; parts = 0;
  };
  for (const char of text) {
    if (tokens.length >= limit) break;
    for (const [part, role] of fold(char)) {
      if (role === "l") {
        if (!length) start = index;
        if (++length <= 40) word += part;
        end = index + char.length;
      } else if (role === "h") {
        endWord(); endJoined();
        tokens.push({ text: part, han: true, start: index, end: index + char.length, apart });
        apart = false;
      } else {
        const afterWord = length > 0;
        endWord();
        if (!afterWord || !/[-._]/.test(part)) endJoined();
        apart = true;
      }
    }
    index += char.length;
  }
  endWord(); endJoined();
  return { tokens, extras };
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
