internal import Foundation

/// Simplified forms of traditional characters, one character for one.
///
/// The pairs are ICU's `Hant-Hans`, asked for each character by itself: search needs a table that a browser can
/// apply character by character, not the better choice that a word's context would allow.
public enum SimplifiedHan {
  /// Every traditional character with its simplified form, in the order of the former. About 3,000 pairs.
  public static let pairs: [(traditional: UInt16, simplified: UInt16)] = {
    var all = String.UnicodeScalarView()
    for value in firstHan...lastHan { all.append(Unicode.Scalar(UInt16(value))!) }
    let folded = String(all).applyingTransform(StringTransform("Hant-Hans"), reverse: false) ?? String(all)
    return zip(all, folded.unicodeScalars).compactMap { from, to in
      from == to || to.value > 0xFFFF ? nil : (UInt16(from.value), UInt16(to.value))
    }
  }()

  /// The simplified form, or the character itself.
  public static func fold(_ value: UInt32) -> UInt32 {
    (firstHan...lastHan).contains(value) ? UInt32(table[Int(value - firstHan)]) : value
  }

  private static let firstHan: UInt32 = 0x4E00
  private static let lastHan: UInt32 = 0x9FFF

  private static let table: [UInt16] = {
    var table = (firstHan...lastHan).map { UInt16($0) }
    for pair in pairs { table[Int(UInt32(pair.traditional) - firstHan)] = pair.simplified }
    return table
  }()
}
