/// Dense numbers for keys: open addressing over flat arrays, as every character of every page passes through.
struct KeyTable: Sendable {
  private(set) var keys: [IndexKey] = []
  private var slots = [Int32](repeating: -1, count: 1 << 14)

  /// The key's number, given when it is first seen. Amortized O(1).
  @inline(__always)
  mutating func number(of key: IndexKey) -> Int {
    let mask = slots.count - 1
    var slot = Self.hash(key) & mask
    while slots[slot] >= 0 {
      let candidate = Int(slots[slot])
      if keys[candidate] == key { return candidate }
      slot = (slot + 1) & mask
    }
    slots[slot] = Int32(keys.count)
    keys.append(key)
    if keys.count * 2 > slots.count { grow() }
    return keys.count - 1
  }

  /// Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4).
  @inline(__always)
  private static func hash(_ key: IndexKey) -> Int {
    let product = (key.rawValue ^ key.rawValue >> 32) &* 0x9E37_79B9_7F4A_7C15
    return Int(product >> 32)
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    let mask = slots.count - 1
    for (number, key) in keys.enumerated() {
      var slot = Self.hash(key) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(number)
    }
  }
}
