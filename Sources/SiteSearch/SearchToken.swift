/// A Han character or a word of another script, as a number: what search compares.
///
/// Han characters are their UTF-16 units, since that is what the browser's strings are made of: a character beyond the
/// Basic Multilingual Plane is two tokens, and is found all the same. Words are indices into a `WordTable`.
struct SearchToken: Sendable, Hashable {
  let rawValue: UInt32

  private static let wordBit: UInt32 = 0x8000_0000

  static func han(_ unit: UInt16) -> SearchToken { SearchToken(rawValue: UInt32(unit)) }
  /// Where a line ends: a paragraph, an item of a list, a cell of a table. No phrase crosses it.
  static let boundary = han(0)
  static func word(_ index: Int) -> SearchToken { SearchToken(rawValue: UInt32(index) | wordBit) }

  private init(rawValue: UInt32) { self.rawValue = rawValue }

  var isWord: Bool { rawValue & Self.wordBit != 0 }
  var unit: UInt16 { UInt16(truncatingIfNeeded: rawValue) }
  var wordIndex: Int { Int(rawValue & ~Self.wordBit) }
}
