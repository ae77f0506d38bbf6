// A run of the dictionary, read from its bytes.

// The letters of keys are mostly these.
const LETTERS = "abcdefghijklmnopqrstuvwxyz '-012";

/** What is known of a key that stands nowhere. */
const NOTHING = {};

/**
 * A run of the dictionary: its keys in order, and one array of numbers with the lists of all, since a thousand small ones
 * would be work for the collector of garbage.
 */
class Shard {
  constructor(base64, pageCount) {
    const reader = new BitReader(base64), { keys, starts } = Object.assign(this, { keys: [], starts: [] });
    const unit = () => (reader.read(1) ? 0x4e00 + reader.below(0x5200) : reader.read(1) ? LETTERS.charCodeAt(reader.read(5))
      : reader.read(1) ? reader.read(7) : reader.read(16));
    // Each page with its level.
    const list = (has) => {
      if (!has) { reader.put(0); return 0; }
      const start = reader.length + 1, end = reader.numbers(pageCount);
      for (let i = start; i < end; i++) reader.out[i] = reader.out[i] * 16 + reader.gamma() - 1;
      return end - start;
    };
    let key = "";
    for (let left = reader.gamma() - 1; left > 0; left--) {
      const shared = reader.gamma() - 1, added = reader.gamma() - 1, previous = key;
      key = key.slice(0, shared);
      for (let i = 0; i < added; i++) {
        key += String.fromCharCode(!i && shared < previous.length
          ? previous.charCodeAt(shared) + 1 + reader.golomb(4) : unit());
      }
      keys.push(key);
      starts.push(reader.length);
      const flags = reader.read(1) ? 4 : reader.read(3), size = list(flags & 4), start = reader.length;
      reader.put(0);
      if (size > 1 && key.length === 2 && key > "\u3005") {
        for (let n = reader.gamma() - 1, code; n > 0; n--) {
          reader.put(code = code ? code + 1 + reader.golomb(5) : unit());
          reader.numbers(size);
        }
        reader.out[start] = reader.length - start - 1;
      }
      if (flags & 2) reader.numbers(pageCount); else reader.put(0);
      list(flags & 1);
    }
    this.numbers = reader.out.slice(0, reader.length);
  }

  /** { postings, followers, exact, related } of a key; what it has none of is missing. */
  entry(key) {
    const { keys, starts, numbers } = this, i = lastAtMost(keys, key);
    if (keys[i] !== key) return NOTHING;
    let at = starts[i];
    const next = () => {
      const count = numbers[at++];
      return count ? numbers.subarray(at, at += count) : undefined;
    };
    return { postings: next(), followers: next(), exact: next(), related: next() };
  }
}

/** Where in a list those pages stand that have the unit behind a pair. */
function placesOf(followers, code) {
  for (let at = 0; followers && at < followers.length; at += 2 + followers[at + 1]) {
    if (followers[at] === code) return followers.subarray(at + 2, at + 2 + followers[at + 1]);
  }
  return [];
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
