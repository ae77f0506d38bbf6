/* Search over the files in search/ (their format: Sources/SiteSearch/FORMAT.md). Plain script, no dependency.

   What a page provides:
     <script src="{root}assets/search.js" defer></script>   the site's root is found from this address
     <form role="search" action="{root}zh/search/"><input type="search" name="q" data-search data-lang="zh"></form>
       any number of fields; data-lang is the reader's language (or that of <html>)
     <div data-search-results></div>   on the search page: results go there, and ?q= is read and kept;
       elsewhere a panel is made after the field's form
     data-search-messages='{"none":"…"}' on a field replaces messages (see MESSAGES)
   Pages are read for excerpts: text of <main> with heading ids; what has data-search-ignore is left out.

   What this script makes, to be styled:
     .search-panel [hidden]        the panel; on the search page the same parts stand in [data-search-results]'s parent
       .search-status              role=status: count, "nothing found", errors with button.search-retry
       .search-filters             button[aria-pressed] for each kind: .search-filter > .search-count
       .search-list[data-search-results]  role=listbox
         a.search-hit[data-lang][data-kind][role=option][aria-selected]
           .search-title, .search-kind, .search-lang (other language), .search-section, .search-excerpt; <mark>
         button.search-more, button.search-suggestion, button.search-recent */
(function () {
  "use strict";

  // ---------------------------------------------------------------- Text: twin of Swift's SearchTokenizer

  const HAN = /[\u4e00-\u9fff\u3400-\u4dbf\u{20000}-\u{323af}\uf900-\ufaff\u3005\u3007]/u;
  const LETTER = /[\p{L}\p{N}]/u;
  const MARK = /\p{M}/u;
  const MAX_WORD = 40, MAX_JOINED = 4, MAX_TOKENS = 64;

  let simplified = null; // Map from traditional to simplified characters, once loaded
  let folded = new Map();

  /** What one character becomes: a list of [character, role], role "h"an, "l"etter or "s"eparator. */
  function fold(char) {
    let parts = folded.get(char);
    if (!parts) {
      parts = [];
      for (const part of char.normalize("NFKD")) {
        if (HAN.test(part)) parts.push([(simplified && simplified.get(part)) || part, "h"]);
        else if (MARK.test(part)) continue;
        else if (LETTER.test(part)) {
          for (const low of part.toLowerCase()) if (!MARK.test(low)) parts.push([low, "l"]);
        } else parts.push([part, "s"]);
      }
      folded.set(char, parts);
    }
    return parts;
  }

  /** Tokens {text, han, start, end, apart}: offsets in UTF-16; `apart` after a separator. `extras`: gpt-4 → gpt4. */
  function tokenize(text, limit = Infinity) {
    const tokens = [], extras = [];
    let word = "", length = 0, start = 0, end = 0, apart = false, joined = "", joinedLength = 0, parts = 0, index = 0;
    const endWord = () => {
      if (!length) return;
      tokens.push({ text: word, han: false, start, end, apart });
      joined += word; joinedLength += length; parts++;
      word = ""; length = 0; apart = false;
    };
    const endJoined = () => {
      if (parts > 1 && parts <= MAX_JOINED && joinedLength <= MAX_WORD) extras.push(joined);
      joined = ""; joinedLength = 0; parts = 0;
    };
    for (const char of text) {
      if (tokens.length >= limit) break;
      for (const [part, role] of fold(char)) {
        if (role === "l") {
          if (!length) start = index;
          if (++length <= MAX_WORD) word += part;
          end = index + char.length;
        } else if (role === "h") {
          endWord(); endJoined();
          tokens.push({ text: part, han: true, start: index, end: index + char.length, apart });
          apart = false;
        } else {
          const afterWord = length > 0;
          endWord();
          if (!afterWord || !/[-._]/.test(part)) endJoined();
          apart = true;
        }
      }
      index += char.length;
    }
    endWord(); endJoined();
    return { tokens, extras };
  }

  /** The text that all spellings of the same tokens share. */
  function canonical(tokens) {
    let text = "", afterWord = false;
    for (const token of tokens) {
      text += (afterWord && !token.han ? " " : "") + token.text;
      afterWord = !token.han;
    }
    return text;
  }

  // ---------------------------------------------------------------- Index files

  /** Bits, most significant first; the codes are those of Swift's BitWriter. */
  class BitReader {
    constructor(bytes) { this.bytes = bytes; this.position = 0; }
    bit() {
      const at = this.position++;
      if (at >> 3 >= this.bytes.length) throw new RangeError("truncated");
      return (this.bytes[at >> 3] >> (7 - (at & 7))) & 1;
    }
    read(count) {
      let value = 0;
      while (count > 0) {
        const offset = this.position & 7, take = Math.min(8 - offset, count), byte = this.bytes[this.position >> 3];
        if (byte === undefined) throw new RangeError("truncated");
        value = value * (1 << take) + ((byte >> (8 - offset - take)) & ((1 << take) - 1));
        this.position += take;
        count -= take;
      }
      return value;
    }
    gamma() {
      let zeros = 0;
      while (!this.bit()) zeros++;
      return zeros ? 2 ** zeros + this.read(zeros) : 1;
    }
    golomb(order) { return (this.gamma() - 1) * 2 ** order + this.read(order); }
    below(size) {
      if (size < 2) return 0;
      const width = 31 - Math.clz32(size), short = 2 ** (width + 1) - size, value = this.read(width);
      return value < short ? value : value * 2 + this.read(1) - short;
    }
    rising(target, from, count, low, high) {
      if (!count) return;
      if (high - low + 1 === count) { while (count--) target[from++] = low++; return; }
      const before = count >> 1, value = low + before + this.below(high - low + 2 - count);
      target[from + before] = value;
      this.rising(target, from, before, low, value - 1);
      this.rising(target, from + before + 1, count - before - 1, value + 1, high);
    }
  }

  /** A run of the dictionary: sorted `keys`, and `entries` by key. */
  function readShard(bytes, pageCount) {
    const reader = new BitReader(bytes), keys = [], entries = new Map();
    const list = (withLevels) => {
      const count = reader.gamma(), pages = new Int32Array(count), levels = withLevels && new Uint8Array(count);
      if (count > pageCount) throw new RangeError("damaged");
      reader.rising(pages, 0, count, 0, pageCount - 1);
      if (levels) for (let i = 0; i < count; i++) levels[i] = reader.gamma() - 1;
      return { pages, levels };
    };
    let previous = "";
    for (let left = reader.gamma() - 1; left > 0; left--) {
      const shared = reader.gamma() - 1, added = reader.gamma() - 1;
      let key = previous.slice(0, shared);
      for (let i = 0; i < added; i++) {
        let unit;
        if (i === 0 && shared < previous.length) unit = previous.charCodeAt(shared) + 1 + reader.golomb(4);
        else if (reader.bit()) unit = 0x4e00 + reader.below(0x5200);
        else unit = reader.bit() ? reader.read(7) : reader.read(16);
        key += String.fromCharCode(unit);
      }
      const plain = reader.bit(), flags = plain ? 4 : reader.read(3), entry = {};
      if (flags & 4) entry.postings = list(true);
      if (flags & 2) entry.exact = list(false);
      if (flags & 1) entry.related = list(true);
      keys.push(key);
      entries.set(key, entry);
      previous = key;
    }
    return { keys, entries };
  }

  function lastAtMost(array, value) {
    let low = 0, high = array.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (array[middle] <= value) low = middle + 1; else high = middle;
    }
    return low - 1;
  }

  /** The index, loaded piece by piece. `load(name)` promises the content of a file. */
  class Index {
    constructor(load) { this.load = load; this.shards = []; this.blocks = []; this.loading = new Map(); }

    async open() {
      if (this.root) return;
      const root = await this.once("index", (content) => content);
      if (root.version !== 1) throw new Error("unknown version of the index");
      this.firstKeys = root.shards.filter((_, i) => i % 2 === 0);
      this.shardNames = root.shards.filter((_, i) => i % 2 === 1);
      this.root = root;
      this.pageCount = root.pageCount;
      this.groupEnds = [];
      let end = 0;
      for (const group of root.groups) this.groupEnds.push(end += group[2]);
    }

    once(name, read) {
      if (!this.loading.has(name)) {
        const promise = this.load(name).then(read);
        promise.catch(() => this.loading.delete(name));
        this.loading.set(name, promise);
      }
      return this.loading.get(name);
    }

    /** Loads the shards that hold keys from `low` to `high`; at most `limit`. */
    async need(low, high = low, limit = 4) {
      const from = Math.max(0, lastAtMost(this.firstKeys, low)), to = lastAtMost(this.firstKeys, high);
      const wanted = [];
      for (let i = from; i <= to && wanted.length < limit; i++) if (!this.shards[i]) wanted.push(i);
      await Promise.all(wanted.map((i) => this.once(this.shardNames[i], (content) => {
        const text = atob(content), bytes = new Uint8Array(text.length);
        for (let j = 0; j < text.length; j++) bytes[j] = text.charCodeAt(j);
        this.shards[i] = readShard(bytes, this.pageCount);
      })));
    }

    entry(key) {
      const shard = this.shards[lastAtMost(this.firstKeys, key)];
      return shard && shard.entries.get(key);
    }

    /** The loaded keys that start with `prefix`. */
    keys(prefix) {
      const result = [], from = Math.max(0, lastAtMost(this.firstKeys, prefix));
      for (let i = from; i < this.firstKeys.length && this.shards[i]; i++) {
        const keys = this.shards[i].keys;
        let at = lastAtMost(keys, prefix);
        if (at < 0 || keys[at] < prefix) at++;
        while (at < keys.length && keys[at].startsWith(prefix)) result.push(keys[at++]);
        if (at < keys.length) break;
      }
      return result;
    }

    group(page) { return this.root.groups[lastAtMost(this.groupEnds, page) + 1]; }

    /** Promises [path, title, other names…]. */
    async page(number) {
      const size = this.root.blockSize, block = Math.floor(number / size);
      const pages = await this.once(this.root.blocks[block], (content) => content);
      return pages[number % size];
    }

    /** From now on traditional characters are folded too. */
    async loadTraditional() {
      if (simplified) return false;
      const pairs = [...await this.once(this.root.traditional, (content) => content)];
      simplified = new Map();
      for (let i = 0; i + 1 < pairs.length; i += 2) simplified.set(pairs[i], pairs[i + 1]);
      folded = new Map();
      return true;
    }
  }

  // ---------------------------------------------------------------- Searching

  const SATURATION = 6;
  const weight = (level) => { const w = 2 ** (level / 2); return w / (w + SATURATION); };
  const WEIGHTS = Array.from({ length: 16 }, (_, level) => weight(level));

  /** Runs of Han characters and words, as typed. */
  function atomsOf(tokens) {
    const atoms = [];
    for (const token of tokens) {
      const last = atoms[atoms.length - 1];
      if (token.han && last && last.han && !token.apart) last.text += token.text;
      else atoms.push({ text: token.text, han: token.han });
    }
    if (atoms.length) atoms[atoms.length - 1].last = true;
    return atoms;
  }

  const characters = (text) => [...text];
  function bigrams(text) {
    const chars = characters(text);
    return chars.slice(1).map((char, i) => chars[i] + char);
  }

  /** Pages with a score each, and whether the page's text must be asked (`check`). */
  class Matches extends Map {
    add(page, score) { if (score > (this.get(page) || 0)) this.set(page, score); }
    addList(list, factor, idf) {
      if (list) for (let i = 0; i < list.pages.length; i++) this.add(list.pages[i], factor * idf * WEIGHTS[list.levels[i]]);
    }
  }

  const idf = (index, list) => Math.log(1 + (index.pageCount + 0.5) / ((list ? list.pages.length : 0) + 0.5));

  /** Pages with a run of Han characters. */
  async function matchHan(index, text, related) {
    const matches = new Matches(), chars = characters(text);
    await index.need(text);
    let entry = index.entry(text);
    if (chars.length > 2 && !(entry && entry.postings)) {
      const grams = bigrams(text);
      await Promise.all(grams.map((gram) => index.need(gram)));
      const lists = grams.map((gram) => (index.entry(gram) || {}).postings);
      if (lists.every(Boolean)) {
        const order = [...new Set(lists)].sort((a, b) => a.pages.length - b.pages.length);
        let found = new Map();
        order[0].pages.forEach((page, i) => found.set(page, order[0].levels[i]));
        for (const list of order.slice(1)) {
          const next = new Map();
          list.pages.forEach((page, i) => {
            if (found.has(page)) next.set(page, Math.min(found.get(page), list.levels[i]));
          });
          found = next;
        }
        const rarity = idf(index, { pages: { length: found.size } });
        for (const [page, level] of found) matches.add(page, rarity * WEIGHTS[level]);
        matches.check = text;
      }
    }
    if (entry) {
      matches.addList(entry.postings, 1, idf(index, entry.postings));
      if (related) matches.addList(entry.related, 0.5, idf(index, entry.related));
    }
    return matches;
  }

  /** Pages with a word or one that starts with it. */
  async function matchWord(index, word) {
    const matches = new Matches();
    await index.need(word, word + "\uffff");
    const entry = index.entry(word);
    if (entry) {
      matches.addList(entry.postings, 1, idf(index, entry.postings));
      matches.addList(entry.related, 0.5, idf(index, entry.related));
    }
    for (const key of index.keys(word)) {
      if (key === word || key.includes(" ")) continue;
      const list = index.entry(key).postings;
      matches.addList(list, 0.3 + 0.3 * word.length / key.length, Math.min(4, idf(index, list)));
    }
    matches.known = !!(entry && (entry.postings || entry.related));
    return matches;
  }

  // Pinyin: a syllable, or the first letter of one.
  const SYLLABLE = /^(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|[iu]ang?|ang|eng|ing|ong|ian|iao|uai|uan|van|ue|ve|ai|ei|ui|ao|ou|iu|ie|er|an|en|in|un|vn|ia|ua|uo|[aeiouv])/;

  /** Ways to read `word` as syllables and initials, likeliest first. */
  function readings(word) {
    const result = [];
    (function walk(rest, parts) {
      if (result.length >= 24 || parts.length > 12) return;
      if (!rest) { result.push(parts); return; }
      const match = SYLLABLE.exec(rest), longest = match ? match[0].length : 0;
      for (let length = longest; length > 1; length--) {
        if (SYLLABLE.exec(rest.slice(0, length))?.[0].length === length) walk(rest.slice(length), [...parts, rest.slice(0, length)]);
      }
      if (/^[zcs]h/.test(rest) && longest < 2) walk(rest.slice(2), [...parts, rest.slice(0, 2)]);
      walk(rest.slice(1), [...parts, rest[0]]);
    })(word, []);
    return result.sort((a, b) => a.length - b.length);
  }

  const blurred = (syllable) => syllable.replace(/^([zcs])h/, "$1").replace(/ng$/, "n").replace(/^l/, "n");

  /** Han texts that `word` may spell in pinyin, best first. */
  async function pinyinTexts(index, word) {
    const found = new Map();
    const ways = readings(word).filter((parts) => parts.length > 1);
    const byInitials = new Map();
    for (const parts of ways) {
      const initials = "'" + parts.map((part) => part[0]).join("");
      if (!byInitials.has(initials)) byInitials.set(initials, []);
      byInitials.get(initials).push(parts);
    }
    for (const [initials, ways] of [...byInitials].slice(0, 6)) {
      await index.need(initials, initials + "\uffff", 2);
      for (const key of index.keys(initials)) {
        const [, , reading, han] = key.split("'"), syllables = reading.split(" ");
        for (const parts of ways) {
          let cost = (syllables.length - parts.length) * 0.5;
          for (let i = 0; i < parts.length && cost < 9; i++) {
            if (parts[i].length > 1 && syllables[i] === parts[i]) continue;
            else if (parts[i].length === 1 || syllables[i].startsWith(parts[i])) cost += 0.1;
            else if (blurred(syllables[i]) === blurred(parts[i])) cost += 0.6;
            else cost = 9;
          }
          if (cost < 9 && cost < (found.get(han) ?? 9)) found.set(han, cost);
        }
      }
    }
    return [...found].sort((a, b) => a[1] - b[1]).slice(0, 5);
  }

  /** Edit distance with transpositions, or more than `most`. */
  function distance(a, b, most) {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    let before = [], last = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
      const row = [i];
      for (let j = 1; j <= b.length; j++) {
        row[j] = Math.min(row[j - 1] + 1, last[j] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      if (Math.min(...row) > most) return most + 1;
      before = last;
      last = row;
    }
    return last[b.length];
  }

  /** Words close to `word`, best first. */
  async function closeWords(index, word) {
    const most = word.length < 4 ? 0 : word.length < 8 ? 1 : 2, found = [];
    if (!most) return found;
    const starts = new Set([word.slice(0, 2), word[1] + word[0], word[0] + word[2], word.slice(1, 3)]);
    for (const start of starts) {
      await index.need(start, start + "\uffff", 3);
      for (const key of index.keys(start)) {
        if (!/^\p{L}+\d*$/u.test(key)) continue;
        const entry = index.entry(key), far = distance(word, key, most);
        if (entry.postings && far <= most) found.push([key, far - Math.min(0.9, entry.postings.pages.length / 1000)]);
      }
    }
    return found.sort((a, b) => a[1] - b[1]).slice(0, 4);
  }

  /** Pages for one part of the query, by whatever reading finds some. */
  async function matchAtom(index, atom, state) {
    if (atom.han) {
      let matches = await matchHan(index, atom.text, true);
      if (!matches.size && characters(atom.text).some((char) => !index.entry(char)) && await unknownHan(index, atom.text)) {
        atom.text = tokenize(atom.text).tokens.map((token) => token.text).join("");
        matches = await matchHan(index, atom.text, true);
      }
      atom.terms = [atom.text];
      return matches;
    }
    const matches = await matchWord(index, atom.text);
    atom.terms = [atom.text];
    if (matches.known || !/^[a-z]/.test(atom.text)) return matches;
    for (const [han, cost] of await pinyinTexts(index, atom.text)) {
      atom.terms.push(han);
      for (const [page, score] of await matchHan(index, han, true)) matches.add(page, score * (1 - cost / 12));
      const entry = index.entry(han);
      if (entry && entry.exact) for (const page of entry.exact.pages) matches.add(page, 20 - cost);
    }
    if (matches.size) return matches;
    for (const [word, far] of await closeWords(index, atom.text)) {
      atom.terms.push(word);
      state.suggestions.push(word);
      for (const [page, score] of await matchWord(index, word)) matches.add(page, score * (1 - far / 4));
    }
    return matches;
  }

  /** Whether a Han character stands nowhere in the index and the table of traditional characters was news. */
  async function unknownHan(index, text) {
    for (const char of characters(text)) await index.need(char);
    return characters(text).some((char) => !index.entry(char)) && index.loadTraditional();
  }

  /**
   * Promises { hits: [{page, score, check, partial}], terms, suggestions }, best first.
   * `check` is a text that the page must contain to be a hit; only its own text can tell.
   */
  async function search(index, text, language) {
    const { tokens } = tokenize(text.slice(0, 2000), MAX_TOKENS), state = { suggestions: [] };
    if (!tokens.length) return { hits: [], terms: [], suggestions: [] };
    await index.open();
    const whole = canonical(tokens), atoms = atomsOf(tokens);
    await index.need(whole);
    const named = index.entry(whole);
    const lists = await Promise.all(atoms.map((atom) => matchAtom(index, atom, state)));

    const hits = new Map();
    const hit = (page) => {
      if (!hits.has(page)) hits.set(page, { page, score: 0, count: 0, check: null });
      return hits.get(page);
    };
    lists.forEach((list) => {
      for (const [page, score] of list) {
        const found = hit(page);
        found.score += score;
        found.count++;
        if (list.check) found.check = [...(found.check || []), list.check];
      }
    });
    const checked = lists.some((list) => list.check);
    if (named) {
      const phrase = new Matches();
      phrase.addList(named.postings, 1, 2 * idf(index, named.postings));
      phrase.addList(named.related, 0.5, 2 * idf(index, named.related));
      for (const [page, score] of phrase) {
        const found = hit(page);
        found.score += score;
        found.count = atoms.length;
        found.check = null;
      }
      if (named.exact) for (const page of named.exact.pages) {
        const found = hit(page);
        found.score += 100;
        found.count = atoms.length;
        found.check = null;
      }
    }
    let result = [...hits.values()].filter((found) => found.count === atoms.length);
    let partial = [];
    if (result.length < 10 && atoms.length > 1) {
      partial = [...hits.values()].filter((found) => found.count < atoms.length && found.count * 2 >= atoms.length);
    }
    const order = (a, b) => b.score - a.score || a.page - b.page;
    const foreign = (found) => index.group(found.page)[0] === language ? 0 : 1;
    result.sort((a, b) => foreign(a) - foreign(b) || order(a, b));
    partial.sort((a, b) => b.count - a.count || foreign(a) - foreign(b) || order(a, b));
    if (!result.length && !partial.length) partial = await scattered(index, atoms, foreign);
    for (const found of partial) found.partial = true;
    return { hits: [...result, ...partial], checked, terms: [...new Set(atoms.flatMap((atom) => atom.terms))],
      suggestions: [...new Set(state.suggestions)] };
  }

  /** Pages that share many pairs of characters with a long run: for questions as people type them. */
  async function scattered(index, atoms, foreign) {
    const scores = new Map();
    const grams = new Set(atoms.flatMap((atom) => atom.han ? bigrams(atom.text) : []));
    for (const gram of grams) {
      await index.need(gram);
      const entry = index.entry(gram), list = entry && entry.postings;
      if (!list) continue;
      const rarity = idf(index, list);
      list.pages.forEach((page, i) => scores.set(page, (scores.get(page) || 0) + rarity * WEIGHTS[list.levels[i]]));
    }
    const hits = [...scores].map(([page, score]) => ({ page, score, check: null }));
    const best = Math.max(0, ...scores.values());
    return hits.filter((found) => found.score > best / 3)
      .sort((a, b) => foreign(a) - foreign(b) || b.score - a.score || a.page - b.page).slice(0, 50);
  }

  /** Whether one of `texts` contains the run of Han characters `run`. */
  function contains(texts, run) {
    return texts.some((text) => tokenize(text).tokens.map((token) => (token.han ? token.text : " ")).join("").includes(run));
  }

  // ---------------------------------------------------------------- Excerpts

  /** Ranges of `text` that match one of `terms`, and the best place to begin an excerpt. */
  function findTerms(text, terms) {
    const { tokens } = tokenize(text), ranges = [];
    const wanted = terms.map((term) => tokenize(term).tokens.map((token) => token.text)).filter((term) => term.length);
    for (let i = 0; i < tokens.length; i++) {
      let longest = 0;
      for (const term of wanted) {
        if (term.length <= longest || i + term.length > tokens.length) continue;
        if (term.every((part, k) => k === term.length - 1 && !tokens[i + k].han
          ? tokens[i + k].text.startsWith(part) : tokens[i + k].text === part)) longest = term.length;
      }
      if (longest) {
        ranges.push([tokens[i].start, tokens[i + longest - 1].end]);
        i += longest - 1;
      }
    }
    return ranges;
  }

  /** The section and the piece of its text that show most of the terms: {section, text, ranges}. */
  function excerpt(sections, terms, width = 110) {
    let best = null;
    for (const section of sections) {
      const ranges = findTerms(section.text, terms);
      for (let i = 0; i < ranges.length || i === 0; i++) {
        const start = ranges[i] ? ranges[i][0] : 0, seen = new Set();
        for (let k = i; k < ranges.length && ranges[k][1] <= start + width; k++) seen.add(section.text.slice(...ranges[k]).toLowerCase());
        const score = [...seen].reduce((sum, part) => sum + part.length, 0);
        if (!best || score > best.score) best = { score, section, ranges, start };
        if (i > 40) break;
      }
    }
    if (!best) return null;
    const from = Math.max(0, best.start - 24), text = best.section.text.slice(from, from + width);
    return { section: best.section, text: (from ? "…" : "") + text + (from + width < best.section.text.length ? "…" : ""),
      ranges: best.ranges.map(([a, b]) => [a - from + (from ? 1 : 0), b - from + (from ? 1 : 0)])
        .filter(([a, b]) => a >= 0 && b <= text.length + 1) };
  }

  const api = { tokenize, canonical, Index, search, readShard, BitReader, contains, findTerms, excerpt, distance, readings, pinyinTexts };
  if (typeof module !== "undefined" && module.exports) { module.exports = api; return; }
  // ---------------------------------------------------------------- The page

  const MESSAGES = {
    zh: { found: "{n} 个结果", some: "没有页面含有全部内容，这些较接近", none: "没有找到“{q}”", searching: "正在搜索…", failed: "搜索文件没有载入。",
      retry: "重试", more: "更多结果", all: "全部", maybe: "你要找的是不是：", recent: "最近的搜索", term: "术语", question: "问题", page: "页面",
      source: "来源", tag: "标签", label: "搜索结果" },
    en: { found: "{n} results", some: "No page has all of it; these come close", none: "Nothing found for “{q}”", searching: "Searching…",
      failed: "The search files did not load.", retry: "Try again", more: "More results", all: "All", maybe: "Did you mean:", recent: "Recent searches",
      term: "Terms", question: "Questions", page: "Pages", source: "Sources", tag: "Tags", label: "Search results" },
  };
  const PAGE_SIZE = 10, RECENT = "ciyuan-recent";
  const script = document.currentScript, fromDisk = location.protocol === "file:";
  const root = new URL("..", script.src).href;

  /** Files of the index hand over their content by calling this. */
  const received = new Map();
  let attempt = 0;
  window.ciyuanSearch = (name, content) => received.set(name, content);
  // A truncated file is a syntax error: it is reported as a failed load, not as a fault of the page.
  addEventListener("error", (event) => {
    if (event.filename && event.filename.startsWith(root + "search/")) event.preventDefault();
  });

  function load(name) {
    return new Promise((resolve, reject) => {
      const element = document.createElement("script");
      const settle = () => {
        element.remove();
        if (received.has(name)) resolve(received.get(name)); else reject(new Error(name));
        received.delete(name);
      };
      element.onload = element.onerror = settle;
      element.src = root + "search/" + name + ".js" + (attempt ? "?" + attempt : "");
      document.head.append(element);
    });
  }

  /** The text of a page by headings: [{anchor, heading, text}]. */
  function sectionsOf(main) {
    const sections = [{ anchor: null, heading: "", text: "" }];
    const blocks = /^(P|LI|DIV|TR|TD|TH|PRE|BLOCKQUOTE|DT|DD|FIGURE|TABLE|UL|OL|SECTION|BR)$/;
    (function walk(node) {
      for (const child of node.childNodes) {
        const section = sections[sections.length - 1];
        if (child.nodeType === 3) section.text += child.data;
        else if (child.nodeType === 1) {
          if (/^(SCRIPT|STYLE|TEMPLATE|NAV|BUTTON)$/i.test(child.nodeName) || child.hasAttribute("data-search-ignore")) continue;
          if (/^H[2-6]$/.test(child.nodeName)) {
            sections.push({ anchor: child.id || null, heading: child.textContent.trim(), text: "" });
            continue;
          }
          if (child.nodeName === "H1") continue;
          walk(child);
          if (blocks.test(child.nodeName)) sections[sections.length - 1].text += " ";
        }
      }
    })(main);
    for (const section of sections) section.text = section.text.replace(/\s+/g, " ").trim();
    return sections;
  }

  const address = (path) => new URL(path + (fromDisk && /(^|\/)$/.test(path) ? "index.html" : ""), root).href;
  const texts = new Map();

  /** Promises the sections of a page, or null if it cannot be read. From the disk only a frame may read it. */
  function readPage(path) {
    if (!texts.has(path)) texts.set(path, (fromDisk ? readFrame(path) : readResponse(path)).catch(() => null));
    return texts.get(path);
  }
  async function readResponse(path) {
    const response = await fetch(address(path));
    if (!response.ok) return null;
    const main = new DOMParser().parseFromString(await response.text(), "text/html").querySelector("main");
    return main && sectionsOf(main);
  }
  function readFrame(path) {
    return new Promise((resolve) => {
      const frame = document.createElement("iframe");
      const done = (sections) => { removeEventListener("message", listen); clearTimeout(timer); frame.remove(); resolve(sections); };
      const listen = (event) => {
        if (event.source === frame.contentWindow && event.data && Array.isArray(event.data.ciyuanText)) done(event.data.ciyuanText);
      };
      const timer = setTimeout(done, 4000, null);
      addEventListener("message", listen);
      frame.hidden = true;
      frame.src = address(path) + "#ciyuan-text";
      document.body.append(frame);
    });
  }
  if (location.hash === "#ciyuan-text" && fromDisk && parent !== window) {
    const main = document.querySelector("main");
    parent.postMessage({ ciyuanText: main ? sectionsOf(main) : [] }, "*");
    return;
  }

  const index = new Index(load);

  function element(name, className, text) {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  }
  /** `text` with <mark> around `ranges`. */
  function marked(target, text, ranges) {
    let at = 0;
    for (const [from, to] of ranges) {
      target.append(text.slice(at, from), element("mark", "", text.slice(from, to)));
      at = to;
    }
    target.append(text.slice(at));
  }

  function recent(query) {
    try {
      let list = JSON.parse(localStorage.getItem(RECENT) || "[]").filter((item) => typeof item === "string");
      if (query) {
        list = [query, ...list.filter((item) => item !== query)].slice(0, 8);
        localStorage.setItem(RECENT, JSON.stringify(list));
      }
      return list;
    } catch { return []; }
  }

  /** A search field with its results. */
  class SearchField {
    constructor(input, number) {
      this.input = input;
      this.language = input.dataset.lang || document.documentElement.lang || "en";
      this.messages = { ...(MESSAGES[this.language.slice(0, 2)] || MESSAGES.en) };
      try { Object.assign(this.messages, JSON.parse(input.dataset.searchMessages || "{}")); } catch { /* keep ours */ }
      this.list = document.querySelector("[data-search-results]:not(.search-panel *)");
      this.onPage = !!this.list;
      this.status = element("p", "search-status");
      this.status.setAttribute("role", "status");
      this.filters = element("div", "search-filters");
      if (this.onPage) {
        const others = this.list.parentNode.querySelectorAll(":scope > .search-status, :scope > .search-filters");
        others.forEach((other) => other.remove());
        this.list.before(this.status, this.filters);
      } else {
        this.panel = element("div", "search-panel");
        this.panel.hidden = true;
        this.list = element("div");
        this.list.dataset.searchResults = "";
        this.panel.append(this.status, this.filters, this.list);
        (input.form || input).after(this.panel);
      }
      this.list.classList.add("search-list");
      this.list.id = this.list.id || "search-list-" + number;
      this.list.setAttribute("role", "listbox");
      this.list.setAttribute("aria-label", this.messages.label);
      const attributes = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": this.list.id,
        autocomplete: "off", spellcheck: "false", maxlength: null };
      for (const name in attributes) if (attributes[name] !== null) input.setAttribute(name, attributes[name]);
      this.turn = 0;
      this.kind = null;
      input.addEventListener("input", (event) => { if (!event.isComposing) this.later(); });
      input.addEventListener("compositionend", () => this.later());
      input.addEventListener("keydown", (event) => this.key(event));
      input.addEventListener("focus", () => { index.open().catch(() => {}); this.later(0); });
      if (input.form) input.form.addEventListener("submit", (event) => {
        if (this.onPage) { event.preventDefault(); this.remember(); this.run(); }
      });
      if (!this.onPage) document.addEventListener("pointerdown", (event) => {
        if (!this.panel.contains(event.target) && event.target !== input) this.close();
      });
      this.list.addEventListener("click", (event) => { if (event.target.closest(".search-hit")) this.remember(); });
    }

    later(wait = 60) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.run(), wait);
    }

    remember() { if (this.input.value.trim().length > 1) recent(this.input.value.trim().slice(0, 100)); }

    async run() {
      const query = this.input.value, turn = ++this.turn;
      if (query === this.shown && !this.failed) { if (query.trim()) this.open(); return; }
      this.kind = null;
      if (!query.trim()) { this.shown = query; this.clear(); this.showRecent(); return; }
      this.failed = false;
      if (!this.shown) this.status.textContent = this.messages.searching;
      this.open();
      try {
        const found = await search(index, query, this.language);
        if (turn !== this.turn) return;
        this.shown = query;
        this.found = found;
        if (this.onPage) this.keepAddress(query);
        await this.show(turn);
      } catch (error) {
        if (turn === this.turn) this.fail();
      }
    }

    fail() {
      this.clear();
      this.failed = true;
      this.open();
      const retry = element("button", "search-retry", this.messages.retry);
      retry.type = "button";
      retry.addEventListener("click", () => { attempt++; index.root = null; index.loading.clear(); this.run(); this.input.focus(); });
      this.status.textContent = this.messages.failed + " ";
      this.status.append(retry);
    }

    keepAddress(query) {
      try {
        const url = new URL(location.href);
        url.searchParams.set("q", query.slice(0, 200));
        history.replaceState(null, "", url);
      } catch { /* not everywhere allowed from the disk */ }
    }

    clear() {
      this.list.replaceChildren();
      this.filters.replaceChildren();
      this.status.textContent = "";
      this.select(null);
    }

    showRecent() {
      const queries = recent();
      if (this.onPage || !queries.length || document.activeElement !== this.input) { this.close(); return; }
      this.open();
      this.status.textContent = this.messages.recent;
      this.list.append(...queries.map((query) => this.fill(query, "search-recent")));
    }

    /** A button that puts a query into the field. */
    fill(query, className) {
      const button = element("button", className, query);
      button.type = "button";
      button.setAttribute("role", "option");
      button.tabIndex = -1;
      button.addEventListener("click", () => { this.input.value = query; this.input.focus(); this.run(); });
      return button;
    }

    async show(turn) {
      const { hits, suggestions } = this.found, m = this.messages;
      this.chosen = hits.filter((hit) => !this.kind || index.group(hit.page)[1] === this.kind);
      this.at = 0;
      const query = this.shown.trim().slice(0, 60);
      this.clear();
      this.open();
      if (!hits.length) {
        this.status.textContent = m.none.replace("{q}", () => query) + (suggestions.length ? " " + m.maybe : "");
        this.list.append(...suggestions.map((word) => this.fill(word, "search-suggestion")));
        return;
      }
      this.showFilters();
      const whole = this.chosen.filter((hit) => !hit.partial).length;
      this.status.textContent = whole ? m.found.replace("{n}", (this.found.checked ? "≤ " : "") + whole) : m.some;
      await this.showMore(turn);
    }

    showFilters() {
      const counts = new Map();
      for (const hit of this.found.hits) {
        const kind = index.group(hit.page)[1];
        counts.set(kind, (counts.get(kind) || 0) + 1);
      }
      if (counts.size < 2) return;
      for (const [kind, count] of [[null, this.found.hits.length], ...counts]) {
        const button = element("button", "search-filter", this.messages[kind || "all"] || kind);
        button.type = "button";
        button.setAttribute("aria-pressed", String(kind === this.kind));
        button.append(" ", element("span", "search-count", count));
        button.addEventListener("click", () => { this.kind = kind; this.show(++this.turn).catch(() => this.fail()); this.input.focus(); });
        this.filters.append(button);
      }
    }

    /** Adds the next results: the first as soon as it can be shown, the others when they come. */
    async showMore(turn) {
      let added = 0;
      const more = this.list.querySelector(".search-more");
      if (more) more.remove();
      while (added < PAGE_SIZE && this.at < this.chosen.length) {
        const batch = this.chosen.slice(this.at, this.at + (added || this.list.childElementCount ? PAGE_SIZE - added : 1));
        this.at += batch.length;
        const checked = await Promise.all(batch.map((hit) => this.check(hit)));
        if (turn !== this.turn) return;
        for (const item of checked) if (item) { this.list.append(this.hit(item)); added++; }
      }
      if (this.at < this.chosen.length) {
        const button = element("button", "search-more", this.messages.more);
        button.type = "button";
        button.addEventListener("click", () => this.showMore(this.turn).catch(() => this.fail()));
        this.list.append(button);
      } else if (!this.list.childElementCount) {
        this.status.textContent = this.messages.none.replace("{q}", () => this.shown.trim().slice(0, 60));
      }
    }

    /** The hit with its page, or null if the page's text shows that it is none. */
    async check(hit) {
      const page = await index.page(hit.page);
      if (hit.check) {
        const sections = await readPage(page[0]);
        if (sections) {
          const texts = [...page.slice(1), ...sections.flatMap((section) => [section.heading, section.text])];
          if (!hit.check.every((run) => contains(texts, run))) return null;
        }
      }
      return { hit, page };
    }

    hit({ hit, page: [path, title] }) {
      const link = element("a", "search-hit"), [language, kind] = index.group(hit.page), terms = this.found.terms;
      link.href = address(path);
      link.id = this.list.id + "-" + hit.page;
      link.dataset.lang = link.lang = language;
      link.dataset.kind = kind;
      link.setAttribute("role", "option");
      link.setAttribute("aria-selected", "false");
      const name = element("span", "search-title");
      marked(name, title, findTerms(title, terms));
      link.append(name, " ", element("span", "search-kind", this.messages[kind] || kind));
      if (language !== this.language) link.append(" ", element("span", "search-lang", language));
      readPage(path).then((sections) => {
        const piece = sections && link.isConnected && excerpt(sections, terms);
        if (!piece) return;
        if (piece.section.anchor) {
          link.href = address(path) + "#" + encodeURIComponent(piece.section.anchor);
          link.append(" ", element("span", "search-section", piece.section.heading));
        }
        const text = element("span", "search-excerpt");
        marked(text, piece.text, piece.ranges);
        link.append(" ", text);
      });
      return link;
    }

    open() {
      if (this.panel && document.activeElement === this.input) this.panel.hidden = false;
      this.input.setAttribute("aria-expanded", String(!this.panel || !this.panel.hidden));
    }

    close() {
      if (this.panel) this.panel.hidden = true;
      this.input.setAttribute("aria-expanded", "false");
      this.select(null);
    }

    select(option) {
      const old = this.list.querySelector("[aria-selected=true]");
      if (old) old.setAttribute("aria-selected", "false");
      if (!option) { this.input.removeAttribute("aria-activedescendant"); return; }
      option.id = option.id || this.list.id + "-o" + [...this.list.children].indexOf(option);
      option.setAttribute("aria-selected", "true");
      this.input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    }

    key(event) {
      if (event.isComposing || event.keyCode === 229) return;
      const options = [...this.list.querySelectorAll("[role=option], .search-more")];
      const at = options.findIndex((option) => option.getAttribute("aria-selected") === "true");
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        if (!options.length) return;
        event.preventDefault();
        this.open();
        const next = event.key === "ArrowDown" ? at + 1 : at < 0 ? options.length - 1 : at - 1;
        this.select(options[next] || null);
      } else if (event.key === "Enter" && at >= 0) {
        event.preventDefault();
        options[at].click();
      } else if (event.key === "Escape") {
        if (this.panel && !this.panel.hidden) { event.preventDefault(); this.close(); }
        else if (this.input.value) { this.input.value = ""; this.run(); }
        else this.input.blur();
      }
    }
  }

  function start() {
    const inputs = [...document.querySelectorAll("input[type=search]")];
    const fields = inputs.map((input, number) => new SearchField(input, number));
    if (!fields.length) return;
    const main = fields.find((field) => field.input.closest("main")) || fields[0];
    const query = new URLSearchParams(location.search).get("q");
    if (query && main.onPage) { main.input.value = query; main.run(); }
    document.addEventListener("keydown", (event) => {
      const target = event.target;
      const editing = target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.nodeName);
      const slash = event.key === "/" && !editing && !event.ctrlKey && !event.metaKey && !event.altKey;
      if (slash || (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey))) {
        event.preventDefault();
        main.input.focus();
        main.input.select();
      }
    });
  }
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start); else start();
})();
