// The index, of which only the files that a query needs are loaded.
// Their format: Sources/SiteSearch/FORMAT.md.

/** What is known of a key that stands nowhere. */
const NOTHING = {};

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
    if (root.version !== 3) throw new Error();
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
