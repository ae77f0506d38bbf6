/* Search in the browser. The files it reads, and what it asks of a page: Sources/SiteSearch/FORMAT.md. */
(function () {
  "use strict";

  // ---------------------------------------------------------------- Text: twin of Swift's SearchTokenizer

  const HAN = /[\u4e00-\u9fff\u3400-\u4dbf\u{20000}-\u{323af}\uf900-\ufaff\u3005\u3007]/u;
  const LETTER = /[\p{L}\p{N}]/u;
  const MARK = /\p{M}/u;
  const MAX_WORD = 40, MAX_JOINED = 4, MAX_TOKENS = 64;

  // Keys of two Han units have followers; the letters of keys are mostly these.
  const PAIR = /^[\u4e00-\u9fff\u3400-\u4dbf\ud800-\udfff\uf900-\ufaff\u3005\u3007]{2}$/;
  const LETTERS = "abcdefghijklmnopqrstuvwxyz '-012";

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
    const unit = () => (reader.bit() ? 0x4e00 + reader.below(0x5200) : reader.bit() ? LETTERS.charCodeAt(reader.read(5))
      : reader.bit() ? reader.read(7) : reader.read(16));
    const rising = (size) => {
      const count = reader.gamma();
      if (count > size) throw new RangeError("damaged");
      const values = new Int32Array(count);
      reader.rising(values, 0, count, 0, size - 1);
      return values;
    };
    const list = () => {
      const pages = rising(pageCount), levels = new Uint8Array(pages.length);
      for (let i = 0; i < levels.length; i++) levels[i] = reader.gamma() - 1;
      return { pages, levels };
    };
    let previous = "";
    for (let left = reader.gamma() - 1; left > 0; left--) {
      const shared = reader.gamma() - 1, added = reader.gamma() - 1, entry = {};
      let key = previous.slice(0, shared);
      for (let i = 0; i < added; i++) {
        key += String.fromCharCode(!i && shared < previous.length
          ? previous.charCodeAt(shared) + 1 + reader.golomb(4) : unit());
      }
      const flags = reader.bit() ? 4 : reader.read(3);
      if (flags & 4) {
        entry.postings = list();
        const size = entry.postings.pages.length;
        if (size > 1 && PAIR.test(key)) {
          entry.followers = new Map();
          for (let n = reader.gamma() - 1, code; n > 0; n--) {
            code = code ? code + 1 + reader.golomb(5) : unit();
            entry.followers.set(code, rising(size));
          }
        }
      }
      if (flags & 2) entry.exact = rising(pageCount);
      if (flags & 1) entry.related = list();
      keys.push(key);
      entries.set(key, entry);
      previous = key;
    }
    return { keys, entries };
  }

  /** The place of the last element of a sorted array that is at most `value`; -1 where there is none. */
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
    constructor(load) {
      this.load = load;
      this.reset();
    }

    /** Forgets everything, to be loaded anew. */
    reset() {
      this.root = null;
      this.shards = [];
      this.files = new Map();
    }

    async open() {
      const root = await this.file("index");
      if (root.version !== 2) throw new Error("unknown version of the index");
      if (this.root) return;
      this.root = root;
      this.size = root.pageCount;
      this.starts = root.starts.split("\n");
      let end = 0;
      this.groupEnds = root.groups.map((group) => end += group[2]);
    }

    file(name) {
      if (!this.files.has(name)) {
        const promise = this.load(name);
        promise.catch(() => this.files.delete(name));
        this.files.set(name, promise);
      }
      return this.files.get(name);
    }

    async shard(i) {
      const text = atob(await this.file("k" + this.root.shards.substr(6 * i, 6)));
      this.shards[i] = this.shards[i] || readShard(Uint8Array.from(text, (char) => char.charCodeAt(0)), this.size);
    }

    /** Loads the shards that hold keys from `low` to `high`; at most `limit`. */
    need(low, high = low, limit = 4) {
      const first = Math.max(0, lastAtMost(this.starts, low)), wanted = [];
      for (let i = first; i <= lastAtMost(this.starts, high) && i < first + limit; i++) {
        if (!this.shards[i]) wanted.push(this.shard(i));
      }
      return wanted.length ? Promise.all(wanted) : undefined;
    }

    needAll(keys) { return Promise.all(keys.map((key) => this.need(key))); }

    /** What is known of a key whose shard is loaded. */
    entry(key) {
      const shard = this.shards[lastAtMost(this.starts, key)];
      return (shard && shard.entries.get(key)) || NOTHING;
    }

    /** The loaded keys that start with `prefix`. */
    keys(prefix) {
      const result = [];
      for (let i = Math.max(0, lastAtMost(this.starts, prefix)); this.shards[i]; i++) {
        const { keys } = this.shards[i];
        let at = lastAtMost(keys, prefix);
        if (at < 0 || keys[at] < prefix) at++;
        while (at < keys.length && keys[at].startsWith(prefix)) result.push(keys[at++]);
        if (at < keys.length) break;
      }
      return result;
    }

    /** [language, kind, count] of the pages that `page` is one of. */
    group(page) { return this.root.groups[lastAtMost(this.groupEnds, page) + 1]; }

    /** Promises [path, title, other names…]. */
    async page(number) {
      const size = this.root.blockSize;
      return (await this.file("p" + this.root.blocks.substr(6 * Math.floor(number / size), 6)))[number % size];
    }

    /** From now on traditional characters are folded too; false if they were before. */
    async loadTraditional() {
      if (simplified) return false;
      const pairs = [...await this.file(this.root.traditional)];
      simplified = new Map(pairs.flatMap((char, i) => (i % 2 ? [] : [[char, pairs[i + 1]]])));
      folded = new Map();
      return true;
    }
  }

  // ---------------------------------------------------------------- Searching

  /** How much an occurrence counts by level: saturated as in BM25. */
  const WEIGHTS = Array.from({ length: 16 }, (_, level) => 2 ** (level / 2) / (2 ** (level / 2) + 6));
  const NOTHING = {};

  /** A score for each page, 0 for those that do not match. */
  class Scores {
    constructor(index) {
      this.index = index;
      this.of = new Float32Array(index.size);
      /** A text that the page must contain: only its own text can tell. */
      this.check = null;
    }
    rarity(count) { return Math.log(1 + (this.index.size + 0.5) / (count + 0.5)); }
    set(page, score) { if (score > this.of[page]) this.of[page] = score; }
    list(list, factor = 1, most = 99) {
      if (!list) return this;
      const rarity = factor * Math.min(most, this.rarity(list.pages.length));
      for (let i = 0; i < list.pages.length; i++) this.set(list.pages[i], rarity * WEIGHTS[list.levels[i]]);
      return this;
    }
    all(other, factor) { for (let page = 0; page < this.of.length; page++) this.set(page, other.of[page] * factor); }
    get empty() { return !this.of.some(Boolean); }
  }

  /** All pieces of a text of so many characters. */
  const pairsOf = (text, size = 2) => Array.from({ length: Math.max(0, text.length - size + 1) }, (_, i) => text.slice(i, i + size));

  /** Pages with a run of Han characters: exactly those, except that a page with `check` may be one too many. */
  async function matchHan(index, text) {
    const scores = new Scores(index);
    await index.need(text);
    const entry = index.entry(text);
    scores.list(entry.related, 0.5);
    if (entry.postings || text.length < 3) return scores.list(entry.postings);
    const triples = pairsOf(text, 3);
    await index.needAll([...triples, ...triples.map((triple) => triple.slice(0, 2))]);
    let found = null, alone = "";
    for (const triple of triples) {
      let { postings: list } = index.entry(triple), places = null;
      if (!list) {
        const { postings, followers } = index.entry(triple.slice(0, 2));
        list = postings;
        places = followers && followers.get(triple.charCodeAt(2));
        if (!list || (followers && !places)) return scores;
        // One page has the pair: its text must tell what follows.
        if (!followers) alone = text;
      }
      const next = new Map(), count = places ? places.length : list.pages.length;
      for (let k = 0; k < count; k++) {
        const at = places ? places[k] : k, page = list.pages[at], level = list.levels[at];
        if (!found) next.set(page, level); else if (found.has(page)) next.set(page, Math.min(found.get(page), level));
      }
      found = next;
    }
    const rarity = scores.rarity(found.size);
    for (const [page, level] of found) scores.set(page, rarity * WEIGHTS[level]);
    if (found.size && (alone || text.length > 3)) scores.check = text;
    return scores;
  }

  /** Pages with a word or one that starts with it. */
  async function matchWord(index, word) {
    const scores = new Scores(index);
    await index.need(word);
    const entry = index.entry(word), many = index.entry(word + "*").postings;
    scores.list(entry.postings).list(entry.related, 0.5).list(many, 0.4, 4);
    scores.known = entry !== NOTHING;
    if (many) return scores;
    await index.need(word, word + "\uffff");
    for (const key of index.keys(word)) {
      if (key !== word && !key.includes(" ")) {
        scores.list(index.entry(key).postings, 0.3 + 0.3 * word.length / key.length, 4);
      }
    }
    return scores;
  }

  const SYLLABLE = /^(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?(?:i?ang|i?ong|u?ang|eng|ing|i?an|iao|uai|u?an|ue|ve|ai|ei|ui|ao|ou|iu|ie|er|en|in|un|ia|ua|uo|[aeiouv])/;
  const isSyllable = (text) => (SYLLABLE.exec(text) || [])[0] === text;

  /** Ways to read letters as syllables and first letters of syllables, those of fewest parts first. */
  function readings(word) {
    const result = [];
    (function walk(rest, parts) {
      if (result.length > 24 || parts.length > 12) return;
      if (!rest) { result.push(parts); return; }
      const [found = ""] = SYLLABLE.exec(rest) || [];
      for (let length = found.length; length > 1; length--) {
        if (isSyllable(rest.slice(0, length))) walk(rest.slice(length), [...parts, rest.slice(0, length)]);
      }
      if (found.length < 2 && /^[zcs]h/.test(rest)) walk(rest.slice(2), [...parts, rest.slice(0, 2)]);
      walk(rest.slice(1), [...parts, rest[0]]);
    })(word.replace(/([jqxy])v/g, "$1u"), []);
    return result.sort((a, b) => a.length - b.length);
  }

  /** A syllable without what people mix up: z and zh, n and ng, n and l. */
  const blurred = (syllable) => syllable.replace(/^([zcs])h/, "$1").replace(/ng$/, "n").replace(/^l/, "n");

  /** What letters may spell in pinyin: [key, Han text, cost], cheapest first. `strict`: whole syllables only. */
  async function pinyin(index, word, strict) {
    const found = new Map(), ways = new Map();
    for (const parts of readings(word)) {
      const initials = "'" + parts.map((part) => part[0]).join("");
      if (parts.length > 1 && !(strict && parts.some((part) => part.length < 2))) {
        ways.set(initials, [...(ways.get(initials) || []), parts]);
      }
    }
    for (const [initials, readings] of [...ways].slice(0, 6)) {
      if ([...found.values()].some((item) => item[2] < 1)) break;
      await index.need(initials, initials + "\uffff", 2);
      for (const key of index.keys(initials)) {
        const [, , reading, han] = key.split("'"), syllables = reading.split(" ");
        for (const parts of readings) {
          let cost = Math.min(3, (syllables.length - parts.length) * 0.5);
          parts.forEach((part, i) => {
            const syllable = syllables[i];
            if (part === syllable) return;
            if (part.length === 1 || (i === parts.length - 1 && syllable.startsWith(part))) cost += 0.1;
            else cost += blurred(part) === blurred(syllable) ? 0.6 : 99;
          });
          if (cost < (strict ? 0.1 : 9) && !(found.has(key) && found.get(key)[2] <= cost)) found.set(key, [key, han, cost]);
        }
      }
    }
    return [...found.values()].sort((a, b) => a[2] - b[2]).slice(0, 8);
  }

  /** Edit distance with transpositions, or more than `most`. */
  function distance(a, b, most) {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    let before, last = Array.from({ length: b.length + 1 }, (_, j) => j);
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

  /** Words that a mistyped one may mean, closest first: [word, distance]. */
  async function closeWords(index, word) {
    const most = word.length < 4 ? 0 : word.length < 8 ? 1 : 2, found = new Map();
    if (!most) return [];
    // A slip leaves the beginning of a word or its end as it was, or nearly.
    const size = Math.max(2, (word.length >> 1) - 1), back = reversed(word);
    const near = (text) => [text.slice(0, size), text[1] + text[0] + text.slice(2, size), text[0] + text.slice(2, size + 1)];
    for (const start of new Set([...near(word), ...near(back).map((text) => "-" + text)])) {
      await index.need(start, start + "\uffff", 3);
      for (const key of index.keys(start)) {
        const isBack = key[0] === "-", other = isBack ? reversed(key.slice(1, -1)) : key;
        const far = /[^\p{L}\d]/u.test(other) ? 99 : distance(word, other, most), list = index.entry(key).postings;
        if (far <= most && (isBack || list)) found.set(other, far - (isBack ? key.slice(-1) / 9 : Math.min(0.2, list.pages.length / 100)));
      }
    }
    return [...found].sort((a, b) => a[1] - b[1]).slice(0, 3);
  }
  const reversed = (text) => [...text].reverse().join("");

  /** Pages for one part of the query, by whatever reading of it finds some. Notes in `part.terms` what to mark. */
  async function matchPart(index, part, state) {
    part.terms = [part.text];
    if (part.han) {
      const scores = await matchHan(index, part.text);
      if (scores.empty && !simplified) {
        // A character that stands nowhere may be a traditional one.
        await index.needAll([...part.text]);
        state.again = state.again || ([...part.text].some((char) => index.entry(char) === NOTHING) && await index.loadTraditional());
      }
      return scores;
    }
    const scores = await matchWord(index, part.text);
    if (/^[a-z]+$/.test(part.text)) {
      for (const [key, han, cost] of await pinyin(index, part.text, scores.known)) {
        for (const page of index.entry(key).exact || []) scores.set(page, 12 - cost);
        if (!han) continue;
        part.terms.push(han);
        scores.all(await matchHan(index, han), 1 - cost / 12);
      }
    }
    if (!scores.empty) return scores;
    for (const [word, far] of await closeWords(index, part.text)) {
      part.terms.push(word);
      state.suggestions.add(word);
      scores.all(await matchWord(index, word), 1 - far / 4);
      for (const page of index.entry(word).exact || []) scores.set(page, 12 - far);
    }
    return scores;
  }

  /** Runs of Han characters and words, as typed; pinyin may have spaces. */
  function partsOf(tokens) {
    const parts = [];
    for (const { text, han, apart } of tokens) {
      const last = parts[parts.length - 1];
      if (han && last && last.han && !apart) last.text += text;
      else parts.push({ text, han });
    }
    return parts;
  }

  // Words that ask or join, of which a page need not have any.
  const ASKING = "为什么 是什么 什么是 有什么 什么 怎么样 怎么 怎样 如何 有哪些 哪些 哪个 多少 是否 有何 请问 为何 吗 呢".split(" ");
  const JOINING = new RegExp([...ASKING, "的", "了", "与", "和", "及"].join("|"));
  const SMALL = new Set("a an the of to in on for and or is are do does did be how what why when which who can i it its with between vs by from as at that this we you my not difference differences different differ explain mean means".split(" "));

  /** The parts of a question that carry its meaning. */
  function piecesOf(parts) {
    const result = parts.flatMap((part) => part.han
      ? part.text.split(JOINING).filter(Boolean).map((text) => ({ text, han: true }))
      : SMALL.has(part.text) ? [] : [part]);
    return result.length ? result : parts;
  }

  /**
   * Promises { pages, whole, check, terms, suggestions }: pages best first, of which the first `whole` have all of the
   * query, the others most of it. `check(page)` lists texts that the page must contain to be a hit at all.
   */
  async function search(index, query, language) {
    const { tokens } = tokenize(query.slice(0, 2000), MAX_TOKENS), state = { suggestions: new Set() };
    if (!tokens.length) return { pages: [], whole: 0, terms: [], suggestions: [] };
    await index.open();
    const n = index.size, text = canonical(tokens);
    await index.need(text);
    const named = index.entry(text);
    let parts = partsOf(tokens), lists;
    if (parts.length > 1 && named === NOTHING && parts.every((part) => isSyllable(part.text))) {
      const joined = { text: parts.map((part) => part.text).join(""), terms: [] };
      if ((await pinyin(index, joined.text, true)).length) parts = [joined];
    }
    const required = parts.filter((part) => !SMALL.has(part.text));
    lists = await Promise.all((required.length ? required : parts).map((part) => matchPart(index, part, state)));
    if (state.again) return search(index, query, language);

    // All parts of the query.
    const total = new Float32Array(n), sure = new Uint8Array(n);
    for (let page = 0; page < n; page++) {
      let sum = 0;
      for (const list of lists) {
        if (!list.of[page]) { sum = 0; break; }
        sum += list.of[page];
      }
      total[page] = sum;
    }
    const add = (page, score) => { total[page] += score; sure[page] = 1; };
    if (parts.length > 1) {
      new Scores(index).list(named.postings, 2).list(named.related, 1).of.forEach((score, page) => score && add(page, score));
    }
    for (const page of named.exact || []) add(page, 100);
    const asks = parts.some((part) => part.han ? text.length > 4 && ASKING.some((word) => part.text.includes(word)) : SMALL.has(part.text));
    const pieces = piecesOf(parts), core = canonical(pieces);
    if (asks && core !== text) {
      // “What is X?” asks for the page of X.
      await index.need(core);
      for (const page of index.entry(core).exact || []) add(page, 50);
    }
    const pages = ranked(index, total, language), whole = pages.length;
    const terms = parts.flatMap((part) => part.terms || []);
    if (whole < 10 && (!whole || asks || parts.length > 1)) {
      const rest = await nearest(index, pieces, state, terms);
      for (const page of pages) rest[page] = 0;
      const least = rest.reduce((best, score) => Math.max(best, score), 0) / 4;
      pages.push(...ranked(index, rest.map((score) => (score < least ? 0 : score)), language).slice(0, 50));
    }
    const checks = lists.map((list) => list.check).filter(Boolean);
    return { pages, whole, check: (page) => (total[page] && !sure[page] ? checks : []), terms: [...new Set(terms)],
      suggestions: [...state.suggestions], checked: checks.length > 0, exact: new Set(named.exact) };
  }

  /** The pages with a score: those in the reader's language first, best first. */
  function ranked(index, scores, language) {
    // One number a page, so that sorting is native: language, score, then the order of pages.
    const keys = [];
    for (let page = 0; page < scores.length; page++) {
      if (!scores[page]) continue;
      const own = index.group(page)[0] === language ? 2 ** 20 : 0;
      keys.push((own + Math.min(2 ** 20 - 1, Math.ceil(scores[page] * 1000))) * 2 ** 24 + 2 ** 24 - 1 - page);
    }
    return Array.from(Float64Array.from(keys).sort().reverse(), (key) => 2 ** 24 - 1 - (key % 2 ** 24));
  }

  /** Scores by how much of the query's meaning a page has: words, names of terms, pairs of characters. */
  async function nearest(index, pieces, state, terms) {
    const total = new Float32Array(index.size), covered = new Float32Array(index.size);
    let all = 0;
    const add = (scores, worth) => {
      all += worth;
      scores.of.forEach((score, page) => {
        total[page] += score;
        if (score) covered[page] += worth;
      });
    };
    for (const piece of pieces) {
      if (!piece.han || piece.text.length < 3) {
        const scores = await matchPart(index, piece, state);
        terms.push(...piece.terms);
        add(scores, scores.rarity(scores.of.reduce((count, score) => count + (score > 0), 0)));
        continue;
      }
      const pairs = pairsOf(piece.text);
      await index.needAll(pairs);
      for (const pair of pairs) {
        const { postings } = index.entry(pair), scores = new Scores(index).list(postings);
        add(scores, scores.rarity(postings ? postings.pages.length : 0));
      }
      terms.push(piece.text, ...pairs);
      // Names of terms count once more, and lead to the other language.
      for (let from = 0; from < piece.text.length; from++) {
        for (let to = Math.min(piece.text.length, from + 12); to > from + 1; to--) {
          const { related, exact, postings } = index.entry(piece.text.slice(from, to));
          if (!related && !exact) continue;
          add(new Scores(index).list(related).list(postings), 1);
          break;
        }
      }
    }
    return total.map((score, page) => score * covered[page] / (all || 1));
  }

  /** Whether one of `texts` has the run of Han characters `run`. */
  const contains = (texts, run) => texts.some((text) =>
    tokenize(text).tokens.map((token) => (token.han ? token.text : " ")).join("").includes(run));

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

    // The tests run what is above.
  if (typeof module !== "undefined") {
    module.exports = { tokenize, canonical, Index, search, contains, excerpt, distance, readings };
    return;
  }

  // ---------------------------------------------------------------- The page

  const MESSAGES = {
    zh: { found: "{n} 个结果", near: "没有页面含有全部内容，以下较为接近", rest: "以下较为接近", none: "没有找到“{q}”", wait: "正在搜索…",
      failed: "搜索文件没有载入。", retry: "重试", more: "更多结果", all: "全部", maybe: "您要找的是不是：", recent: "最近的搜索", label: "搜索结果",
      term: "术语", question: "问题", page: "页面", source: "来源", tag: "标签" },
    en: { found: "{n} results", near: "No page has all of it; these come close", rest: "These come close", none: "Nothing found for “{q}”",
      wait: "Searching…", failed: "The search files did not load.", retry: "Try again", more: "More results", all: "All",
      maybe: "Did you mean:", recent: "Recent searches", label: "Search results",
      term: "Terms", question: "Questions", page: "Pages", source: "Sources", tag: "Tags" },
  };
  const BATCH = 10, RECENT = "ciyuan-recent";
  const fromDisk = location.protocol === "file:", root = new URL("..", document.currentScript.src).href;
  const address = (path) => root + path + (fromDisk && /(^|\/)$/.test(path) ? "index.html" : "");

  /** The text of a page by headings: [{anchor, heading, text}]. */
  function sectionsOf(page) {
    const main = page.querySelector("main .text") || page.querySelector("main");
    const sections = [{ anchor: "", heading: "", text: "" }];
    (function walk(node) {
      for (const child of node.childNodes) {
        const section = sections[sections.length - 1], name = child.nodeName.toUpperCase();
        if (child.nodeType === 3) section.text += child.data;
        if (child.nodeType !== 1 || /^(SCRIPT|STYLE|TEMPLATE|NAV|BUTTON|H1)$/.test(name)) continue;
        if (child.closest("[data-search-ignore]")) continue;
        if (/^H[2-6]$/.test(name)) sections.push({ anchor: child.id, heading: child.textContent.trim(), text: "" });
        else {
          walk(child);
          if (/^(P|LI|DIV|TR|T[DH]|PRE|D[TD]|BR)$/.test(name)) sections[sections.length - 1].text += " ";
        }
      }
    })(main || page.createElement("p"));
    for (const section of sections) section.text = section.text.replace(/\s+/g, " ").trim();
    return sections;
  }

  // From the disk a page may read another only in a frame, where this script, run once more, sends the text back.
  if (fromDisk && parent !== window && location.hash === "#ciyuan-text") {
    parent.postMessage({ ciyuanText: sectionsOf(document) }, "*");
    return;
  }

  let frames = Promise.resolve();
  const readFrame = (url) => frames = frames.then(() => new Promise((resolve) => {
    const frame = element("iframe");
    const done = (sections) => {
      removeEventListener("message", listen);
      clearTimeout(timer);
      frame.remove();
      resolve(sections);
    };
    const listen = ({ source, data }) => {
      if (source === frame.contentWindow && data && Array.isArray(data.ciyuanText)) done(data.ciyuanText);
    };
    const timer = setTimeout(done, 4000, null);
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

  // Files of the index hand over their content by calling this. A truncated one is a syntax error: a failed load, no more.
  const received = new Map();
  let attempt = 0;
  window.ciyuanSearch = (name, content) => received.set(name, content);
  addEventListener("error", (event) => {
    if (String(event.filename).startsWith(root + "search/")) event.preventDefault();
  });
  const index = new Index((name) => new Promise((resolve, reject) => {
    const script = element("script");
    script.onload = script.onerror = () => {
      script.remove();
      if (received.has(name)) resolve(received.get(name)); else reject(new Error(name));
      received.delete(name);
    };
    script.src = root + "search/" + name + ".js" + (attempt ? "?" + attempt : "");
    document.head.append(script);
  }));

  function element(name, className = "", text = "") {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(text);
    return made;
  }
  function button(className, text, press) {
    const made = element("button", className, text);
    made.type = "button";
    made.addEventListener("click", press);
    return made;
  }
  /** A <span> with <mark> around `ranges` of the text. */
  function marked(className, text, ranges) {
    const made = element("span", className);
    let at = 0;
    for (const [from, to] of ranges) {
      made.append(text.slice(at, from), element("mark", "", text.slice(from, to)));
      at = to;
    }
    made.append(text.slice(at));
    return made;
  }

  /** The queries that led somewhere, newest first, on this device only; `query` is added. */
  function recent(query) {
    try {
      const list = JSON.parse(localStorage.getItem(RECENT) || "[]").filter((item) => typeof item === "string" && item !== query);
      if (query) localStorage.setItem(RECENT, JSON.stringify([query, ...list].slice(0, 8)));
      return list;
    } catch { return []; }
  }

  /** A search field and its results. */
  class Field {
    constructor(input, number) {
      this.input = input;
      this.language = input.dataset.lang || document.documentElement.lang;
      this.messages = { ...(MESSAGES[this.language.slice(0, 2)] || MESSAGES.en) };
      this.turn = 0;
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
      const set = (node, attributes) => { for (const name in attributes) node.setAttribute(name, attributes[name]); };
      set(this.status, { role: "status" });
      set(this.list, { role: "listbox", "aria-label": this.messages.label });
      set(input, { role: "combobox", "aria-autocomplete": "list", "aria-expanded": false, "aria-controls": this.list.id,
        autocomplete: "off", spellcheck: false });
      input.addEventListener("input", (event) => event.isComposing || this.later(60));
      input.addEventListener("compositionend", () => this.later(0));
      input.addEventListener("focus", () => this.later(0));
      input.addEventListener("keydown", (event) => this.key(event));
      this.list.addEventListener("click", ({ target }) => target.closest("a") && this.remember());
      if (input.form) input.form.addEventListener("submit", (event) => {
        this.remember();
        if (this.onPage) { event.preventDefault(); this.run(); }
      });
    }

    later(wait) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.run(), wait);
    }

    remember() { if (this.shown && this.shown.trim()) recent(this.shown.trim().slice(0, 100)); }

    async run() {
      const query = this.input.value, turn = ++this.turn;
      if (query === this.shown) { if (query.trim()) this.open(); else this.start(); return; }
      if (!query.trim()) { this.shown = query; this.start(); return; }
      if (!this.list.childElementCount) this.status.textContent = this.messages.wait;
      this.open();
      try {
        const found = await search(index, query, this.language);
        if (turn !== this.turn) return;
        this.found = found;
        this.shown = query;
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
      this.shown = null;
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

    clear() {
      for (const part of [this.list, this.filters, this.more, this.status]) part.replaceChildren();
      this.select(null);
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
        this.list.append(option);
      }
    }

    async show() {
      const { pages, whole, checked } = this.found, m = this.messages, counts = new Map();
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
      this.status.textContent = this.whole ? m.found.replace("{n}", (checked ? "≤ " : "") + this.whole) : m.near;
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
        list.append(...hits.filter(Boolean));
        // The first result is seen before more is asked for.
        if (list.childElementCount === 1) await new Promise((done) => setTimeout(done, 30));
        if (turn !== this.turn) return;
      }
      if (this.rest.length) {
        this.more.append(button("search-more", m.more, () => this.add().catch(() => this.fail())));
      } else if (!list.childElementCount) {
        this.status.textContent = m.none.replace("{q}", () => this.shown.trim().slice(0, 60));
        if (this.found.suggestions.length) this.status.append(" " + m.maybe);
        this.offer(this.found.suggestions, "search-suggestion");
      }
    }

    /** Promises the link to a page, or null if its text shows that it is no hit. */
    async hit(page) {
      const { found: { check, terms, whole, pages, exact }, messages: m, turn } = this;
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
      if (pages.indexOf(page) >= whole) link.dataset.partial = "";
      link.setAttribute("role", "option");
      link.append(marked("search-title", title, findTerms(title, terms)), " ", element("span", "search-kind", m[kind] || kind), " ");
      if (language !== this.language) link.append(element("span", "search-lang", language), " ");
      // Excerpts may wait until the typing stops.
      setTimeout(async () => {
        if (turn !== this.turn) return;
        // Who asked for the page by its name is led to its beginning.
        const sections = await read(path) || [], piece = excerpt(exact.has(page) ? sections.slice(0, 1) : sections, terms);
        if (!piece) return;
        if (piece.section.anchor) {
          link.hash = piece.section.anchor;
          link.append(element("span", "search-section", piece.section.heading), " ");
        }
        link.append(marked("search-excerpt", piece.text, piece.ranges));
      }, 150);
      return link;
    }

    open() {
      if (this.panel) this.panel.hidden = document.activeElement !== this.input && this.panel.hidden;
      this.input.setAttribute("aria-expanded", !this.panel || !this.panel.hidden);
    }

    close() {
      if (this.panel) this.panel.hidden = true;
      this.input.setAttribute("aria-expanded", false);
      this.select(null);
    }

    select(option) {
      for (const other of this.list.querySelectorAll("[aria-selected]")) other.removeAttribute("aria-selected");
      this.input.removeAttribute("aria-activedescendant");
      if (!option) return;
      option.id = option.id || this.list.id + "-option-" + [...this.list.children].indexOf(option);
      option.setAttribute("aria-selected", true);
      this.input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    }

    key(event) {
      // While an input method is composing, the keys are its own.
      if (event.isComposing || event.keyCode === 229) return;
      const options = [...this.list.children], at = options.findIndex((option) => option.hasAttribute("aria-selected"));
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step && options.length) {
        this.open();
        this.select(options[at < 0 && step < 0 ? options.length - 1 : at + step]);
      } else if (event.key === "Enter" && at >= 0) {
        options[at].click();
      } else if (event.key === "Escape" && this.panel && !this.panel.hidden) {
        this.close();
      } else if (event.key === "Escape") {
        this.input.value = "";
        this.run();
      } else return;
      event.preventDefault();
    }
  }

  const fields = Array.from(document.querySelectorAll("input[type=search]"), (input, number) => new Field(input, number));
  const asked = new URLSearchParams(location.search).get("q"), [first] = fields;
  if (asked && first && first.onPage && !first.input.value) first.input.value = asked;
  if (first && first.input.value) first.run();
})();
