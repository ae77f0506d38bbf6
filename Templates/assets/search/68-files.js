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

const index = new Index((name) => new Promise((resolve, reject) => {
  const script = element("script");
  script.onload = script.onerror = () => {
    script.remove();
    if (received.has(name)) resolve(received.get(name)); else reject(new Error(name));
    received.delete(name);
  };
  script.src = root + "search/" + name + ".js" + (attempt ? "?" + attempt : "");
  document.head.append(script);
}));
