// The text of a page of the site, read when an excerpt is wanted.

/** The text of a page by headings: [{anchor, heading, text}]. */
function sectionsOf(page) {
  const sections = [{ heading: "", text: "" }];
  (function walk(node) {
    for (const child of node.childNodes) {
      const name = child.nodeName, section = sections[sections.length - 1];
      if (child.nodeType === 3) section.text += child.data;
      if (child.nodeType !== 1 || child.matches("[data-search-ignore], script, style, template, nav, button, h1")) continue;
      if (/^H\d/.test(name)) sections.push({ anchor: child.id, heading: child.textContent.trim(), text: "" });
      else {
        walk(child);
        if (/^(P|LI|DIV|TR|T[DH]|PRE|D[TD]|BR)$/.test(name)) sections[sections.length - 1].text += " ";
      }
    }
  })({ childNodes: page.querySelectorAll("main .answer, main .text, main:not(:has(.text))") });
  for (const section of sections) section.text = section.text.replace(/\s+/g, " ").trim();
  return sections;
}

let frames = Promise.resolve();
const readFrame = (url) => frames = frames.then(() => new Promise((resolve) => {
  const frame = element("iframe");
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
function read(path) {
  if (!texts.has(path)) texts.set(path, (fromDisk ? readFrame : readResponse)(address(path)).catch(() => null));
  return texts.get(path);
}
