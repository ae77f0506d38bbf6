// The index, of which only the files that a query needs are loaded.
// Their format: Sources/SiteSearch/FORMAT.md.

/** The index, loaded piece by piece. `load(name)` promises the content of a file. */
class Index {
  constructor(load) {
    this.load = load;
    /** The shards that have been asked for, how many may be, and how many of those that have yet to be loaded. */
    this.asked = new Set();
    this.most = this.fresh = Infinity;
    this.reset();
  }

  /**
   * The same index, of which nothing has been asked for. Of keys in more than `fresh` files that have yet to be loaded it
   * knows nothing, and it is `short` of them when they are asked for.
   */
  part(fresh) { return Object.assign(Object.create(this), { fresh, asked: new Set(), used: [] }); }

  /** Scores of no page yet. */
  scores() {
    const scores = this.free.pop() || new Scores(this.size);
    this.used.push(scores);
    scores.index = this;
    return scores;
  }
  /** From now on the scores given so far are of another query. */
  release() { while (this.used.length) this.free.push(this.used.pop().clear()); }

  /** Forgets everything, to be loaded anew. */
  reset() {
    this.root = null;
    this.free = [];
    this.shards = [];
    this.blocks = [];
    this.files = new Map();
  }

  async open() {
    const root = await this.file("index"), reader = new BitReader(root.features);
    if (root.version !== 6) throw new Error();
    if (this.root) return;
    learnWords(root.messages);
    this.root = root;
    this.size = root.pageCount;
    this.starts = root.shards ? root.starts.split("\n") : [];
    this.classes = Array.from({ length: 8 }, () => {
      const size = 64 * (reader.gamma() - 1), start = reader.length + 1, end = size && reader.numbers(size);
      return { size, hashes: new Set(reader.out.subarray(start, end)) };
    });
    this.groups = root.groups.flatMap((group) => Array(group[2]).fill(group));
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
    if (this.asked.size >= this.most && !this.asked.has(i)) return;
    if (!this.shards[i] && this.fresh-- < 1) { this.short = true; return; }
    this.asked.add(i);
    if (this.shards[i]) return;
    const content = await this.file("k" + this.root.shards.substr(6 * i, 6));
    this.shards[i] = this.shards[i] || new Shard(content, this.size);
  }

  /** A shard that has been asked for. */
  at(i) { return this.asked.has(i) && this.shards[i]; }

  /** The numbers of the shards that hold keys from `low` to `high`, four at most. */
  places(low, high) {
    const first = this.place(low), count = Math.min(4, lastAtMost(this.starts, high) - first + 1);
    return Array.from({ length: Math.max(0, count) }, (_, i) => first + i);
  }

  /** Loads the shards that hold keys from `low` to `high`, four at most. */
  need(low, high = low) { return Promise.all(this.places(low, high).map((i) => this.shard(i))); }

  needAll(keys) { return Promise.all(keys.map((key) => this.need(key))); }

  /** Loads the shards of the keys that tell most, `TELLING` of them: words and pairs that few pages have. */
  needTelling(keys) {
    const sorted = keys.map((key) => [this.commonness(key), this.place(key)]).sort((a, b) => a[0] - b[0]);
    return Promise.all([...new Set(sorted.map(([, i]) => i))].slice(0, TELLING).map((i) => this.shard(i)));
  }

  /** How common a key is by the root's sketch of features. A word that is none of them is rare, a pair most likely none. */
  commonness(key) {
    let hash = 2166136261;
    for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 16777619);
    hash = (hash ^ (hash >>> 15)) >>> 0;
    const found = this.classes.findIndex(({ size, hashes }) => hashes.has(hash % size));
    return found < 0 && HAN.test(key) ? 99 : found;
  }

  /** The number of the shard that has a key, if any has. */
  place(key) { return Math.max(0, lastAtMost(this.starts, key)); }

  knows(key) { return this.at(this.place(key)); }

  /** What is known of a key whose shard is loaded. */
  entry(key) {
    const shard = this.knows(key);
    return shard ? shard.entry(key) : NOTHING;
  }

  /** The keys that start with `prefix` in what `need(low, high)` loads. */
  keys(prefix, low = prefix, high = prefix + "\uffff") {
    return this.places(low, high).flatMap((i) => {
      const { keys } = this.at(i) || NOTHING;
      return keys ? keys.slice(Math.max(0, lastAtMost(keys, prefix)), lastAtMost(keys, prefix + "\uffff") + 1) : [];
    }).filter((key) => key.startsWith(prefix));
  }

  /** [language, kind, count] of the pages that `page` is one of. */
  group(page) { return this.groups[page]; }

  /** The number of the file that has the page's title. */
  block(page) { return Math.floor(page / this.root.blockSize); }

  /** Promises [path, lead, title, other names…]. */
  async page(page) {
    const i = this.block(page);
    this.blocks[i] = this.blocks[i] || await this.file("p" + this.root.blocks.substr(6 * i, 6));
    return this.blocks[i][page % this.root.blockSize];
  }

  /** Promises the list of words that may be meant by one of so many letters: the last file before something is shown, and one too many if there is `something`. */
  async spelling(length, something) {
    const name = "s" + this.root.spellings.substr(6 * Math.max(0, Math.min(7, length - 5)), 6);
    if (something && this.fresh < 1) { this.short = true; return ""; }
    if (this.fresh < Infinity) this.fresh = 0;
    return this.file(name);
  }

  /** From now on traditional characters are folded too. */
  async loadTraditional() {
    const pairs = [...await this.file(this.root.traditional)];
    simplified = new Map(pairs.map((char, i) => [char, pairs[i + 1]]).filter((_, i) => i % 2 < 1));
    folded = new Map();
    cut.clear();
  }
}
