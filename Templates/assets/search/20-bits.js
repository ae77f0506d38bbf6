// Numbers out of the bits of an index file.

/** Bits, most significant first; the codes are those of Swift's BitWriter. */
class BitReader {
  constructor(base64) {
    const text = atob(base64);
    this.bytes = new Uint8Array(text.length + 4);
    for (let i = 0; i < text.length; i++) this.bytes[i] = text.charCodeAt(i);
    this.end = 8 * text.length;
    this.position = this.length = 0;
    /** What has been read, `length` numbers. */
    this.out = new Int32Array(1024);
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
  rising(from, count, low, high) {
    if (!count) return;
    const before = count >> 1, value = low + before + this.below(high - low + 2 - count);
    this.out[from + before] = value;
    this.rising(from, before, low, value - 1);
    this.rising(from + before + 1, count - before - 1, value + 1, high);
  }
  put(value) {
    if (this.length >= this.out.length) this.grow(1);
    this.out[this.length++] = value;
  }
  grow(count) {
    const { out } = this;
    this.out = new Int32Array(2 * out.length + count);
    this.out.set(out);
  }
  /** Puts a rising sequence below `size` into `out`, behind its length. */
  numbers(size) {
    const count = this.gamma();
    if (count > size) throw new Error();
    this.put(count);
    if (this.length + count > this.out.length) this.grow(count);
    this.rising(this.length, count, 0, size - 1);
    return this.length += count;
  }
}
