internal import HanText

/// Text reduced to what two phrasings of the same thing share: letters and digits, widths folded, lower case.
enum ComparableText {
  static func squash(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let folded = WidthFolding.fold(scalar)
      if folded.value < 0x80 {
        let value = folded.value
        if (0x41...0x5A).contains(value) {
          result.append(Unicode.Scalar(value + 0x20)!)
        } else if (0x61...0x7A).contains(value) || (0x30...0x39).contains(value) || value == 0x2B || value == 0x23 {
          result.append(folded)
        }
      } else if folded.properties.isAlphabetic || folded.properties.numericType != nil {
        result.append(folded)
      }
    }
    return String(result)
  }

  /// Share of the character pairs that two squashed texts have in common (Jaccard), 0 to 1.
  static func similarity(_ a: String, _ b: String) -> Double {
    let x = pairs(a), y = pairs(b)
    if x.isEmpty || y.isEmpty { return a == b ? 1 : 0 }
    let shared = x.intersection(y).count
    return Double(shared) / Double(x.count + y.count - shared)
  }

  private static func pairs(_ text: String) -> Set<UInt64> {
    var result: Set<UInt64> = []
    var previous: UInt32?
    for scalar in text.unicodeScalars {
      if let previous { result.insert(UInt64(previous) << 32 | UInt64(scalar.value)) }
      previous = scalar.value
    }
    return result
  }
}
