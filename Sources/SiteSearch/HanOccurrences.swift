internal import ContentModel

/// Every Han character of every page, gathered by character: with what follows and the field it stands in.
struct HanOccurrences: Sendable {
  private let fields: [PageReader.Field]
  /// The characters that occur, rising, and where the occurrences of each end.
  private let characters: [UInt16]
  private let ends: [Int]
  /// `second << 48 | field << 16 | third`: sorted by first character, then in the order of reading.
  private let occurrences: [UInt64]

  /// A counting sort. O(characters).
  init(_ readers: [PageReader]) {
    fields = readers.flatMap(\.fields)
    var counts = [Int](repeating: 0, count: 0x10000)
    for reader in readers { for unit in reader.hanUnits { counts[Int(unit)] += 1 } }
    counts[0] = 0
    characters = (1..<0x10000).filter { counts[$0] > 0 }.map { UInt16($0) }
    var next = [Int](repeating: 0, count: 0x10000), total = 0
    ends = characters.map {
      next[Int($0)] = total
      total += counts[Int($0)]
      return total
    }
    var occurrences = [UInt64](repeating: 0, count: total)
    var firstField = 0
    for reader in readers {
      let units = reader.hanUnits
      for (number, field) in reader.fields.enumerated() {
        let end = number + 1 < reader.fields.count ? reader.fields[number + 1].firstUnit : units.count
        let fieldBits = UInt64(firstField + number) << 16
        for position in field.firstUnit..<end where units[position] != 0 {
          // A run always ends with 0, so that two units follow wherever the first is not 0.
          let second = UInt64(units[position + 1]), third = second == 0 ? 0 : UInt64(units[position + 2])
          let place = next[Int(units[position])]
          occurrences[place] = second << 48 | fieldBits | third
          next[Int(units[position])] = place + 1
        }
      }
      firstField += reader.fields.count
    }
    self.occurrences = occurrences
  }

  /// The lists of all characters, worked out on all cores: several parts, in the order of the characters.
  func lists(pageCount: Int) -> [HanLists] {
    let parts = parts(of: max(4096, occurrences.count / 16))
    return concurrentMap(count: parts.count) { part in
      var lists = HanLists()
      var scratch = HanLists.Scratch(pageCount: pageCount)
      for character in parts[part] {
        var own = Array(occurrences[(character == 0 ? 0 : ends[character - 1])..<ends[character]])
        own.withUnsafeMutableBufferPointer {
          lists.add(first: characters[character], $0, scratch: &scratch, fields: fields)
        }
      }
      return lists
    }
  }

  private func parts(of size: Int) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = 0, startEnd = 0
    for index in characters.indices where ends[index] - startEnd >= size || index == characters.count - 1 {
      parts.append(start..<index + 1)
      start = index + 1
      startEnd = ends[index]
    }
    return parts
  }
}
