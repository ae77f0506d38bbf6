/// Pairs of neighbouring Han characters, and words of Latin letters and digits: what a topic is made of.
enum Bigrams {
  /// Each once, sorted. O(key · log key).
  static func of(_ key: [Unicode.Scalar]) -> [UInt64] { all(of: key).sortedDistinct() }

  /// In the order of the text. O(key).
  static func all(of key: [Unicode.Scalar]) -> [UInt64] {
    var result: [UInt64] = []
    result.reserveCapacity(key.count)
    var word: UInt64 = 0, length = 0
    for (index, scalar) in key.enumerated() {
      if scalar.isASCIIAlphanumeric {
        word = (word ^ UInt64(scalar.value)) &* LineHash.prime
        length += 1
      } else {
        if length > 1 { result.append(word) }
        (word, length) = (0, 0)
      }
      if index > 0, scalar.isHan, key[index - 1].isHan {
        result.append(UInt64(key[index - 1].value) << 32 | UInt64(scalar.value))
      }
    }
    if length > 1 { result.append(word) }
    return result
  }
}
