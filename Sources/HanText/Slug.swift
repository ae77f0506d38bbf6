internal import Foundation

/// Readable ASCII names for addresses and files.
public enum Slug {
  /// The longest slug, in bytes: longer ones end at a syllable before it.
  public static let maximumLength = 80

  /// Pinyin without tones for Han, Latin letters without their marks and digits as they are, hyphens between; empty where nothing
  /// is left.
  ///
  ///     Slug.make(from: "什么是 LoRA？")  // "shen-me-shi-lora"
  public static func make(from title: String) -> String {
    if isSlug(title) { return title }
    var slug = ""
    for syllable in Pinyin.syllables(of: withoutMarks(WidthFolding.fold(title))) {
      let part = syllable.unicodeScalars.filter { $0.isASCII && ($0.properties.isAlphabetic || ("0"..."9").contains($0)) }
      if part.isEmpty { continue }
      let addition = (slug.isEmpty ? "" : "-") + String(String.UnicodeScalarView(part))
      if slug.utf8.count + addition.utf8.count > maximumLength {
        if slug.isEmpty { slug = String(addition.prefix(maximumLength)) }
        break
      }
      slug += addition
    }
    return slug
  }

  /// `Über naïve Wörter` → `Uber naive Worter`; other letters become those that they stand for.
  private static func withoutMarks(_ title: String) -> String {
    guard title.unicodeScalars.contains(where: { (0xC0...0x24F).contains($0.value) || (0x1E00...0x1EFF).contains($0.value) }) else {
      return title
    }
    var result = ""
    for scalar in title.decomposedStringWithCanonicalMapping.unicodeScalars where !(0x300...0x36F).contains(scalar.value) {
      if let letters = spelledOut[scalar] { result += letters } else { result.unicodeScalars.append(scalar) }
    }
    return result
  }

  /// Letters that are none with a mark.
  private static let spelledOut: [Unicode.Scalar: String] = [
    "ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D",
    "þ": "th",
    "Þ": "TH",
    "ı": "i",
  ]

  /// Whether a text is what `make(from:)` makes of it.
  private static func isSlug(_ text: String) -> Bool {
    let hyphen = UInt8(ascii: "-")
    var previous = hyphen
    for byte in text.utf8 {
      switch byte {
      case 0x61...0x7A, 0x30...0x39: break
      case hyphen where previous != hyphen: break
      default: return false
      }
      previous = byte
    }
    return previous != hyphen && text.utf8.count <= maximumLength
  }
}
