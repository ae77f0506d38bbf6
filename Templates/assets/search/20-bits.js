// Numbers out of the bits of an index file.

/** Bits, most significant first; the codes are those of Swift's BitWriter. */
class BitReader {
  constructor(base64) {
    const text = atob(base64);
    this.bytes = new Uint8Array(text.length + 4);
    for (let i = 0; i < text.length; i++) this.bytes[i] = text.charCodeAt(i);
    this.end = 8 * text.length;
    this.position = 0;
  }
  /** The bits from here on, at the top of 32; 25 of them at least are right. */
  peek() {
    const { bytes, position } = this, at = position >> 3;
    return (bytes[at] << 24 | bytes[at + 1] << 16 | bytes[at + 2] << 8 | bytes[at + 3]) << (position & 7);
  }
  read(count) {
    const value = count && this.peek() >>> (32 - count);
    if ((this.position += count) > this.end) throw new Error();
    return value;
  }
  gamma() {
    const zeros = Math.clz32(this.peek());
    this.read(zeros);
    return this.read(zeros + 1);
  }
  golomb(order) { return (this.gamma() - 1) * 2 ** order + this.read(order); }
  below(size) {
    if (size < 2) return 0;
    const width = 31 - Math.clz32(size), short = 2 ** (width + 1) - size, value = this.read(width);
    return value < short ? value : value * 2 + this.read(1) - short;
  }
  rising(target, from, count, low, high) {
    if (!count) return;
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
