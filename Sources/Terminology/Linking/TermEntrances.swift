/// Where the trie is entered: past the first letters, and at few places of a text.
///
/// A Latin name is entered by the word's first four letters (all of a shorter word), a Han name by its first two
/// characters. A bit for each hash says in a few instructions that no name begins so, which holds for most places; a table
/// then gives the node that the letters lead to. What begins otherwise is looked at by its first byte and entered at the
/// root.
struct TermEntrances: Sendable {
  /// Folded bytes that a name begins with, as a number, and how many they are.
  struct Prefix {
    let value: UInt64
    let count: Int
    /// Whether a full-width letter may follow, so that the prefix may be longer than it seems.
    var isOpen = false
  }

  /// A node and how many bytes of the text lead there.
  struct Entrance {
    let node: Int32
    let count: Int
  }

  fileprivate struct Slot {
    var value: UInt64 = 0
    var node: Int32 = -1
  }

  fileprivate static let bits = 16
  private var bitmap = [UInt64](repeating: 0, count: 1 << (bits - 6))
  /// Open addressing; a power of two of slots, at most half of them taken.
  private var slots: [Slot]
  /// By first byte, for what has no prefix. A full-width character may fold to anything.
  private var leads = (0..<256).map { $0 == 0xEF }

  init(_ keys: [[UInt8]], _ trie: TermTrie) {
    var size = 16
    while size < keys.count * 2 { size *= 2 }
    slots = [Slot](repeating: Slot(), count: size)
    for key in keys {
      guard let prefix = key.withUnsafeBufferPointer({ Self.prefix(at: 0, in: $0) }) else {
        leads[Int(key[0])] = true
        continue
      }
      insert(prefix.value, trie.node(at: key[..<prefix.count]))
    }
  }

  private mutating func insert(_ value: UInt64, _ node: Int32) {
    let hash = Self.hash(value)
    let bit = Int(truncatingIfNeeded: hash >> UInt64(64 - Self.bits))
    bitmap[bit >> 6] |= 1 << UInt64(bit & 63)
    var index = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[index].node >= 0, slots[index].value != value { index = (index + 1) & (slots.count - 1) }
    slots[index] = Slot(value: value, node: node)
  }

  @inline(__always)
  fileprivate static func hash(_ value: UInt64) -> UInt64 {
    let product = value &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 32
  }

  /// The prefix of what begins at `index`; `nil` where it is neither a Latin word nor two Han characters.
  @inline(__always)
  static func prefix(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Prefix? {
    if WordEdges.isWordByte(bytes[index]) {
      var value: UInt64 = 0
      var count = 0
      while count < 4, index + count < bytes.count {
        let byte = bytes[index + count]
        guard WordEdges.isWordByte(byte) else { return Prefix(value: value, count: count, isOpen: byte == 0xEF) }
        value = value << 8 | UInt64(byte | 0x20)
        count += 1
      }
      return Prefix(value: value, count: count)
    }
    guard (0xE4...0xE9).contains(bytes[index]), index + 6 <= bytes.count, (0xE4...0xE9).contains(bytes[index + 3]) else {
      return nil
    }
    var value: UInt64 = 0
    for offset in 0..<6 { value = value << 8 | UInt64(bytes[index + offset]) }
    return Prefix(value: value, count: 6)
  }

  func withGate<Result>(_ body: (Gate) -> Result) -> Result {
    bitmap.withUnsafeBufferPointer { bitmap in
      slots.withUnsafeBufferPointer { slots in
        leads.withUnsafeBufferPointer { body(Gate(bitmap: bitmap, slots: slots, leads: $0)) }
      }
    }
  }

  /// The entrances in use.
  struct Gate {
    fileprivate let bitmap: UnsafeBufferPointer<UInt64>
    fileprivate let slots: UnsafeBufferPointer<Slot>
    fileprivate let leads: UnsafeBufferPointer<Bool>

    /// Where the trie is entered for what begins at `index`; `nil` where no name does.
    @inline(__always)
    func entrance(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Entrance? {
      guard let prefix = TermEntrances.prefix(at: index, in: bytes) else {
        return leads[Int(bytes[index])] ? Entrance(node: TermTrie.root, count: 0) : nil
      }
      if prefix.isOpen { return Entrance(node: TermTrie.root, count: 0) }
      let hash = TermEntrances.hash(prefix.value)
      let bit = Int(truncatingIfNeeded: hash >> UInt64(64 - TermEntrances.bits))
      guard bitmap[bit >> 6] & (1 << UInt64(bit & 63)) != 0 else { return nil }
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot].node >= 0 {
        if slots[slot].value == prefix.value { return Entrance(node: slots[slot].node, count: prefix.count) }
        slot = (slot + 1) & (slots.count - 1)
      }
      return nil
    }
  }
}
