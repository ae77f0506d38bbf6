// What of a page's text to show, and what to mark in it.

/** Ranges of `text` that match one of `terms`, and the best place to begin an excerpt. */
function findTerms(text, terms) {
  const { tokens } = tokenize(text), ranges = [];
  const wanted = terms.map((term) => tokenize(term).tokens.map((token) => token.text)).filter((term) => term.length);
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

/** The section and the piece of its text that show most of the terms: {section, text, ranges}. */
function excerpt(sections, terms, width = 110) {
  let best = null;
  for (const section of sections) {
    const ranges = findTerms(section.text, terms);
    for (let i = 0; i < ranges.length || i === 0; i++) {
      const start = ranges[i] ? ranges[i][0] : 0, seen = new Set();
      for (let k = i; k < ranges.length && ranges[k][1] <= start + width; k++) seen.add(section.text.slice(...ranges[k]).toLowerCase());
      const score = [...seen].reduce((sum, part) => sum + part.length, 0);
      if (!best || score > best.score) best = { score, section, ranges, start };
      if (i > 40) break;
    }
  }
  if (!best) return null;
  const from = Math.max(0, best.start - 24), text = best.section.text.slice(from, from + width);
  return { section: best.section, text: (from ? "…" : "") + text + (from + width < best.section.text.length ? "…" : ""),
    ranges: best.ranges.map(([a, b]) => [a - from + (from ? 1 : 0), b - from + (from ? 1 : 0)])
      .filter(([a, b]) => a >= 0 && b <= text.length + 1) };
}
