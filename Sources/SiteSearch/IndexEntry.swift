internal import Encodings

/// A key with its lists, as it is written: what it has none of is empty.
struct IndexEntry: Sendable, Hashable {
  struct Follower: Sendable, Hashable {
    let unit: UInt16
    /// Where in the key's postings those pages stand in which the unit comes after the key; rising.
    var places: ArraySlice<UInt32>
  }

  var text: [UInt16] = []
  /// `page << 4 | level`.
  var postings: ArraySlice<UInt32> = []
  var exact: [UInt32] = []
  var related: [UInt32] = []
  var followers: [Follower] = []

  var isEmpty: Bool { postings.isEmpty && exact.isEmpty && related.isEmpty }

  /// About how many bytes the entry takes.
  func size(pageCount: Int) -> Int {
    var size = IndexEntrySize(text: text.count, pageCount: pageCount)
    for list in [postings.count, exact.count, related.count] { size.add(list: list) }
    for follower in followers { size.add(follower: follower.places.count, of: postings.count) }
    return size.bytes
  }

  /// A number that depends on the text alone.
  static func hash(_ text: some Sequence<UInt16>) -> UInt64 { (Fingerprint(text).value &* 0x9E37_79B9_7F4A_7C15) >> 24 }

  /// Whether a key may be a pair of Han characters, which alone have followers. The reader decides in the same way.
  static func isPair(_ text: [UInt16]) -> Bool { text.count == 2 && text[0] >= 0x3005 }

  static func isHanUnit(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0xF900...0xFAFF, 0xD800...0xDFFF, 0x3005, 0x3007: true
    default: false
    }
  }
}

/// About how many bits an entry takes: good enough to cut shards of even size.
struct IndexEntrySize {
  private var bits: Int
  private let pageCount: Int

  init(text length: Int, pageCount: Int) {
    self.pageCount = pageCount
    bits = 16 + length * 8
  }

  mutating func add(list count: Int) { bits += Self.bits(count, of: pageCount) }

  mutating func add(follower count: Int, of pages: Int) { bits += 8 + Self.bits(count, of: pages) }

  var bytes: Int { bits / 8 }

  private static func bits(_ count: Int, of size: Int) -> Int {
    count == 0 ? 0 : 4 + count * (Int.bitWidth - max(1, size / count).leadingZeroBitCount + 2)
  }
}
