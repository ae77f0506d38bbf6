internal import Foundation

/// Traditional characters as simplified ones.
public enum SimplifiedChinese {
  /// `機` → `机`; what has no simplified form stays. O(1) after the first call, which builds a table.
  public static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard (0x4E00...0x9FFF).contains(scalar.value) else { return scalar }
    return Unicode.Scalar(UInt32(table[Int(scalar.value) - 0x4E00])) ?? scalar
  }

  /// ICU's `Hant-Hans` transform of each character by itself.
  private static let table: [UInt16] = {
    let range = UInt16(0x4E00)...UInt16(0x9FFF)
    var text = ""
    for value in range { text += String(Unicode.Scalar(value)!) + "\n" }
    let transformed = text.applyingTransform(StringTransform("Hant-Hans"), reverse: false) ?? text
    let lines = transformed.split(separator: "\n", omittingEmptySubsequences: false)
    return zip(range, lines).map { value, line in
      let scalars = line.unicodeScalars
      return scalars.count == 1 ? UInt16(truncatingIfNeeded: scalars.first!.value) : value
    }
  }()
}
