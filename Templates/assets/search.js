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

  /** Ways to read letters as syllables and first letters of syllables, those of fewest parts first. */
  function readings(word) {
    const result = [];
    (function walk(rest, parts) {
      if (result.length > 24 || parts.length > 12) return;
      if (!rest) { result.push(parts); return; }
      const [found = ""] = SYLLABLE.exec(rest) || [];
      for (let length = found.length; length > 1; length--) {
        const part = rest.slice(0, length);
        if ((SYLLABLE.exec(part) || [])[0] === part) walk(rest.slice(length), [...parts, part]);
      }
      if (found.length < 2 && /^[zcs]h/.test(rest)) walk(rest.slice(2), [...parts, rest.slice(0, 2)]);
      walk(rest.slice(1), [...parts, rest[0]]);
    })(word, []);
    return result.sort((a, b) => a.length - b.length);
  }

  /** A syllable without what people mix up: z and zh, n and ng, n and l. */
  const blurred = (syllable) => syllable.replace(/^([zcs])h/, "$1").replace(/ng$/, "n").replace(/^l/, "n");

  /** What the letters may spell in pinyin: [key, Han text, cost], cheapest first. */
  async function pinyin(index, word) {
    const found = new Map(), ways = new Map();
    for (const parts of readings(word)) {
      const initials = "'" + parts.map((part) => part[0]).join("");
      if (parts.length > 1) ways.set(initials, [...(ways.get(initials) || []), parts]);
    }
    for (const [initials, readings] of [...ways].slice(0, 6)) {
      await index.need(initials, initials + "\uffff", 2);
      for (const key of index.keys(initials)) {
        const [, , reading, han] = key.split("'"), syllables = reading.split(" ");
        for (const parts of readings) {
          let cost = Math.min(3, (syllables.length - parts.length) * 0.5);
          parts.forEach((part, i) => {
            const syllable = syllables[i];
            if (part === syllable) return;
            const last = i === parts.length - 1;
            if (part.length === 1 || (last && syllable.startsWith(part))) cost += 0.1;
            else if (blurred(part) === blurred(syllable)) cost += 0.6;
            else cost = 99;
          });
          if (cost < 9 && !(found.has(key) && found.get(key)[2] <= cost)) found.set(key, [key, han, cost]);
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
    const most = word.length < 4 ? 0 : word.length < 8 ? 1 : 2, found = [];
    if (!most) return found;
    const ends = [...word].reverse().join(""), size = Math.max(2, (word.length >> 1) - 1);
    const heads = new Set([word.slice(0, size), word[1] + word[0] + word.slice(2, size), word[0] + word.slice(2, size + 1)]);
    for (const start of [...heads, "-" + ends.slice(0, size), "-" + ends[1] + ends[0] + ends.slice(2, size)]) {
      await index.need(start, start + "\uffff", 3);
      for (const key of index.keys(start)) {
        const back = start[0] === "-", other = back ? [...key.slice(1, -1)].reverse().join("") : key;
        const far = /[^\p{L}\d]/u.test(other) ? 99 : distance(word, other, most);
        const common = back ? +key.slice(-1) * 3 : Math.log2((index.entry(key).postings || { pages: [] }).pages.length);
        if (far <= most && common >= 0) found.push([other, far, common]);
      }
    }
    const unique = new Map(found.map((item) => [item[0], item]));
    return [...unique.values()].sort((a, b) => a[1] - b[1] || b[2] - a[2]).slice(0, 3);
  }

  /** Pages for one part of the query, by whatever reading of it finds some. Notes in `part.terms` what to mark. */
  async function matchPart(index, part, suggestions) {
    part.terms = [part.text];
    if (part.han) {
      const scores = await matchHan(index, part.text);
      if (!scores.empty || !await unknownHan(index, part.text)) return scores;
      part.text = part.terms[0] = canonical(tokenize(part.text).tokens);
      return matchHan(index, part.text);
    }
    const scores = await matchWord(index, part.text);
    if (scores.known || !/^[a-z]+$/.test(part.text)) {
      if (scores.known || !scores.empty) return scores;
    } else {
      for (const [key, han, cost] of await pinyin(index, part.text)) {
        if (han) part.terms.push(han);
        for (const page of index.entry(key).exact || []) scores.set(page, 12 - cost);
        if (han) scores.all(await matchHan(index, han), 1 - cost / 12);
      }
      if (!scores.empty) return scores;
    }
    for (const [word, far] of await closeWords(index, part.text)) {
      part.terms.push(word);
      suggestions.add(word);
      scores.all(await matchWord(index, word), 1 - far / 4);
    }
    return scores;
  }

  /** Whether a character stands nowhere in the index, and the table of traditional ones, now loaded, may tell why. */
  async function unknownHan(index, text) {
    await index.needAll([...text]);
    return [...text].some((char) => index.entry(char) === NOTHING) && index.loadTraditional();
  }

  /** Runs of Han characters and words, as typed. */
  function partsOf(tokens) {
    const parts = [];
    for (const { text, han, apart } of tokens) {
      const last = parts[parts.length - 1];
      if (han && last && last.han && !apart) last.text += text;
      else parts.push({ text, han });
    }
    return parts;
  }

  // Words that ask and join, of which a page need not have any.
  const ASKING = /为什么|是什么|什么是|什么|怎么样|怎么|怎样|如何|哪些|哪个|多少|是否|有何|请问|为何|吗|呢/;
  const JOINING = /为什么|是什么|什么是|有什么|什么|怎么样|怎么|怎样|如何|有哪些|哪些|哪个|多少|是否|有何|请问|为何|吗|呢|的|了|与|和|及/;
  const SMALL = new Set("a an the of to in on for and or is are do does did be how what why when which who can i it its with between vs by from as at that this we you my".split(" "));

  /** The parts of a question that carry its meaning. */
  function pieces(parts) {
    const result = parts.flatMap((part) => part.han
      ? part.text.split(JOINING).filter(Boolean).map((text) => ({ text, han: true }))
      : SMALL.has(part.text) ? [] : [part]);
    return result.length ? result : parts;
  }

  /**
   * Promises { hits: [{page, score, check, partial}], terms, suggestions }, best first.
   * `check` lists texts that the page must contain to be a hit; `partial` hits do not have all of the query.
   */
  async function search(index, query, language) {
    const { tokens } = tokenize(query.slice(0, 2000), MAX_TOKENS), suggestions = new Set();
    if (!tokens.length) return { hits: [], terms: [], suggestions: [] };
    await index.open();
    const parts = partsOf(tokens), whole = canonical(tokens);
    await index.need(whole);
    const named = index.entry(whole), n = index.size;
    const required = parts.some((part) => part.han || !SMALL.has(part.text))
      ? parts.filter((part) => part.han || !SMALL.has(part.text)) : parts;
    const lists = await Promise.all(required.map((part) => matchPart(index, part, suggestions)));

    // All parts of the query.
    const total = new Float32Array(n), checks = lists.map((list) => list.check).filter(Boolean);
    for (let page = 0; page < n; page++) {
      let sum = 0;
      for (const list of lists) {
        if (!list.of[page]) { sum = 0; break; }
        sum += list.of[page];
      }
      total[page] = sum;
    }
    const sure = new Uint8Array(n);
    if (parts.length > 1 || named.exact) {
      const phrase = new Scores(index).list(named.postings, 2).list(named.related, 1);
      for (let page = 0; page < n; page++) {
        if (phrase.of[page]) { total[page] += phrase.of[page]; sure[page] = 1; }
      }
      for (const page of named.exact || []) { total[page] += 100; sure[page] = 1; }
    }
    let hits = ranked(index, total, language).map((hit) => ({ ...hit, check: checks.length && !sure[hit.page] ? checks : null }));
    const found = parts.flatMap((part) => part.terms || []);
    const asks = parts.some((part) => (part.han ? part.text.length > 4 && ASKING.test(part.text) : SMALL.has(part.text)));
    if (hits.length < 10 && (!hits.length || asks || parts.length > 1)) {
      const rest = await nearest(index, pieces(parts), suggestions, found);
      hits.forEach((hit) => rest[hit.page] = 0);
      const best = Math.max(...rest);
      hits = [...hits, ...ranked(index, rest.map((score) => (score < best / 4 ? 0 : score)), language).slice(0, 50)
        .map((hit) => ({ ...hit, check: null, partial: true }))];
    }
    return { hits, terms: [...new Set(found)], suggestions: [...suggestions], checked: checks.length > 0 };
  }

  /** The pages with a score: those in the reader's language first, best first. */
  function ranked(index, scores, language) {
    // One number a page, so that sorting is native: language, score, then the order of pages.
    const keys = [];
    for (let page = 0; page < scores.length; page++) {
      if (!scores[page]) continue;
      const own = index.group(page)[0] === language ? 2 ** 20 : 0;
      keys.push((own + Math.min(2 ** 20 - 1, Math.round(scores[page] * 1000))) * 2 ** 24 + 2 ** 24 - 1 - page);
    }
    return [...Float64Array.from(keys).sort().reverse()].map((key) => {
      const page = 2 ** 24 - 1 - (key % 2 ** 24), score = Math.floor(key / 2 ** 24);
      return { page, score: (score % 2 ** 20) / 1000 };
    });
  }

  /** Scores by how much of the query's meaning a page has: words, names of terms, pairs of characters. */
  async function nearest(index, pieces, suggestions, terms) {
    const n = index.size, total = new Float32Array(n), covered = new Float32Array(n);
    let all = 0;
    const add = (scores, worth) => {
      all += worth;
      for (let page = 0; page < n; page++) {
        if (scores.of[page]) { total[page] += scores.of[page]; covered[page] += worth; }
      }
    };
    for (const piece of pieces) {
      const list = !piece.han || piece.text.length < 3 ? await matchPart(index, piece, suggestions) : null;
      if (list) {
        terms.push(...piece.terms);
        add(list, list.rarity(list.of.reduce((count, score) => count + (score > 0), 0)));
        continue;
      }
      const pairs = pairsOf(piece.text);
      await index.needAll(pairs);
      for (const pair of pairs) {
        const { postings } = index.entry(pair);
        add(new Scores(index).list(postings), new Scores(index).rarity(postings ? postings.pages.length : 0));
      }
      terms.push(piece.text, ...pairs);
      for (let from = 0; from < piece.text.length; from++) {
        for (let to = Math.min(piece.text.length, from + 12); to > from + 1; to--) {
          const name = piece.text.slice(from, to), entry = index.entry(name);
          if (!entry.related && !entry.exact && name.length < 3) continue;
          if (entry === NOTHING) continue;
          add(new Scores(index).list(entry.related).list(entry.postings), 1);
          break;
        }
      }
    }
    return total.map((score, page) => score * covered[page] / (all || 1));
  }

  /** Whether one of `texts` has the run of Han characters `run`. */
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

  const api = { tokenize, canonical, Index, search, contains, excerpt, distance, readings };
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
      retry.addEventListener("click", () => { attempt++; index.reset(); this.run(); this.input.focus(); });
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
