/// Tells in a few instructions that no name begins at a place: most places of a text.
///
/// Latin: a hash of the word's first four letters. Han: a hash of two characters. The rest: the first byte.
struct TermPrefilter: Sendable {
  private static let bits = 16
  /// One bit for each hash.
  private(set) var words = [UInt64](repeating: 0, count: 1 << (bits - 6))
  /// By first byte, for what is neither a Latin word nor two Han characters.
  private(set) var leads = [Bool](repeating: false, count: 256)

  init(_ keys: [[UInt8]]) {
    for key in keys {
      key.withUnsafeBufferPointer { bytes in
        if WordEdges.isWordByte(bytes[0]) {
          insert(Self.latin(at: 0, in: bytes, TermFolding.ascii).hash)
        } else if let hash = Self.han(at: 0, in: bytes) {
          insert(hash)
        } else {
          leads[Int(bytes[0])] = true
        }
      }
    }
  }

  private mutating func insert(_ hash: Int) {
    words[hash >> 6] |= 1 << UInt64(hash & 63)
  }

  @inline(__always)
  static func contains(_ words: UnsafePointer<UInt64>, _ hash: Int) -> Bool {
    words[hash >> 6] & (1 << UInt64(hash & 63)) != 0
  }

  /// Of up to four letters and digits that begin a word; `isCertain` is false where a full-width one may follow them.
  @inline(__always)
  static func latin(
    at index: Int, in bytes: UnsafeBufferPointer<UInt8>, _ fold: borrowing [UInt8]
  ) -> (hash: Int, isCertain: Bool) {
    var value: UInt32 = 0
    var count = 0
    while count < 4, index + count < bytes.count {
      let byte = bytes[index + count]
      guard WordEdges.isWordByte(byte) else { return (hash(UInt64(value)), byte != 0xEF) }
      value = value << 8 | UInt32(byte | 0x20)
      count += 1
    }
    return (hash(UInt64(value)), true)
  }

  /// Of two Han characters of three bytes each; `nil` where others stand.
  @inline(__always)
  static func han(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard index + 6 <= bytes.count, (0xE4...0xE9).contains(bytes[index]), (0xE4...0xE9).contains(bytes[index + 3]) else {
      return nil
    }
    var value: UInt64 = 0
    for offset in 0..<6 { value = value << 8 | UInt64(bytes[index + offset]) }
    return hash(value)
  }

  @inline(__always)
  private static func hash(_ value: UInt64) -> Int {
    Int(truncatingIfNeeded: (value &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 - bits))
  }
}
