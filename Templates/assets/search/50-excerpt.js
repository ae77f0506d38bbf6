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

/** The section and the piece of its text that show most of the terms: {section, text}. */
function excerpt(sections, terms) {
  const width = 110;
  let best = null;
  for (const section of sections) {
    const ranges = findTerms(section.text, terms);
    for (let i = 0; i < ranges.length || i === 0; i++) {
      const start = ranges[i] ? ranges[i][0] : 0, seen = new Set();
      for (let k = i; k < ranges.length && ranges[k][1] <= start + width; k++) seen.add(section.text.slice(...ranges[k]));
      const score = [...seen].join("").length;
      if (!best || score > best.score) best = { score, section, from: Math.max(0, start - 24) };
    }
  }
  if (!best) return null;
  const { section, from } = best, end = from + width;
  return { section, text: (from ? "…" : "") + section.text.slice(from, end) + (end < section.text.length ? "…" : "") };
}
