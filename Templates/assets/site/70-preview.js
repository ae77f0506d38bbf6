// A card with the definition of the term under the pointer, the focus or the finger.
const mentions = all('a.term[data-term]');
if (mentions.length && words.terms) {
  let terms = null, waiting = [], card = null, owner = null, timer = 0, touched = false;
  window.ciyuanTerms = (found) => { terms = found; };
  const withTerms = (then, otherwise) => {
    if (terms) { then(); return; }
    waiting.push([then, otherwise]);
    if (waiting.length > 1) return;
    const finish = (which) => { for (const pair of waiting.splice(0)) if (pair[which]) pair[which](); };
    script(words.terms, () => finish(1)).onload = () => finish(terms ? 0 : 1);
  };
  const close = () => {
    clearTimeout(timer);
    if (!card) return;
    owner.removeAttribute('aria-describedby');
    card.remove();
    card = owner = null;
  };
  const closeSoon = () => { clearTimeout(timer); timer = setTimeout(close, 250); };
  const keep = () => clearTimeout(timer);
  const language = (text) => (han.test(text) ? 'zh' : 'en');
  const place = (link) => {
    const spot = Array.from(link.getClientRects()).pop(), width = card.offsetWidth, height = card.offsetHeight;
    const below = spot.bottom + 6, above = spot.top - height - 6;
    const left = Math.max(16, Math.min(spot.left, document.documentElement.clientWidth - width - 16));
    card.style.left = left + scrollX + 'px';
    card.style.top = (below + height > innerHeight && above > 0 ? above : below) + scrollY + 'px';
  };
  const open = (link, byTouch) => {
    const entry = Object.hasOwn(terms, link.dataset.term) && terms[link.dataset.term];
    if (!entry || owner === link) return Boolean(entry);
    close();
    const [name, other, definition] = entry;
    card = make('div', { className: 'preview', id: 'term-preview' });
    card.setAttribute('role', byTouch ? 'note' : 'tooltip');
    card.append(make('b', { textContent: name, lang: language(name) }));
    if (other) card.append(make('span', { textContent: other, lang: language(other) }));
    if (definition) card.append(make('p', { textContent: definition, lang: language(definition) }));
    if (byTouch) card.append(make('a', { href: link.href, textContent: words.read }));
    card.addEventListener('pointerenter', keep);
    card.addEventListener('pointerleave', closeSoon);
    owner = link;
    owner.setAttribute('aria-describedby', card.id);
    (document.querySelector('main') || body).append(card);
    place(link);
    return true;
  };
  const ask = (link, delay) => {
    clearTimeout(timer);
    timer = setTimeout(() => withTerms(() => { if (link.matches(':hover, :focus')) open(link, false); }), delay);
  };
  for (const link of mentions) {
    link.addEventListener('pointerenter', (event) => { if (event.pointerType === 'mouse') ask(link, 150); });
    link.addEventListener('pointerleave', closeSoon);
    link.addEventListener('focus', () => { if (link.matches(':focus-visible') && !touched) ask(link, 0); });
    link.addEventListener('blur', closeSoon);
    link.addEventListener('pointerdown', (event) => { touched = event.pointerType !== 'mouse'; });
    link.addEventListener('click', (event) => {
      if (!touched || owner === link || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      const follow = () => { location.href = link.href; };
      withTerms(() => { if (!open(link, true)) follow(); }, follow);
    });
  }
  addEventListener('keydown', (event) => { touched = false; if (event.key === 'Escape') close(); });
  addEventListener('pointerdown', (event) => {
    if (card && !card.contains(event.target) && !owner.contains(event.target)) close();
  });
}
