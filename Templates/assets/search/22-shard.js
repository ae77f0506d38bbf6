// A run of the dictionary, read from its bytes.

// The letters of keys are mostly these.
const LETTERS = "abcdefghijklmnopqrstuvwxyz '-012";

/** A run of the dictionary: entries by key, in the order of the keys. */
function readShard(base64, pageCount) {
  const reader = new BitReader(base64), entries = new Map();
  const unit = () => (reader.read(1) ? 0x4e00 + reader.below(0x5200) : reader.read(1) ? LETTERS.charCodeAt(reader.read(5))
    : reader.read(1) ? reader.read(7) : reader.read(16));
  const list = () => {
    const pages = reader.numbers(pageCount), levels = new Uint8Array(pages.length);
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
    const flags = reader.read(1) ? 4 : reader.read(3);
    if (flags & 4) {
      entry.postings = list();
      const size = entry.postings.pages.length;
      if (size > 1 && key.length === 2 && key > "\u3005") {
        entry.followers = new Map();
        for (let n = reader.gamma() - 1, code; n > 0; n--) {
          code = code ? code + 1 + reader.golomb(5) : unit();
          entry.followers.set(code, reader.numbers(size));
        }
      }
    }
    if (flags & 2) entry.exact = reader.numbers(pageCount);
    if (flags & 1) entry.related = list();
    entries.set(key, entry);
    previous = key;
  }
  return entries;
}
