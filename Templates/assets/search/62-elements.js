// Elements of a page.

function element(name, className = "", text = "") {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(text);
  return made;
}
function button(className, text, press) {
  const made = element("button", className, text);
  made.type = "button";
  made.addEventListener("click", press);
  return made;
}
/** Attributes, since not every browser has `role` and `aria-…` as properties. */
function describe(node, attributes) { for (const name in attributes) node.setAttribute(name, attributes[name]); }
/** A <span> with <mark> around what is wanted of the text. */
function marked(className, text, wanted) {
  const made = element("span", className);
  let at = 0;
  for (const [from, to] of findTerms(text, wanted)) {
    made.append(text.slice(at, from), element("mark", "", text.slice(from, to)));
    at = to;
  }
  made.append(text.slice(at));
  return made;
}
