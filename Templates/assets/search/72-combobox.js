// A field with a list of options below it: the panel, the keyboard, and what assistive technology is told.

/**
 * What a subclass fills: `list` holds options and nothing else; `status`, `filters` and `more` stand around it. A page
 * with a place for results, `data-search-results`, gets no panel. Subclasses have `run` and `remember`.
 */
class Combobox {
  constructor(input, number, label) {
    this.input = input;
    /** How many options there have been. */
    this.made = 0;
    this.status = element("p", "search-status");
    this.filters = element("div", "search-filters");
    this.more = element("div", "search-rest");
    this.list = document.querySelector("main [data-search-results]");
    if (this.list) {
      this.onPage = true;
      this.list.before(this.status, this.filters);
      this.list.after(this.more);
    } else {
      this.list = element("div");
      this.list.dataset.searchResults = "";
      this.panel = element("div", "search-panel");
      this.panel.hidden = true;
      this.panel.append(this.status, this.filters, this.list, this.more);
      (input.form || input).after(this.panel);
      document.addEventListener("pointerdown", ({ target }) => {
        if (target !== input && !this.panel.contains(target)) this.close();
      });
    }
    this.list.classList.add("search-list");
    this.list.id = this.list.id || "search-list-" + number;
    describe(this.status, { role: "status" });
    describe(this.list, { role: "listbox", "aria-label": label });
    describe(input, { role: "combobox", "aria-autocomplete": "list", "aria-controls": this.list.id });
    this.tell();
    input.addEventListener("input", (event) => event.isComposing || this.later(60));
    input.addEventListener("compositionend", () => this.later(0));
    input.addEventListener("focus", () => this.later(0));
    input.addEventListener("keydown", (event) => this.key(event));
    this.list.addEventListener("click", ({ target }) => target.closest("a") && this.remember());
    input.form?.addEventListener("submit", (event) => {
      this.remember();
      if (this.onPage) { event.preventDefault(); this.run(); }
    });
  }

  later(wait) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.run(), wait);
  }

  clear() {
    for (const part of [this.filters, this.more, this.status]) part.replaceChildren();
    this.empty();
    this.tell();
  }

  empty() {
    this.select(null);
    this.list.replaceChildren();
  }

  /** No two options ever have one id, though others may have gone before. */
  append(...options) {
    for (const option of options) describe(option, { role: "option", id: this.list.id + "-option-" + ++this.made });
    this.list.append(...options);
    this.tell();
  }

  remove(option) {
    if (option === this.selected) this.select(null);
    option.remove();
    this.tell();
  }

  /** A list without options is no list: it is hidden, and the field is not expanded. */
  tell() {
    this.list.hidden = !this.list.childElementCount;
    describe(this.input, { "aria-expanded": !this.list.hidden && !this.panel?.hidden });
  }

  open() {
    if (this.panel) this.panel.hidden = document.activeElement !== this.input && this.panel.hidden;
    this.tell();
  }

  close() {
    if (this.panel) this.panel.hidden = true;
    this.tell();
    this.select(null);
  }

  select(option) {
    if (this.selected) describe(this.selected, { "aria-selected": false });
    this.selected = option;
    this.input.removeAttribute("aria-activedescendant");
    if (!option) return;
    describe(option, { "aria-selected": true });
    describe(this.input, { "aria-activedescendant": option.id });
    option.scrollIntoView({ block: "nearest" });
  }

  key(event) {
    // While an input method is composing, the keys are its own.
    if (event.isComposing || event.keyCode === 229) return;
    const options = [...this.list.children], at = options.indexOf(this.selected);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && options.length) {
      this.open();
      this.select(options[at < 0 && step < 0 ? options.length - 1 : at + step]);
    } else if (event.key === "Enter" && at >= 0) {
      options[at].click();
    } else if (event.key === "Escape" && this.panel?.hidden === false) {
      this.close();
    } else if (event.key === "Escape") {
      this.input.value = "";
      this.run();
    } else return;
    event.preventDefault();
  }
}
