// Numbers out of the bits of an index file.

/** Bits, most significant first; the codes are those of Swift's BitWriter. */
class BitReader {
  constructor(bytes) { this.bytes = bytes; this.position = 0; }
  bit() {
    const at = this.position++;
    if (at >> 3 >= this.bytes.length) throw new RangeError();
    return (this.bytes[at >> 3] >> (7 - (at & 7))) & 1;
  }
  read(count) {
    let value = 0;
    while (count > 0) {
      const offset = this.position & 7, take = Math.min(8 - offset, count), byte = this.bytes[this.position >> 3];
      if (byte === undefined) throw new RangeError();
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
