/// Full-width ASCII variants and the ideographic space as their half-width forms.
public enum WidthFolding {
  /// `ＡＢ：１` → `AB:1`. Other characters, `①` among them, stay. O(bytes).
  public static func fold(_ text: String) -> String {
    // U+FF01…U+FF5E start with EF BC or EF BD, U+3000 with E3 80: most text has none.
    guard text.utf8.contains(where: { $0 == 0xEF || $0 == 0xE3 }) else { return text }
    return String(scalars: text.unicodeScalars.map { fold($0) })
  }

  @inlinable
  public static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0)!
    case 0x3000: " "
    default: scalar
    }
  }
}
