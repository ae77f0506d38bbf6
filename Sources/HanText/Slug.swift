/// Readable ASCII names for addresses and files.
public enum Slug {
  /// The longest slug, in bytes: longer ones end at a syllable before it.
  public static let maximumLength = 80

  /// Pinyin without tones for Han, Latin letters and digits as they are, hyphens between; empty where nothing is left.
  ///
  ///     Slug.make(from: "什么是 LoRA？")  // "shen-me-shi-lora"
  public static func make(from title: String) -> String {
    if isSlug(title) { return title }
    var slug = ""
    for syllable in Pinyin.syllables(of: WidthFolding.fold(title)) {
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
