internal import Foundation

/// Where the dictionary is cut into files.
///
/// The cuts follow from the keys around them, not from what came before: an edit changes the files of the keys it
/// touches and leaves the others as they are.
struct ShardCuts {
  /// About how long a shard is, in bytes.
  let target: Int

  init(indexBytes: Int) { target = Self.target(indexBytes: indexBytes) }

  /// Whether a cut stands before a key: on average it comes half a target after the first half, as likely at each byte.
  ///
  /// - Parameters:
  ///   - size: of the key's entry, in bytes.
  ///   - before: what stands between the last cut and it.
  func isCut(before key: [UInt16], size: Int, after before: Int) -> Bool {
    before > 0
      && (before + size > target * 3 / 2 || before > target / 2 && IndexEntry.hash(key) % UInt64(target / 2) < UInt64(size))
  }

  /// The runs of entries between the cuts.
  func ranges(sizes: [Int], key: (Int) -> [UInt16]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0, before = 0
    for index in sizes.indices {
      if isCut(before: key(index), size: sizes[index], after: before) {
        ranges.append(start..<index)
        (start, before) = (index, 0)
      }
      before += sizes[index]
    }
    if start < sizes.count { ranges.append(start..<sizes.count) }
    return ranges
  }

  /// A search loads the list of all shards, eight bytes each, and one or two of them, so the sum is least where a shard's
  /// size grows with the square root of the index. In steps of an eighth, so that an edit moves no cut by the size of all.
  static func target(indexBytes: Int) -> Int {
    let best = max(3000, (14 * Double(indexBytes)).squareRoot())
    return Int(3000 * pow(1.125, (log(best / 3000) / log(1.125)).rounded()))
  }
}
