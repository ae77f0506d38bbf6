// Where the site is.

// Without a page, in the tests, any place will do.
const here = typeof document === "undefined" ? "file:///" : document.currentScript.src;
const fromDisk = here.startsWith("file:"), root = new URL("..", here).href;
const address = (path) => root + path + (fromDisk && /(^|\/)$/.test(path) ? "index.html" : "");
