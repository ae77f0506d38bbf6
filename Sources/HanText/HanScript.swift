/// Questions about the script of a character.
public enum HanScript {
  /// Whether a scalar is a Han character (CJK Unified Ideographs and extensions, compatibility ideographs, 〇, 々).
  @inlinable
  public static func contains(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x323AF, 0xF900...0xFAFF, 0x3005, 0x3007: true
    default: false
    }
  }

  /// The share of Han characters among letters and Han characters, 0 to 1.
  @inlinable
  public static func share(of text: some StringProtocol) -> Double {
    var han = 0, letters = 0
    for scalar in text.unicodeScalars {
      if contains(scalar) {
        han += 1
      } else if scalar.isASCII ? (scalar.value | 0x20) &- 0x61 < 26 : scalar.properties.isAlphabetic {
        letters += 1
      }
    }
    return han + letters == 0 ? 0 : Double(han) / Double(han + letters)
  }
}
