// Learning paths: which pages were read is kept on this device, as ids without a language.
const readKey = 'ciyuan.read';
const pageID = (address) => {
  const path = new URL(address, location.href).pathname, root = new URL(words.root || './', location.href).pathname;
  return path.startsWith(root) ? path.slice(root.length).replace(/index\.html$/, '').replace(/^[^/]+\//, '') : '';
};
const readPages = () => {
  try {
    const list = JSON.parse(localStorage.getItem(readKey) || '[]');
    return new Set(Array.isArray(list) ? list.filter((id) => typeof id === 'string') : []);
  } catch (error) { return new Set(); }
};
const markRead = (id, isRead) => {
  const pages = readPages();
  if (isRead) pages.add(id); else pages.delete(id);
  try { localStorage.setItem(readKey, JSON.stringify(Array.from(pages).sort())); } catch (error) { /* private mode */ }
};

// A page of a path is read when its end was seen.
const afterText = document.querySelector('.after');
if (afterText && document.querySelector('.path-turn') && 'IntersectionObserver' in window) {
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    markRead(pageID(location.href), true);
    observer.disconnect();
  });
  observer.observe(afterText);
}

const pathPage = document.querySelector('[data-steps]');
for (const heading of pathPage ? all('.text > h2', pathPage) : []) {
  const steps = [];
  for (let next = heading.nextElementSibling; next && next.tagName !== 'H2'; next = next.nextElementSibling) {
    if (next.tagName === 'OL') steps.push(...Array.from(next.children).filter((item) => item.querySelector('a[href]')));
  }
  if (!steps.length) continue;
  const bar = make('progress', { max: steps.length }), count = make('output');
  bar.setAttribute('aria-label', heading.textContent);
  const show = () => {
    const pages = readPages();
    let done = 0;
    for (const item of steps) {
      const isRead = pages.has(pageID(item.querySelector('a[href]').href));
      item.firstElementChild.checked = isRead;
      item.classList.toggle('read', isRead);
      done += isRead;
    }
    bar.value = done;
    count.textContent = pathPage.dataset.steps.replace('{read}', done).replace('{all}', steps.length);
  };
  for (const item of steps) {
    const link = item.querySelector('a[href]'), box = make('input', { type: 'checkbox' });
    box.setAttribute('aria-label', pathPage.dataset.step + ' · ' + link.textContent);
    box.addEventListener('change', () => { markRead(pageID(link.href), box.checked); show(); });
    item.prepend(box);
  }
  heading.append(bar, count);
  addEventListener('storage', show);
  addEventListener('pageshow', show);
  show();
}
