// What in a text matches a query.

/** Ranges of `text` that match one of `wanted`, which are texts of tokens. */
function findTerms(text, wanted) {
  const tokens = tokenize(text), ranges = [];
  for (let i = 0; i < tokens.length; i++) {
    let longest = 0;
    for (const term of wanted) {
      if (term.length <= longest || i + term.length > tokens.length) continue;
      if (term.every((part, k) => k === term.length - 1 && !tokens[i + k].han
        ? tokens[i + k].text.startsWith(part) : tokens[i + k].text === part)) longest = term.length;
    }
    if (longest) {
      ranges.push([tokens[i].start, tokens[i + longest - 1].end]);
      i += longest - 1;
    }
  }
  return ranges;
}

/** The terms of a query as `findTerms` looks for them. */
const wantedOf = (terms) => [...new Set(terms)].map((term) => tokenize(term).map((token) => token.text)).filter((term) => term.length);
