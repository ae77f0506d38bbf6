// What of a page's text to show, and what to mark in it.

/** Ranges of `text` that match one of `terms`, and the best place to begin an excerpt. */
function findTerms(text, terms) {
  const tokens = tokenize(text), ranges = [];
  const wanted = terms.map((term) => tokenize(term).map((token) => token.text)).filter((term) => term.length);
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

/** The section and the piece of its text that show most of the terms: {score, section, text}; a score of 0 where none is. */
function excerpt(sections, terms) {
  let best = null;
  for (const section of sections) {
    const { heading, text } = section, ranges = findTerms(text, terms);
    const named = findTerms(heading, terms).map((range) => heading.slice(...range));
    [...ranges, [0]].forEach(([start], first) => {
      const seen = new Set(), from = Math.max(0, start - 24), end = from + 110;
      // Ranges are in order: no more of them are looked at than an excerpt can hold.
      for (let i = first; ranges[i]?.[1] <= end; i++) seen.add(text.slice(...ranges[i]));
      const score = [...seen, ...named].join("").length;
      if (!best || score > best.score) best = { score, section, text: (from ? "…" : "") + text.slice(from, end) + (end < text.length ? "…" : "") };
    });
  }
  return best;
}
