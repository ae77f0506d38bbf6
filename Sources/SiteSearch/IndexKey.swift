/// What a posting list belongs to, before it has a text: a run of one or two Han characters, a word or a name.
///
/// The top 16 bits tell them apart: no UTF-16 text starts with the noncharacters U+FFFE and U+FFFF.
struct IndexKey: Hashable, Sendable {
  let rawValue: UInt64

  private static let wordMark: UInt64 = 0xFFFF << 48
  private static let nameMark: UInt64 = 0xFFFE << 48

  static func word(_ index: Int) -> IndexKey { IndexKey(rawValue: wordMark | UInt64(index)) }
  static func name(_ index: Int) -> IndexKey { IndexKey(rawValue: nameMark | UInt64(index)) }

  /// Up to four UTF-16 units from the top, so that keys sort as their texts do.
  @inline(__always)
  static func han(_ first: SearchToken, _ second: SearchToken) -> IndexKey {
    let a = UInt64(first.rawValue), b = UInt64(second.rawValue)
    if a < 0x10000, b < 0x10000 { return IndexKey(rawValue: a << 48 | b << 32) }
    return han(units: Self.units(first.rawValue) + Self.units(second.rawValue))
  }

  @inline(__always)
  static func han(_ token: SearchToken) -> IndexKey {
    token.rawValue < 0x10000 ? IndexKey(rawValue: UInt64(token.rawValue) << 48) : han(units: units(token.rawValue))
  }

  private static func han(units: [UInt16]) -> IndexKey {
    var bits: UInt64 = 0
    for (offset, unit) in units.prefix(4).enumerated() { bits |= UInt64(unit) << (48 - 16 * UInt64(offset)) }
    return IndexKey(rawValue: bits)
  }

  private static func units(_ scalar: UInt32) -> [UInt16] { Unicode.Scalar(scalar).map { Array(String($0).utf16) } ?? [] }

  /// The key's text in UTF-16, if it is one of Han characters.
  var hanText: [UInt16]? {
    if rawValue >= Self.nameMark { return nil }
    return (0..<4).map { UInt16(truncatingIfNeeded: rawValue >> (48 - 16 * UInt64($0))) }.filter { $0 != 0 }
  }

  var isWord: Bool { rawValue >= Self.wordMark }
  /// The word's or name's number.
  var index: Int { Int(rawValue & 0xFFFF_FFFF_FFFF) }
}
