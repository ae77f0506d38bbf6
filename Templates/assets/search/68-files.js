// Files of the index are scripts, so that they may be read from the disk too. They hand over their content by calling
// `ciyuanSearch`. A truncated one is a syntax error: a failed load, no more.

const received = new Map();
let attempt = 0;

function receiveFiles() {
  window.ciyuanSearch = (name, content) => received.set(name, content);
  addEventListener("error", (event) => {
    if (String(event.filename).startsWith(root + "search/")) event.preventDefault();
  });
}

const index = new Index(async (name) => {
  // The root comes right behind the client, in the same file.
  await null;
  if (!received.has(name)) await loadFile(name);
  if (!received.has(name)) throw new Error();
  const content = received.get(name);
  received.delete(name);
  return content;
});

/** Promises the sections of a page. What reads them comes when results are there. */
const read = (path) => index.file("excerpts").then(({ read }) => read(address(path))).catch(() => null);

const loadFile = (name) => new Promise((resolve) => {
  const script = element("script");
  script.onload = script.onerror = () => {
    script.remove();
    resolve();
  };
  script.src = root + (name === "excerpts" ? document.body.dataset[name] : "search/" + name + ".js") + (attempt ? "?" + attempt : "");
  document.head.append(script);
});
