// A search field and its results: what is typed, what is found, and what of it is shown.

const BATCH = 10;

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

  remember() { if (this.asked && this.asked.trim()) recent(this.asked.trim().slice(0, 100)); }

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
      const found = await search(index, query, this.language);
      if (turn !== this.turn) return;
      this.found = found;
      this.kind = null;
      if (this.onPage) this.keep(query);
      await this.show();
    } catch (error) {
      if (turn === this.turn) this.fail();
    }
  }

  /** Before anything is typed. */
  start() {
    this.clear();
    const queries = this.onPage || document.activeElement !== this.input ? [] : recent();
    if (!queries.length) { this.close(); return; }
    index.open().catch(() => {});
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

  /** The address shows the query. */
  keep(query) {
    const url = new URL(location);
    url.searchParams.set("q", query.slice(0, 200));
    try { history.replaceState(null, "", url); } catch { /* not everywhere allowed from the disk */ }
  }

  /** Queries to choose from. */
  offer(queries, className) {
    for (const query of queries) {
      const option = button(className, query, () => {
        this.input.value = query;
        this.input.focus();
        this.run();
      });
      option.setAttribute("role", "option");
      option.tabIndex = -1;
      this.append(option);
    }
  }

  async show() {
    const { pages, whole, checked, asks } = this.found, m = this.messages, counts = new Map();
    const kindOf = (page) => index.group(page)[1], wanted = (page) => !this.kind || kindOf(page) === this.kind;
    this.clear();
    this.open();
    for (const page of pages) counts.set(kindOf(page), (counts.get(kindOf(page)) || 0) + 1);
    if (counts.size > 1) for (const [kind, count] of [[null, pages.length], ...counts]) {
      const filter = button("search-filter", m[kind || "all"] || kind, () => {
        this.kind = kind;
        this.turn++;
        this.show().catch(() => this.fail());
      });
      filter.setAttribute("aria-pressed", kind === this.kind);
      filter.append(" ", element("span", "search-count", String(count)));
      this.filters.append(filter);
    }
    this.rest = pages.filter(wanted);
    this.whole = pages.slice(0, whole).filter(wanted).length;
    this.status.textContent = this.whole ? m.found.replace("{n}", (checked ? "≤ " : "") + this.whole) : asks ? m.asked : m.near;
    await this.add();
  }

  /** Shows the next results: the first as soon as it can be, the others when they come. */
  async add() {
    const { turn, messages: m, list } = this, end = list.childElementCount + BATCH;
    this.more.replaceChildren();
    while (this.rest.length && list.childElementCount < end) {
      const batch = this.rest.splice(0, list.childElementCount ? end - list.childElementCount : 1);
      const hits = await Promise.all(batch.map((page) => this.hit(page)));
      if (turn !== this.turn) return;
      this.append(...hits.filter(Boolean));
      // The first result is seen before more is asked for.
      if (list.childElementCount === 1) await new Promise((done) => setTimeout(done, 30));
      if (turn !== this.turn) return;
    }
    if (this.rest.length) {
      this.more.append(button("search-more", m.more, () => this.add().catch(() => this.fail())));
    } else if (!list.childElementCount) {
      this.status.textContent = m.none.replace("{q}", () => this.asked.trim().slice(0, 60));
      if (this.found.suggestions.length) this.status.append(" " + m.maybe);
      this.offer(this.found.suggestions, "search-suggestion");
    }
  }

  /** Promises the link to a page, or null if its text shows that it is no hit. */
  async hit(page) {
    const { found: { check, terms, whole, pages, exact, asks }, messages: m, turn } = this;
    const [path, title, ...names] = await index.page(page), runs = check(page), [language, kind] = index.group(page);
    if (runs.length) {
      const sections = await read(path);
      const texts = sections && [title, ...names, ...sections.flatMap(({ heading, text }) => [heading, text])];
      if (texts && !runs.every((run) => contains(texts, run))) return null;
    }
    const link = element("a", "search-hit");
    link.href = address(path);
    link.id = this.list.id + "-" + page;
    link.lang = link.dataset.lang = language;
    link.dataset.kind = kind;
    if (!asks && pages.indexOf(page) >= whole) link.dataset.partial = m.rest;
    link.setAttribute("role", "option");
    link.append(marked("search-title", title, findTerms(title, terms)), " ", element("span", "search-kind", m[kind] || kind), " ");
    if (language !== this.language) link.append(element("span", "search-lang", language), " ");
    link.explain = async () => {
      if (turn !== this.turn) return;
      // Who asked for the page by its name is led to its beginning.
      const sections = await read(path) || [], piece = excerpt(exact.has(page) ? sections.slice(0, 1) : sections, terms);
      if (!piece) return;
      if (piece.section.anchor) {
        link.hash = piece.section.anchor;
        link.append(element("span", "search-section", piece.section.heading), " ");
      }
      link.append(marked("search-excerpt", piece.text, piece.ranges));
    };
    // Excerpts may wait until the typing stops.
    setTimeout(() => turn === this.turn && this.sight.observe(link), 150);
    return link;
  }
}
