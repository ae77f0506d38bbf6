internal import HanText

extension Unicode.Scalar {
  var isASCIIDigit: Bool { value &- 0x30 < 10 }
  var isASCIILetter: Bool { (value | 0x20) &- 0x61 < 26 }
  var isASCIIAlphanumeric: Bool { isASCIIDigit || isASCIILetter }
  var isHan: Bool { HanScript.contains(self) }

  /// Letters, digits and Han of any script: what a reader says aloud.
  var isWordlike: Bool {
    if value < 0x80 { return isASCIIAlphanumeric }
    if isHan { return true }
    // Punctuation, symbols and pictographs, by block: the property tables are slow.
    switch value {
    case 0xC0...0x24F: return value != 0xD7 && value != 0xF7
    case 0x370...0x1FFF, 0x3041...0x318F, 0xA000...0xD7FF: return true
    default: return false
    }
  }

  /// Spaces of any width, and line or paragraph separators.
  var isSpace: Bool {
    switch value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// Characters without width or meaning: controls, joiners, direction marks, variation selectors, byte order marks.
  var isInvisible: Bool {
    switch value {
    case 0x00...0x08, 0x0E...0x1F, 0x7F...0x84, 0x86...0x9F, 0xAD, 0x61C, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F,
      0xFE00...0xFE0F, 0xFEFF:
      true
    default: false
    }
  }

  /// Pictographs and ornaments that decorate headings and calls.
  var isPictograph: Bool {
    switch value {
    case 0x2600...0x27BF, 0x2B00...0x2BFF, 0x1F000...0x1FAFF, 0x2190...0x21FF, 0x25A0...0x25FF, 0x231A...0x23FF: true
    default: false
    }
  }

  /// `?`, and the pictures of one; widths are folded before.
  var isQuestionMark: Bool { self == "?" || self == "\u{2753}" || self == "\u{2754}" }

  /// As keys have it: small, and simplified, so that one list of words reads both scripts. `著` is written in both.
  var keyed: Unicode.Scalar {
    if value < 0x80 { return lowercased }
    return value == 0x8457 ? self : Unicode.Scalar(SimplifiedHan.fold(value)) ?? self
  }

  /// ASCII capitals as small letters.
  var lowercased: Unicode.Scalar {
    value &- 0x41 < 26 ? Unicode.Scalar(UInt8(value | 0x20)) : self
  }
}

extension String {
  init(_ scalars: some Collection<Unicode.Scalar>) { self.init(scalars: scalars) }
}
