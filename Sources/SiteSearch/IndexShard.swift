/// A run of the dictionary as one file: see FORMAT.md, "Key shards".
struct IndexShard: Sendable {
  /// The shortest text that is greater than all keys of the shard before and not greater than any of this one.
  let start: [UInt16]
  let bytes: [UInt8]

  /// The first key, and about how many bytes its entry takes: whether a cut stands before it depends on no other key.
  let first: [UInt16]
  let firstSize: Int

  /// - Parameter start: of what `start(of:after:)` gives.
  init(_ entries: some RandomAccessCollection<IndexEntry>, start: [UInt16], pageCount: Int) {
    var writer = BitWriter()
    writer.writeGamma(UInt32(entries.count) + 1)
    var previous: [UInt16] = [], first: IndexEntry?
    for entry in entries {
      Self.write(entry.text, after: previous, to: &writer)
      previous = entry.text
      first = first ?? entry
      Self.write(entry, pageCount: pageCount, to: &writer)
    }
    (self.start, self.first, firstSize) = (start, first?.text ?? [], first?.size(pageCount: pageCount) ?? 0)
    bytes = writer.finished()
  }

  /// Of its file: a text in Base64.
  var content: String { "\"\(Base64Text.encode(bytes))\"" }

  /// - Parameter last: the key before; `nil` where there is none.
  static func start(of first: [UInt16], after last: [UInt16]?) -> [UInt16] {
    guard let last else { return [] }
    let shared = zip(first, last).prefix { $0 == $1 }.count
    let length = shared < first.count && UTF16.isLeadSurrogate(first[shared]) ? shared + 2 : shared + 1
    return Array(first.prefix(length))
  }

  private static func write(_ text: [UInt16], after previous: [UInt16], to writer: inout BitWriter) {
    var shared = 0
    while shared < previous.count, shared < text.count, previous[shared] == text[shared] { shared += 1 }
    writer.writeGamma(UInt32(shared) + 1)
    writer.writeGamma(UInt32(text.count - shared) + 1)
    var position = shared
    if shared < previous.count, shared < text.count {
      writer.writeGolomb(UInt32(text[shared] - previous[shared] - 1), order: 4)
      position += 1
    }
    while position < text.count {
      write(text[position], to: &writer)
      position += 1
    }
  }

  private static func write(_ unit: UInt16, to writer: inout BitWriter) {
    switch unit {
    case 0x4E00...0x9FFF:
      writer.write(1, bits: 1)
      writer.writeBelow(0x5200, UInt32(unit - 0x4E00))
    default:
      if let letter = letters[unit] {
        writer.write(0b01, bits: 2)
        writer.write(letter, bits: 5)
      } else {
        writer.write(unit < 0x80 ? 0b001 : 0b000, bits: 3)
        writer.write(UInt32(unit), bits: unit < 0x80 ? 7 : 16)
      }
    }
  }

  /// The commonest units of keys besides Han characters.
  static let letterUnits = Array("abcdefghijklmnopqrstuvwxyz '-012".utf16)
  private static let letters: [UInt16: UInt32] = Dictionary(
    uniqueKeysWithValues: letterUnits.enumerated().map { ($1, UInt32($0)) })

  private static func write(_ entry: IndexEntry, pageCount: Int, to writer: inout BitWriter) {
    if !entry.postings.isEmpty && entry.exact.isEmpty && entry.related.isEmpty {
      writer.write(1, bits: 1)
    } else {
      writer.write(0, bits: 1)
      writer.write(entry.postings.isEmpty ? 0 : 1, bits: 1)
      writer.write(entry.exact.isEmpty ? 0 : 1, bits: 1)
      writer.write(entry.related.isEmpty ? 0 : 1, bits: 1)
    }
    if !entry.postings.isEmpty {
      writePostings(entry.postings, pageCount: pageCount, to: &writer)
      if IndexEntry.isPair(entry.text), entry.postings.count >= HanLists.leastPagesWithFollowers { writeFollowers(entry, to: &writer) }
    }
    if !entry.exact.isEmpty {
      writer.writeGamma(UInt32(entry.exact.count))
      writer.writeRising(entry.exact[...], low: 0, high: UInt32(pageCount - 1))
    }
    if !entry.related.isEmpty { writePostings(entry.related[...], pageCount: pageCount, to: &writer) }
  }

  private static func writePostings(_ list: ArraySlice<UInt32>, pageCount: Int, to writer: inout BitWriter) {
    writer.writeGamma(UInt32(list.count))
    writer.writeRising(list.map { $0 >> 4 }[...], low: 0, high: UInt32(pageCount - 1))
    for posting in list { writer.writeGamma((posting & 15) + 1) }
  }

  private static func writeFollowers(_ entry: IndexEntry, to writer: inout BitWriter) {
    writer.writeGamma(UInt32(entry.followers.count) + 1)
    var previous: UInt16?
    for follower in entry.followers {
      let unit = follower.unit
      if let previous { writer.writeGolomb(UInt32(unit - previous - 1), order: 5) } else { write(unit, to: &writer) }
      previous = unit
      writer.writeGamma(UInt32(follower.places.count))
      writer.writeRising(follower.places, low: 0, high: UInt32(entry.postings.count - 1))
    }
  }
}
