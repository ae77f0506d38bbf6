// Starts the search in a page.

function startFields() {
  receiveFiles();
  const fields = Array.from(document.querySelectorAll("input[type=search]"), (input, number) => new Field(input, number));
  const asked = new URLSearchParams(location.search).get("q"), [first] = fields;
  if (asked && first && first.onPage && !first.input.value) first.input.value = asked;
  if (first && first.input.value) first.run();
}

if (typeof document !== "undefined") {
  // From the disk a page may read another only in a frame, where this script, run once more, sends the text back.
  if (fromDisk && parent !== window && location.hash === "#ciyuan-text") {
    parent.postMessage({ ciyuanText: sectionsOf(document) }, "*");
  } else startFields();
}
