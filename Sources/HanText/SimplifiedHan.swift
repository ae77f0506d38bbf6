/// Simplified forms of traditional characters, one character for one.
///
/// The pairs are ICU's `Hant-Hans`, asked for each character by itself: search needs a table that a browser can
/// apply character by character, not the better choice that a word's context would allow. They ship as data, since every start
/// of the program would wait for the transform; a test holds the one against the other.
public enum SimplifiedHan {
  /// Every traditional character with its simplified form, in the order of the former. About 3,000 pairs.
  public static let pairs: [(traditional: UInt16, simplified: UInt16)] = {
    var pairs: [(traditional: UInt16, simplified: UInt16)] = []
    for line in (EmbeddedFiles.all["simplified-han.txt"] ?? "").utf8.split(separator: UInt8(ascii: "\n")) {
      if line.first == UInt8(ascii: "#") { continue }
      var traditional: UInt16?
      for scalar in Substring(line).unicodeScalars {
        guard let from = traditional else {
          traditional = UInt16(scalar.value)
          continue
        }
        pairs.append((from, UInt16(scalar.value)))
        traditional = nil
      }
    }
    return pairs
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
