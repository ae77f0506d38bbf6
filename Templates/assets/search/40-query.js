// The parts of a query, and what carries its meaning when it is a question.

/** Runs of Han characters and words, as typed; pinyin may have spaces. */
function partsOf(tokens) {
  const parts = [];
  for (const { text, han, apart } of tokens) {
    const last = parts[parts.length - 1];
    if (han && last && last.han && !apart) last.text += text;
    else parts.push({ text, han });
  }
  return parts;
}

// Words that ask or join, of which a page need not have any.
const ASKING = "为什么 是什么 什么是 有什么 什么 怎么样 怎么 怎样 如何 有哪些 哪些 哪个 多少 是否 有何 请问 为何 吗 呢".split(" ");
const JOINING = new RegExp([...ASKING, "的", "了", "与", "和", "及"].join("|"));
const SMALL = new Set("a an the of to in on for and or is are do does did be how what why when which who can i it its with between vs by from as at that this we you my not difference differences different differ explain mean means".split(" "));

/** The parts of a question that carry its meaning. */
function piecesOf(parts) {
  const result = parts.flatMap((part) => part.han
    ? part.text.split(JOINING).filter(Boolean).map((text) => ({ text, han: true }))
    : SMALL.has(part.text) ? [] : [part]);
  return result.length ? result : parts;
}
