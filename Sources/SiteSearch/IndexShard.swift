/// A run of the dictionary as one file: see FORMAT.md, "Key shards".
struct IndexShard: Sendable {
  /// The shortest text that is greater than all keys of the shard before and not greater than any of this one.
  let start: [UInt16]
  let bytes: [UInt8]

  init(_ dictionary: IndexDictionary, _ range: Range<Int>, pageCount: Int) {
    var writer = BitWriter()
    writer.writeGamma(UInt32(range.count) + 1)
    var previous: [UInt16] = []
    for number in range {
      let entry = dictionary[number]
      Self.write(entry.text, after: previous, to: &writer)
      previous = entry.text
      Self.write(entry, pageCount: pageCount, to: &writer)
    }
    let first = range.isEmpty ? [] : dictionary[range.lowerBound].text
    let before = range.lowerBound == 0 ? [] : dictionary[range.lowerBound - 1].text
    let shared = zip(first, before).prefix { $0 == $1 }.count
    let length = shared < first.count && UTF16.isLeadSurrogate(first[shared]) ? shared + 2 : shared + 1
    start = range.lowerBound == 0 ? [] : Array(first.prefix(length))
    bytes = writer.finished()
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
  private static let letters: [UInt16: UInt32] = Dictionary(
    uniqueKeysWithValues: "abcdefghijklmnopqrstuvwxyz '-012".utf16.enumerated().map { ($1, UInt32($0)) })

  private static func write(_ entry: IndexDictionary.Entry, pageCount: Int, to writer: inout BitWriter) {
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
      if isPair(entry.text), entry.postings.count >= HanLists.leastPagesWithFollowers { writeFollowers(entry, to: &writer) }
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

  private static func writeFollowers(_ entry: IndexDictionary.Entry, to writer: inout BitWriter) {
    writer.writeGamma(UInt32(entry.followers.count) + 1)
    var previous: UInt16?
    for (unit, places) in entry.followers {
      if let previous { writer.writeGolomb(UInt32(unit - previous - 1), order: 5) } else { write(unit, to: &writer) }
      previous = unit
      writer.writeGamma(UInt32(places.count))
      writer.writeRising(places, low: 0, high: UInt32(entry.postings.count - 1))
    }
  }

  /// Whether the key may be a pair of Han characters, which alone have followers. The reader decides in the same way.
  private static func isPair(_ text: [UInt16]) -> Bool { text.count == 2 && text[0] >= 0x3005 }

  static func isHanUnit(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0xF900...0xFAFF, 0xD800...0xDFFF, 0x3005, 0x3007: true
    default: false
    }
  }
}
