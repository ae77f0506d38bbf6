// What questions are made of, in the languages of the site: the strings `resultsAsking` and so on.

let ASKING;
let JOINING;
let SMALL;
let ASKS;
let DEFINING;

function learnWords(messages) {
  // Without messages, as in an index without a site, nothing is a question.
  const [asking, joining, why, what] = ["asking", "joining", "why", "what"].map((key) =>
    Object.values(messages).map((strings) => strings[key]).filter(Boolean).join("|") || "\uffff");
  ASKING = new RegExp(asking);
  JOINING = new RegExp(asking + "|" + joining);
  SMALL = new RegExp("^(" + JOINING.source + ")$");
  ASKS = new RegExp("^(" + asking + ") | (" + why + ") ");
  DEFINING = new RegExp("^(?!.*(" + why + ")).*(" + what + ")");
}
