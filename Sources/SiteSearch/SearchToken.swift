/// A Han character or a word of another script, as a number: what search compares.
///
/// Han characters are their scalar values; words are indices into a `WordTable`, marked by the top bit.
struct SearchToken: Sendable, Hashable {
  let rawValue: UInt32

  private static let wordBit: UInt32 = 0x8000_0000

  /// Between two fields; no phrase crosses it.
  static let boundary = SearchToken(rawValue: 0)

  static func han(_ scalar: UInt32) -> SearchToken { SearchToken(rawValue: scalar) }
  static func word(_ index: Int) -> SearchToken { SearchToken(rawValue: UInt32(index) | wordBit) }

  private init(rawValue: UInt32) { self.rawValue = rawValue }

  var isWord: Bool { rawValue & Self.wordBit != 0 }
  var isHan: Bool { !isWord && rawValue != 0 }
  var wordIndex: Int { Int(rawValue & ~Self.wordBit) }
}
