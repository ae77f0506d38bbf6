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
    make(from: decodePercent(fragment))
  }

  static func decodePercent(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count, let high = hex(bytes[index + 1]),
        let low = hex(bytes[index + 2])
      {
        result.append(high << 4 | low)
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func hex(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }
}
