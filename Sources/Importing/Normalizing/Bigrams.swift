/// Pairs of neighbouring Han characters, and words of Latin letters and digits: what a topic is made of.
enum Bigrams {
  static func of(_ key: [Unicode.Scalar]) -> Set<UInt64> {
    var result: Set<UInt64> = []
    var word: UInt64 = 0, length = 0
    for (index, scalar) in key.enumerated() {
      if scalar.isASCIIAlphanumeric {
        word = (word ^ UInt64(scalar.value)) &* LineHash.prime
        length += 1
      } else {
        if length > 1 { result.insert(word) }
        (word, length) = (0, 0)
      }
      if index > 0, scalar.isHan, key[index - 1].isHan {
        result.insert(UInt64(key[index - 1].value) << 32 | UInt64(scalar.value))
      }
    }
    if length > 1 { result.insert(word) }
    return result
  }
}
