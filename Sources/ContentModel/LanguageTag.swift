/// A language of the site as a BCP 47 tag: `zh`, `en`.
public struct LanguageTag: Sendable, Hashable, Comparable, CustomStringConvertible {
  public let rawValue: String

  /// `nil` unless the text is a language subtag with optional further subtags: `en`, `zh-Hant`, `pt-BR`.
  public init?(_ text: some StringProtocol) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard let primary = parts.first, (2...3).contains(primary.count),
      parts.allSatisfy({ (1...8).contains($0.count) && $0.allSatisfy(Self.isAlphanumeric) }),
      primary.allSatisfy({ (0x61...0x7A).contains($0) })
    else { return nil }
    rawValue = String(text)
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
  }

  public static let chinese = LanguageTag("zh")!
  public static let english = LanguageTag("en")!

  public var description: String { rawValue }

  public static func < (lhs: LanguageTag, rhs: LanguageTag) -> Bool { lhs.rawValue < rhs.rawValue }
}
