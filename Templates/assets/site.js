// What a page can do beyond being read. Each part stands alone and leaves the page whole where it cannot run.
(function () {
  'use strict';
  const body = document.body, words = body.dataset;
  const all = (selector, within) => Array.from((within || document).querySelectorAll(selector));
  const make = (name, properties) => Object.assign(document.createElement(name), properties);
  const script = (path, failed) => {
    const element = make('script', { src: words.root + path, async: true, onerror: failed });
    document.head.append(element);
    return element;
  };

  // Colours.
  for (const select of all('[data-theme-switch]')) {
    select.value = ciyuanTheme.read();
    select.addEventListener('change', () => ciyuanTheme.choose(select.value));
  }

  // From the disk a folder does not open its index page by itself.
  if (location.protocol === 'file:') {
    const whole = (address) => {
      const url = new URL(address, location.href);
      if (url.protocol === 'file:' && url.pathname.endsWith('/')) url.pathname += 'index.html';
      return url.href;
    };
    const mend = (event) => {
      const link = event.target.closest && event.target.closest('a[href]');
      if (link) link.href = whole(link.href);
    };
    for (const type of ['pointerdown', 'click', 'auxclick']) addEventListener(type, mend, true);
    addEventListener('submit', (event) => { event.target.action = whole(event.target.action); }, true);
  }

  // The search client comes when somebody reaches for it, or when a search on the disk reads this page in a frame.
  let searching = false;
  const field = document.querySelector('input[type=search]');
  const openSearch = () => {
    if (searching || !words.search) return;
    searching = true;
    script(words.search, () => { searching = false; })
      .onload = () => { if (document.activeElement === field) field.dispatchEvent(new Event('focus')); };
  };
  addEventListener('focusin', (event) => { if (event.target.type === 'search') openSearch(); });
  addEventListener('keydown', (event) => {
    const typing = event.target.closest && event.target.closest('input, textarea, select, [contenteditable]');
    const slash = event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
    const chord = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    if (!field || !(slash || chord)) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
  if (new URLSearchParams(location.search).has('q') || location.hash === '#ciyuan-text' || document.activeElement === field) {
    openSearch();
  }

  // The contents list follows reading.
  const outline = document.querySelector('.outline');
  if (outline) {
    const details = outline.querySelector('details'), wide = matchMedia('(min-width: 64rem)');
    const unfold = () => { details.open = wide.matches; };
    unfold();
    wide.addEventListener('change', unfold);
    details.addEventListener('click', (event) => { if (event.target.matches('a') && !wide.matches) details.open = false; });
    const entries = all('a[href^="#"]', outline)
      .map((link) => ({ link, heading: document.getElementById(decodeURIComponent(link.hash.slice(1))) }))
      .filter((entry) => entry.heading);
    let current = null, waiting = false;
    const follow = () => {
      waiting = false;
      const atEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
      const passed = entries.filter((entry) => entry.heading.getBoundingClientRect().top < innerHeight / 4);
      const entry = atEnd && scrollY > 0 ? entries[entries.length - 1] : passed[passed.length - 1];
      if (entry === current) return;
      if (current) current.link.removeAttribute('aria-current');
      if (entry) entry.link.setAttribute('aria-current', 'location');
      current = entry;
    };
    addEventListener('scroll', () => { if (!waiting) { waiting = true; requestAnimationFrame(follow); } }, { passive: true });
    follow();
  }

  // Copy buttons, and wide boxes that the keyboard can scroll.
  for (const block of all('pre')) {
    const button = make('button', { type: 'button', className: 'copy', textContent: words.copy });
    const code = block.querySelector('code') || block, text = code.textContent;
    button.addEventListener('click', () => {
      const done = () => {
        button.textContent = words.copied;
        setTimeout(() => { button.textContent = words.copy; }, 2000);
      };
      if (navigator.clipboard) { navigator.clipboard.writeText(text).then(done, () => {}); return; }
      getSelection().selectAllChildren(code);
      if (document.execCommand('copy')) done();
      getSelection().removeAllRanges();
    });
    block.prepend(button);
  }
  for (const box of all('pre, .table, .formula, .map')) {
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
  }

  // Pinyin above the Chinese name, a syllable a character where they agree.
  const han = /\p{Script=Han}/u;
  const name = all('h1, .head > .other').find((element) => han.test(element.textContent));
  for (const button of name ? all('button.pinyin') : []) {
    const plain = name.textContent, reading = button.textContent.trim();
    const syllables = reading.split(/\s+/).filter((syllable) => !plain.toLowerCase().includes(syllable));
    const parts = plain.match(/\p{Script=Han}|\P{Script=Han}+/gu);
    const agree = parts.filter((part) => han.test(part)).length === syllables.length;
    button.addEventListener('click', () => {
      const shown = button.getAttribute('aria-pressed') === 'true';
      button.setAttribute('aria-pressed', String(!shown));
      if (shown) { name.textContent = plain; return; }
      const ruby = make('ruby'), rest = syllables.slice();
      for (const part of agree ? parts : [plain]) {
        ruby.append(part, make('rt', { textContent: !agree ? reading : han.test(part) ? rest.shift() : '' }));
      }
      name.replaceChildren(ruby);
    });
  }

  // A long list shows its beginning first.
  for (const list of all('ul[data-more]')) {
    const rest = Array.from(list.children).slice(8);
    if (rest.length < 3) continue;
    const button = make('button', { type: 'button', className: 'more', textContent: words.more + ' (' + (rest.length + 8) + ')' });
    for (const item of rest) item.hidden = true;
    button.addEventListener('click', () => {
      for (const item of rest) item.hidden = false;
      rest[0].querySelector('a').focus();
      button.remove();
    });
    list.after(button);
  }

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

  // The table of terms: filter by text, pinyin or field; sort by a column, and back to the groups.
  const form = document.querySelector('form[data-filter]');
  const table = form && document.getElementById(form.dataset.filter);
  if (table) {
    const fold = (text) => text.normalize('NFKD').replace(/[\u0300-\u036f\s'-]/g, '').toLowerCase();
    const groups = all('tbody', table), fields = new Set();
    const rows = all('tbody tr:not(.group)', table).map((row, index) => {
      const cells = Array.from(row.cells, (cell) => cell.textContent.trim());
      if (cells[2]) fields.add(cells[2]);
      return { row, index, cells, home: row.parentNode, text: fold(cells.join('\n') + '\n' + (row.dataset.pinyin || '')) };
    });
    const collator = new Intl.Collator(document.documentElement.lang);
    const { text, field: chosen } = form.elements, output = form.querySelector('output');
    for (const name of Array.from(fields).sort(collator.compare)) chosen.append(make('option', { textContent: name }));
    const filter = () => {
      const wanted = fold(text.value);
      let count = 0;
      for (const { row, cells, text: own } of rows) {
        row.hidden = !own.includes(wanted) || (chosen.value !== '' && cells[2] !== chosen.value);
        if (!row.hidden) count += 1;
      }
      for (const group of groups) group.hidden = !group.querySelector('tr:not(.group):not([hidden])');
      output.textContent = count + ' / ' + rows.length;
    };
    const sorted = make('tbody');
    const sort = (column, direction) => {
      if (!direction) {
        for (const { row, home } of rows) home.append(row);
        sorted.replaceWith(...groups);
      } else {
        const order = rows.slice().sort((a, b) =>
          direction * collator.compare(a.cells[column], b.cells[column]) || a.index - b.index);
        sorted.append(...order.map((entry) => entry.row));
        table.append(sorted);
        for (const group of groups) group.remove();
      }
      filter();
    };
    const heads = all('thead th', table).slice(0, 3);
    for (const [column, head] of heads.entries()) {
      const button = make('button', { type: 'button', textContent: head.textContent });
      button.addEventListener('click', () => {
        const now = { ascending: 'descending', descending: null }[head.getAttribute('aria-sort')];
        const next = now === undefined ? 'ascending' : now;
        for (const each of heads) each.removeAttribute('aria-sort');
        if (next) head.setAttribute('aria-sort', next);
        sort(column, next === 'ascending' ? 1 : next ? -1 : 0);
      });
      head.replaceChildren(button);
    }
    form.addEventListener('input', filter);
    form.addEventListener('submit', (event) => event.preventDefault());
    filter();
  }
})();
