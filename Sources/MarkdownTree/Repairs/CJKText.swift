internal import HanText

/// Questions about characters that decide on repairs.
enum CJKText {
  /// Han, kana, hangul, bopomofo, full-width forms and CJK punctuation.
  static func isCJK(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ..<0x1100: false
    case 0x1100...0x11FF, 0x2E80...0x2FDF, 0x3000...0x312F, 0x3130...0x31EF, 0xAC00...0xD7AF, 0xFE30...0xFE4F,
      0xFF01...0xFFEF:
      true
    default: HanScript.contains(scalar)
    }
  }

  /// CJK punctuation, and the quotation marks, dashes and dots that Chinese shares with other scripts.
  static func isCJKPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3001...0x3003, 0x3008...0x3011, 0x3014...0x301F, 0x30FB, 0xFE30...0xFE4F, 0xFF01...0xFF0F, 0xFF1A...0xFF20,
      0xFF3B...0xFF40, 0xFF5B...0xFF65, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026, 0x2014:
      true
    default: false
    }
  }

  static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      switch scalar.value {
      case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: return true
      default: return false
      }
    }
    if isCJKPunctuation(scalar) { return true }
    if HanScript.contains(scalar) { return false }
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation:
      return true
    default: return false
    }
  }

  /// Punctuation that begins something: nothing ends after it.
  static func opens(_ scalar: Unicode.Scalar) -> Bool {
    if "([{<“‘".unicodeScalars.contains(scalar) { return true }
    let category = scalar.properties.generalCategory
    return category == .openPunctuation || category == .initialPunctuation
  }

  /// Punctuation that ends something: nothing begins before it.
  static func closes(_ scalar: Unicode.Scalar) -> Bool {
    if ",.;:!?)]}>，。、；：！？”’".unicodeScalars.contains(scalar) { return true }
    let category = scalar.properties.generalCategory
    return category == .closePunctuation || category == .finalPunctuation
  }

  /// Whether a line break between the end of `before` and the start of `after` stands for nothing: between two CJK
  /// characters, where a browser would show a space.
  static func joins(_ before: [UInt8], _ after: UnsafeBufferPointer<UInt8>?) -> Bool {
    guard let after, let last = before.last, last >= 0x80 else { return false }
    return before.withUnsafeBufferPointer { bytes in
      guard let left = UTF8Scalars.scalar(before: bytes.count, in: bytes), let right = UTF8Scalars.scalar(at: 0, in: after)
      else { return false }
      return isWide(left) && isWide(right.scalar)
    }
  }

  /// As `isCJK` without hangul, which is written with spaces.
  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    if (0x1100...0x11FF).contains(scalar.value) || (0xAC00...0xD7AF).contains(scalar.value) { return false }
    return isCJK(scalar) || isCJKPunctuation(scalar)
  }
}
