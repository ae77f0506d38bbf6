// A run of the dictionary, read from its bytes.

// Keys of two Han units have followers; the letters of keys are mostly these.
const PAIR = /^[\u4e00-\u9fff\u3400-\u4dbf\ud800-\udfff\uf900-\ufaff\u3005\u3007]{2}$/;
const LETTERS = "abcdefghijklmnopqrstuvwxyz '-012";

/** A run of the dictionary: sorted `keys`, and `entries` by key. */
function readShard(bytes, pageCount) {
  const reader = new BitReader(bytes), keys = [], entries = new Map();
  const unit = () => (reader.bit() ? 0x4e00 + reader.below(0x5200) : reader.bit() ? LETTERS.charCodeAt(reader.read(5))
    : reader.bit() ? reader.read(7) : reader.read(16));
  const rising = (size) => {
    const count = reader.gamma();
    if (count > size) throw new RangeError();
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
