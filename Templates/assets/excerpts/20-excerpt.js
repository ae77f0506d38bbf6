// What of a page's text to show.

/**
 * The section and the piece of its text that show most of what is looked for: {score, section, text}; a score of 0 where none is.
 * `find(text)` gives the ranges of a text that match.
 */
function excerpt(sections, find) {
  let best = null;
  for (const section of sections) {
    const { heading, text } = section, ranges = find(text);
    const named = find(heading).map((range) => heading.slice(...range));
    [...ranges, [0]].forEach(([start], first) => {
      const seen = new Set(), from = Math.max(0, start - 24), end = from + 110;
      // Ranges are in order: no more of them are looked at than an excerpt can hold.
      for (let i = first; ranges[i]?.[1] <= end; i++) seen.add(text.slice(...ranges[i]));
      const score = [...seen, ...named].join("").length;
      if (!best || score > best.score) best = { score, section, text: (from ? "…" : "") + text.slice(from, end) + (end < text.length ? "…" : "") };
    });
  }
  // Cells of a table and items of a list do not end as sentences do.
  if (best) best.text = best.text.replace(/(\P{P})\n/gu, "$1 · ");
  return best;
}
