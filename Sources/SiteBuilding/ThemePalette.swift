import SitePictures

/// The theme's colours where no style sheet reaches: read from the sheet's tokens, so that they stand in one place.
struct ThemePalette: Sendable {
  /// Kinds of pages, by the names of the tokens.
  enum Accent: String { case home, term, question, source, tag, path }

  private let style: String

  init(_ theme: Theme) { style = String(decoding: theme.assets["style.css"] ?? [], as: UTF8.self) }

  func colours(_ accent: Accent) -> SocialCard.Colours {
    SocialCard.Colours(
      paper: token("paper") ?? 0xFFFFFF, ink: token("ink") ?? 0x000000, soft: token("soft") ?? token("ink") ?? 0x000000,
      accent: token(accent.rawValue) ?? token("ink") ?? 0x000000, brand: brand)
  }

  /// The site's own accent, 0xRRGGBB.
  var brand: UInt32 { token(Accent.home.rawValue) ?? token("ink") ?? 0x000000 }

  /// `#fbfaf6`, as a web app manifest writes it.
  var paper: String { "#" + String(String(0x100_0000 | (token("paper") ?? 0xFFFFFF), radix: 16).dropFirst()) }

  /// The first value of a token, in the light scheme: `--name: #fff`, `light-dark(#ffffff, …)` or `var(--other)`.
  private func token(_ name: String, depth: Int = 0) -> UInt32? {
    guard depth < 4, let place = style.firstRange(of: "--\(name):") else { return nil }
    var value = style[place.upperBound...].prefix { $0 != ";" && $0 != "}" }.drop { $0 == " " }
    if value.hasPrefix("light-dark(") { value = value.dropFirst("light-dark(".count).drop { $0 == " " } }
    if value.hasPrefix("var(--") { return token(String(value.dropFirst(6).prefix { $0 != ")" && $0 != "," }), depth: depth + 1) }
    guard value.first == "#" else { return nil }
    var digits = value.dropFirst().prefix { $0.isHexDigit }
    if digits.count == 3 { digits = Substring(digits.flatMap { [$0, $0] }) }
    return digits.count == 6 ? UInt32(digits, radix: 16) : nil
  }
}
