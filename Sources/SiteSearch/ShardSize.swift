internal import Foundation

/// How large a shard of the dictionary should be.
enum ShardSize {
  /// Bytes. A search loads the list of all shards and one or two of them, so the sum is least where a shard's size
  /// grows with the square root of the index.
  static func target(indexBytes: Int) -> Int { max(3000, Int((16 * Double(indexBytes)).squareRoot())) }
}
