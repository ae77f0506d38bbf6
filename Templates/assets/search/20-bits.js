// Numbers out of the bits of an index file.

/** Bits, most significant first; the codes are those of Swift's BitWriter. */
class BitReader {
  constructor(base64) {
    this.bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
    this.position = 0;
  }
  bit() {
    const at = this.position++, byte = this.bytes[at >> 3];
    if (byte === undefined) throw new Error();
    return (byte >> (7 - (at & 7))) & 1;
  }
  read(count) {
    let value = 0;
    while (count--) value = value * 2 + this.bit();
    return value;
  }
  gamma() {
    let zeros = 0;
    while (!this.bit()) zeros++;
    return 2 ** zeros + this.read(zeros);
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
  /** A rising sequence below `size`, with its length. */
  numbers(size) {
    const count = this.gamma();
    if (count > size) throw new Error();
    const values = new Int32Array(count);
    this.rising(values, 0, count, 0, size - 1);
    return values;
  }
}
