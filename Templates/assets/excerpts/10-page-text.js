// The text of a page of the site, read when an excerpt is wanted.

const fromDisk = location.protocol === "file:";

/** The text of a page by headings: [{anchor, heading, text}]. Paragraphs, items of lists and cells of tables are lines. */
function sectionsOf(page) {
  const sections = [{ heading: "", text: "" }];
  (function walk(node) {
    for (const child of node.childNodes) {
      const name = child.nodeName, section = sections[sections.length - 1];
      if (child.nodeType === 3) section.text += child.data.replace(/\s+/g, " ");
      if (child.nodeType !== 1 || child.matches("[data-search-ignore], script, style, template, nav, button, h1")) continue;
      if (/^H\d/.test(name)) sections.push({ anchor: child.id, heading: child.textContent.trim(), text: "" });
      else {
        walk(child);
        if (/^(P|LI|DIV|TR|T[DH]|PRE|D[TD]|BR)$/.test(name)) sections[sections.length - 1].text += name === "BR" ? " " : "\n";
      }
    }
  })({ childNodes: page.querySelectorAll("main .answer, main .text, main:not(:has(.text))") });
  for (const section of sections) section.text = section.text.replace(/ *\n\s*/g, "\n").replace(/ +/g, " ").trim();
  return sections;
}

let frames = Promise.resolve();
const readFrame = (url) => frames = frames.then(() => new Promise((resolve) => {
  const frame = document.createElement("iframe");
  const done = (sections) => {
    removeEventListener("message", listen);
    frame.remove();
    resolve(sections);
  };
  const listen = ({ source, data }) => {
    if (source === frame.contentWindow && data && Array.isArray(data.ciyuanText)) done(data.ciyuanText);
  };
  setTimeout(done, 4000, null);
  addEventListener("message", listen);
  frame.hidden = true;
  frame.src = url + "#ciyuan-text";
  document.body.append(frame);
}));
async function readResponse(url) {
  const response = await fetch(url);
  return response.ok ? sectionsOf(new DOMParser().parseFromString(await response.text(), "text/html")) : null;
}
const texts = new Map();
/** Promises the sections of a page, or null where it cannot be read. */
function read(url) {
  if (!texts.has(url)) texts.set(url, (fromDisk ? readFrame : readResponse)(url).catch(() => null));
  return texts.get(url);
}
