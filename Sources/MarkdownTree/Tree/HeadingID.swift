internal import Encodings
internal import HanText

/// The rule by which headings get their ids.
public enum HeadingID {
  /// Letters and digits of any script kept, ASCII lowercased, full-width forms folded; everything between them becomes
  /// one hyphen. `section` where nothing is left.
  ///
  ///     HeadingID.make(from: "什么是 LoRA？")  // "什么是-lora"
  public static func make(from text: String) -> String {
    var id = String.UnicodeScalarView()
    var gap = false
    for scalar in text.unicodeScalars {
      let folded = WidthFolding.fold(scalar)
      guard isKept(folded) else {
        gap = true
        continue
      }
      if gap, !id.isEmpty { id.append("-") }
      gap = false
      let value = folded.value
      id.append((0x41...0x5A).contains(value) ? Unicode.Scalar(value + 0x20)! : folded)
    }
    return id.isEmpty ? "section" : String(id)
  }

  private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      let value = UInt8(scalar.value)
      return (0x30...0x39).contains(value) || (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value)
        || value == UInt8(ascii: "_")
    }
    return HanScript.contains(scalar) || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || scalar.properties.generalCategory == .nonspacingMark
  }

  /// The id that a link's fragment (without `#`, percent-encoded or not) asks for.
  ///
  /// A fragment written like the heading (`#What is LoRA`) finds it too.
  public static func wanted(by fragment: String) -> String {
    make(from: PercentEncoding.decodeLeniently(fragment))
  }
}
