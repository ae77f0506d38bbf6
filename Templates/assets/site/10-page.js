// What a page can do beyond being read. Each part stands alone and leaves the page whole where it cannot run.
const body = document.body, words = body.dataset;
const all = (selector, within) => Array.from((within || document).querySelectorAll(selector));
const make = (name, properties) => Object.assign(document.createElement(name), properties);
const script = (path, failed) => {
  const element = make('script', { src: words.root + path, async: true, onerror: failed });
  document.head.append(element);
  return element;
};
