internal import HanText

/// Text reduced to what two phrasings of the same thing share: letters and digits, widths folded, lower case.
enum ComparableText {
  static func squash(_ text: String) -> String {
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      let folded = WidthFolding.fold(scalar)
      if folded.value < 0x80 {
        let value = folded.value
        if (0x41...0x5A).contains(value) {
          result.append(Unicode.Scalar(value + 0x20)!)
        } else if (0x61...0x7A).contains(value) || (0x30...0x39).contains(value) || value == 0x2B || value == 0x23 {
          result.append(folded)
        }
      } else if HanScript.contains(folded) || folded.properties.isAlphabetic || folded.properties.numericType != nil {
        result.append(folded)
      }
    }
    return String(scalars: result)
  }

  /// The pairs of characters of a squashed text, sorted, each once.
  static func pairs(_ text: String) -> [UInt64] {
    var result: [UInt64] = []
    result.reserveCapacity(text.utf8.count / 2)
    var previous: UInt32?
    for scalar in text.unicodeScalars {
      if let previous { result.append(UInt64(previous) << 32 | UInt64(scalar.value)) }
      previous = scalar.value
    }
    return result.sortedDistinct()
  }

  /// Share of the pairs that two texts have in common (Jaccard), 0 to 1. O(pairs).
  static func similarity(_ a: [UInt64], _ b: [UInt64]) -> Double {
    let shared = a.commonCount(b)
    let all = a.count + b.count - shared
    return all == 0 ? 0 : Double(shared) / Double(all)
  }
}
