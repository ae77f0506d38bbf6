// A search field and its results: what is typed, what is found, and what of it is shown.

class Field extends Combobox {
  constructor(input, number, all) {
    const language = input.dataset.lang || document.documentElement.lang;
    const messages = all[language] || Object.values(all)[0];
    super(input, number, messages.label);
    this.language = language;
    this.messages = messages;
    this.turn = 0;
    // Excerpts are of what is seen, one page after another: the first comes soonest, and no page is loaded for nothing.
    this.reading = Promise.resolve();
    this.sight = new IntersectionObserver((entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) {
        this.sight.unobserve(target);
        this.reading = this.reading.then(target.explain);
      }
    });
  }

  remember() { recent((this.asked || "").trim().slice(0, 100)); }

  async run() {
    const query = this.input.value;
    // What is being looked for already is left to end: focus asks again while the files still come.
    if (query === this.asked && query.trim()) { this.open(); return; }
    const turn = ++this.turn;
    this.asked = query;
    if (!query.trim()) { this.start(); return; }
    if (!this.list.childElementCount) this.status.textContent = this.messages.wait;
    this.open();
    try {
      const show = async (found) => {
        if (turn !== this.turn) return;
        this.found = found;
        this.kind = null;
        await this.show();
      };
      if (this.onPage) {
        // The address shows the query; not everywhere that is allowed from the disk.
        const url = new URL(location);
        url.searchParams.set("q", query.slice(0, 200));
        try { history.replaceState(null, "", url); } catch {}
      }
      await show(await search(index, query, this.language, show));
    } catch (error) {
      if (turn === this.turn) this.fail();
    }
  }

  /** Before anything is typed. */
  start() {
    this.clear();
    const queries = this.onPage || document.activeElement !== this.input ? [] : recent();
    if (!queries.length) { this.close(); return; }
    this.status.textContent = this.messages.recent;
    this.offer(queries, "search-recent");
    this.open();
  }

  fail() {
    this.clear();
    this.asked = null;
    this.status.append(this.messages.failed, " ", button("search-retry", this.messages.retry, () => {
      attempt++;
      index.reset();
      this.input.focus();
      this.run();
    }));
    this.open();
  }

  /** Queries to choose from. */
  offer(queries, className) {
    for (const query of queries) {
      const option = button(className, query, () => {
        this.input.value = query;
        this.input.focus();
        this.run();
      });
      option.tabIndex = -1;
      this.append(option);
    }
  }

  async show() {
    const { pages, whole, terms } = this.found, m = this.messages, counts = new Map();
    const kindOf = (page) => index.group(page)[1], isWanted = (page) => kindOf(page) === this.kind;
    this.wanted = wantedOf(terms);
    this.open();
    this.filters.replaceChildren();
    for (const page of pages) counts.set(kindOf(page), (counts.get(kindOf(page)) || 0) + 1);
    if (counts.size > 1) for (const [kind, count] of [[null, pages.length], ...counts]) {
      const filter = button("search-filter", m[kind || "all"] || kind, () => {
        this.kind = kind;
        this.turn++;
        this.show().catch(() => this.fail());
      });
      describe(filter, { "aria-pressed": kind === this.kind });
      filter.append(" ", element("span", "search-count", String(count)));
      this.filters.append(filter);
    }
    this.rest = this.kind ? pages.filter(isWanted) : pages;
    this.whole = this.kind ? pages.slice(0, whole).filter(isWanted).length : whole;
    this.next = 0;
    this.count();
    await this.add(0);
  }

  /** Says how many pages have all of the query: at most so many, as long as some of them have not been looked at. */
  count() {
    const { messages: m, whole, found: { check, asks, early } } = this;
    const isOpen = whole > this.list.childElementCount && check(0).length;
    this.status.textContent = early ? m.wait : whole ? (isOpen ? m.most : m.found).replace("{n}", whole) : asks ? m.asked : m.near;
  }

  /** Shows results behind the first `shown`: one as soon as it can be, the others when they come, at once what is there. */
  async add(shown) {
    const { turn, messages: m, list } = this, end = shown + 10;
    this.more.replaceChildren();
    while (this.next < this.rest.length && shown < end) {
      const isThere = this.rest.slice(this.next, this.next + 10).every((page) => index.blocks[index.block(page)]);
      const batch = this.rest.slice(this.next, this.next += shown || isThere ? end - shown : 1);
      const hits = await Promise.all(Array.from(batch, (page) => this.hit(page)));
      if (turn !== this.turn) return;
      // What was found before stays until now.
      if (!shown) this.empty();
      this.append(...hits);
      // The first result is seen before more is asked for.
      if (!shown && !isThere) await new Promise((done) => setTimeout(done, 30));
      // What only a page's own text can tell is looked up while it is seen already.
      const right = await Promise.all(hits.map((hit) => hit.isRight()));
      if (turn !== this.turn) return;
      hits.forEach((hit, i) => {
        if (right[i]) return;
        this.remove(hit);
        this.whole--;
      });
      // Excerpts may wait until the typing stops, but for those of pages that have been read.
      for (const hit of hits) if (hit.isRead) hit.explain();
      setTimeout(() => turn === this.turn && hits.forEach((hit) => hit.isRead || this.sight.observe(hit)), 150);
      this.count();
      shown = list.childElementCount;
    }
    if (!shown) this.empty();
    this.tell();
    if (this.next < this.rest.length) {
      this.more.append(button("search-more", m.more, () => this.add(shown).catch(() => this.fail())));
    } else if (!shown) {
      this.status.textContent = m.none.replace("{q}", () => this.asked.trim().slice(0, 60));
      if (this.found.suggestions.length) this.status.append(" " + m.maybe);
      this.offer([...new Set(this.found.suggestions)].slice(0, 3), "search-suggestion");
    }
  }

  /** Promises the link to a page. It says whether it is right, should only the page's text be able to tell. */
  async hit(page) {
    const { found: { check, whole, pages, exact, asks }, messages: m, turn, wanted } = this;
    const [path, lead, title, ...names] = await index.page(page), [language, kind] = index.group(page), rank = pages.indexOf(page);
    const link = element("a", "search-hit");
    link.isRight = async () => {
      const lacks = (...texts) => check(rank).some((run) => !contains([title, ...names, ...texts], run));
      const sections = lacks(lead) && await read(path);
      link.isRead = sections;
      return !sections || !lacks(...sections.flatMap(({ heading, text }) => [heading, text]));
    };
    link.href = address(path);
    link.lang = link.dataset.lang = language;
    link.dataset.kind = kind;
    if (!asks && rank >= whole) link.dataset.partial = m.rest;
    link.append(marked("search-title", title, wanted), " ", element("span", "search-kind", m[kind] || kind), " ");
    if (language !== this.language) link.append(element("span", "search-lang", language), " ");
    // How the page begins is at hand. Who asked for the page by its name is led there, and who asked for what stands there.
    let shown = lead && marked("search-excerpt", lead, wanted);
    // Which of the page's other names it is found by.
    const covers = (name) => findTerms(name, wanted).reduce((sum, [from, to]) => sum + to - from, 0);
    let [most, alias] = [covers(title)];
    for (const name of names) if (covers(name) > most) [most, alias] = [covers(name), name];
    if (alias) link.append(marked("search-alias", alias, wanted), " ");
    link.append(shown);
    link.explain = async () => {
      if (turn !== this.turn || lead && (exact.has(page) || wanted.every((term) => findTerms(lead, [term]).length))) return;
      const sections = await read(path);
      const piece = sections && turn === this.turn && (await index.file("excerpts")).excerpt(sections, (text) => findTerms(text, wanted));
      if (!piece || lead && !piece.score) return;
      if (shown) shown.remove();
      if (piece.section.anchor) {
        link.hash = piece.section.anchor;
        link.append(element("span", "search-section", piece.section.heading), " ");
      }
      link.append(marked("search-excerpt", piece.text, wanted));
    };
    return link;
  }
}
