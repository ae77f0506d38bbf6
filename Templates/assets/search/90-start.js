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
  // From the disk a page may read another only in a frame, where this script, run once more, sends the text back.
  if (fromDisk && parent !== window && location.hash === "#ciyuan-text") {
    parent.postMessage({ ciyuanText: sectionsOf(document) }, "*");
  } else startFields();
}
