internal import Foundation

/// Where the dictionary is cut into files.
///
/// The cuts follow from the keys around them, not from what came before: an edit changes the files of the keys it
/// touches and leaves the others as they are.
struct ShardCuts {
  let ranges: [Range<Int>]

  /// - Parameter sizes: of the entries, in bytes.
  init(_ dictionary: IndexDictionary, sizes: [Int]) {
    let target = Self.target(indexBytes: sizes.reduce(0, +))
    var ranges: [Range<Int>] = []
    var start = 0, size = 0
    for index in sizes.indices {
      // A cut is as likely at each byte: on average it comes half a target after the first half.
      let isPlace = dictionary.hash(of: index) % UInt64(target / 2) < UInt64(sizes[index])
      if size > 0, size + sizes[index] > target * 3 / 2 || size > target / 2 && isPlace {
        ranges.append(start..<index)
        start = index
        size = 0
      }
      size += sizes[index]
    }
    if start < sizes.count { ranges.append(start..<sizes.count) }
    self.ranges = ranges
  }

  /// Bytes. A search loads the list of all shards, eight bytes each, and one or two of them, so the sum is least where a
  /// shard's size grows with the square root of the index.
  static func target(indexBytes: Int) -> Int { max(3000, Int((14 * Double(indexBytes)).squareRoot())) }
}
