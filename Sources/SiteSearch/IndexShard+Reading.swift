extension IndexShard {
  /// The entries that a shard was written from.
  static func entries(_ bytes: [UInt8], pageCount: Int) throws(BitReader.Damage) -> [IndexEntry] {
    var reader = BitReader(bytes)
    var entries: [IndexEntry] = []
    var previous: [UInt16] = []
    for _ in 0..<(try reader.readGamma() - 1) {
      previous = try text(after: previous, from: &reader)
      entries.append(try entry(previous, pageCount: pageCount, from: &reader))
    }
    return entries
  }

  private static func text(after previous: [UInt16], from reader: inout BitReader) throws(BitReader.Damage) -> [UInt16] {
    let shared = Int(try reader.readGamma()) - 1
    let added = Int(try reader.readGamma()) - 1
    guard shared <= previous.count, added <= 1 << 16 else { throw BitReader.Damage() }
    var text = Array(previous[..<shared])
    for number in 0..<added {
      if number == 0, shared < previous.count {
        text.append(UInt16(truncatingIfNeeded: UInt32(previous[shared]) + 1 + (try reader.readGolomb(order: 4))))
      } else {
        text.append(try unit(from: &reader))
      }
    }
    return text
  }

  private static func unit(from reader: inout BitReader) throws(BitReader.Damage) -> UInt16 {
    if try reader.read(bits: 1) == 1 { return UInt16(0x4E00 + (try reader.readBelow(0x5200))) }
    if try reader.read(bits: 1) == 1 {
      let letter = Int(try reader.read(bits: 5))
      guard letter < letterUnits.count else { throw BitReader.Damage() }
      return letterUnits[letter]
    }
    return UInt16(try reader.read(bits: 1) == 1 ? try reader.read(bits: 7) : try reader.read(bits: 16))
  }

  private static func entry(
    _ text: [UInt16], pageCount: Int, from reader: inout BitReader
  ) throws(BitReader.Damage) -> IndexEntry {
    var entry = IndexEntry(text: text)
    let lists = try reader.read(bits: 1) == 1 ? 4 : try reader.read(bits: 3)
    if lists & 4 != 0 {
      entry.postings = try postings(pageCount: pageCount, from: &reader)
      if IndexEntry.isPair(text), entry.postings.count >= HanLists.leastPagesWithFollowers {
        entry.followers = try followers(of: entry.postings.count, from: &reader)
      }
    }
    if lists & 2 != 0 { entry.exact = try reader.readRising(below: pageCount) }
    if lists & 1 != 0 { entry.related = Array(try postings(pageCount: pageCount, from: &reader)) }
    return entry
  }

  private static func postings(pageCount: Int, from reader: inout BitReader) throws(BitReader.Damage) -> ArraySlice<UInt32> {
    var list = try reader.readRising(below: pageCount)
    for index in list.indices { list[index] = list[index] << 4 | (try reader.readGamma() - 1) & 15 }
    return list[...]
  }

  private static func followers(of count: Int, from reader: inout BitReader) throws(BitReader.Damage) -> [IndexEntry.Follower] {
    var followers: [IndexEntry.Follower] = []
    for _ in 0..<(try reader.readGamma() - 1) {
      let unit =
        followers.isEmpty
        ? try unit(from: &reader)
        : UInt16(truncatingIfNeeded: UInt32(followers[followers.count - 1].unit) + 1 + (try reader.readGolomb(order: 5)))
      followers.append(IndexEntry.Follower(unit: unit, places: try reader.readRising(below: count)[...]))
    }
    return followers
  }
}
