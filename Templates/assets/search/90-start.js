// Starts the search in a page.

async function startFields() {
  await index.open();
  const fields = Array.from(document.querySelectorAll("input[type=search]"), (input, number) => new Field(input, number, index.root.messages));
  const asked = new URLSearchParams(location.search).get("q"), [first] = fields;
  if (!first) return;
  if (first.onPage && asked) first.input.value = first.input.value || asked;
  if (first.input.value) first.run();
}

// A second attempt loads the root anew, and this script with it.
if (typeof document !== "undefined" && !window.ciyuanSearch) {
  receiveFiles();
  startFields();
}
