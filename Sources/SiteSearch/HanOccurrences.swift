internal import ContentModel

/// Every Han character of every page, gathered by character: with what follows and the field it stands in.
///
/// There are as many occurrences as a site has characters. They are gathered a part of the characters at a time, and the
/// pages looked through once for each part: all at once would be the largest thing that a build holds in memory.
struct HanOccurrences: Sendable {
  private let readers: [PageReader]
  private let fields: [PageReader.Field]
  /// How often each character occurs.
  private let counts: [Int]
  /// Runs of characters that occur about equally often.
  private let parts: [Range<Int>]

  private static let partCount = 12

  /// Counts. O(characters).
  init(_ readers: [PageReader]) {
    self.readers = readers
    fields = readers.flatMap(\.fields)
    var counts = [Int](repeating: 0, count: 0x10000)
    for reader in readers { for unit in reader.hanUnits { counts[Int(unit)] += 1 } }
    counts[0] = 0
    self.counts = counts
    parts = Self.parts(counts, size: max(4096, counts.reduce(0, +) / Self.partCount))
  }

  private static func parts(_ counts: [Int], size: Int) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = 1, total = 0
    for unit in counts.indices {
      total += counts[unit]
      guard total >= size || unit == counts.count - 1 && total > 0 else { continue }
      parts.append(start..<unit + 1)
      start = unit + 1
      total = 0
    }
    return parts
  }

  /// The lists of all characters, worked out on all cores: several parts, in the order of the characters.
  func lists(pageCount: Int) -> [HanLists] {
    concurrentMap(count: parts.count) { part in
      let characters = parts[part]
      var occurrences = gathered(characters)
      var lists = HanLists()
      var scratch = HanLists.Scratch(pageCount: pageCount)
      occurrences.withUnsafeMutableBufferPointer { occurrences in
        var start = 0
        for unit in characters where counts[unit] > 0 {
          let end = start + counts[unit]
          lists.add(
            first: UInt16(unit), UnsafeMutableBufferPointer(rebasing: occurrences[start..<end]), scratch: &scratch, fields: fields)
          start = end
        }
      }
      return lists
    }
  }

  /// `second << 48 | field << 16 | third`: sorted by first character, then in the order of reading. A counting sort.
  private func gathered(_ characters: Range<Int>) -> [UInt64] {
    var next: [Int] = []
    var total = 0
    for unit in characters {
      next.append(total)
      total += counts[unit]
    }
    return [UInt64](unsafeUninitializedCapacity: total) { occurrences, count in
      var firstField = 0
      for reader in readers {
        reader.hanUnits.withUnsafeBufferPointer { units in
          for (number, field) in reader.fields.enumerated() {
            let end = number + 1 < reader.fields.count ? reader.fields[number + 1].firstUnit : units.count
            let fieldBits = UInt64(firstField + number) << 16
            for position in field.firstUnit..<end where characters.contains(Int(units[position])) {
              // A run always ends with 0, so that two units follow wherever the first is not 0.
              let second = UInt64(units[position + 1]), third = second == 0 ? 0 : UInt64(units[position + 2])
              let own = Int(units[position]) - characters.lowerBound
              occurrences.initializeElement(at: next[own], to: second << 48 | fieldBits | third)
              next[own] += 1
            }
          }
        }
        firstField += reader.fields.count
      }
      count = total
    }
  }
}
