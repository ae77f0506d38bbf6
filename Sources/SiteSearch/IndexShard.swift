/// A run of the dictionary as one file: see FORMAT.md, "Key shards".
struct IndexShard: Sendable {
  let firstKey: [UInt16]
  let bytes: [UInt8]

  init(_ entries: ArraySlice<IndexEntry>, pageCount: Int) {
    var writer = BitWriter()
    writer.writeGamma(UInt32(entries.count) + 1)
    var previous: [UInt16] = []
    for entry in entries {
      Self.write(entry.text, after: previous, to: &writer)
      previous = entry.text
      Self.write(entry, pageCount: pageCount, to: &writer)
    }
    firstKey = entries.first?.text ?? []
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
    for unit in text[position...] {
      switch unit {
      case 0x4E00...0x9FFF:
        writer.write(1, bits: 1)
        writer.writeBelow(0x5200, UInt32(unit - 0x4E00))
      case 0..<0x80:
        writer.write(0b01, bits: 2)
        writer.write(UInt32(unit), bits: 7)
      default:
        writer.write(0b00, bits: 2)
        writer.write(UInt32(unit), bits: 16)
      }
    }
  }

  private static func write(_ entry: IndexEntry, pageCount: Int, to writer: inout BitWriter) {
    if !entry.postings.isEmpty && entry.exact.isEmpty && entry.related.isEmpty {
      writer.write(1, bits: 1)
    } else {
      writer.write(0, bits: 1)
      writer.write(entry.postings.isEmpty ? 0 : 1, bits: 1)
      writer.write(entry.exact.isEmpty ? 0 : 1, bits: 1)
      writer.write(entry.related.isEmpty ? 0 : 1, bits: 1)
    }
    if !entry.postings.isEmpty { write(Array(entry.postings), withLevels: true, pageCount: pageCount, to: &writer) }
    if !entry.exact.isEmpty { write(entry.exact, withLevels: false, pageCount: pageCount, to: &writer) }
    if !entry.related.isEmpty { write(entry.related, withLevels: true, pageCount: pageCount, to: &writer) }
  }

  private static func write(_ list: [UInt32], withLevels: Bool, pageCount: Int, to writer: inout BitWriter) {
    writer.writeGamma(UInt32(list.count))
    let pages = withLevels ? list.map { $0 >> 4 } : list
    writer.writeRising(pages[...], low: 0, high: UInt32(pageCount - 1))
    if withLevels { for posting in list { writer.writeGamma((posting & 15) + 1) } }
  }
}
