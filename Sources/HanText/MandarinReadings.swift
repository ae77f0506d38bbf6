/// The commonest Mandarin reading of each Han character by itself.
///
/// A table that ships as data: it says what ICU's `Han-Latin` transform says, which takes a tenth of a second to begin,
/// and whoever builds, imports or serves would wait for it. A test holds the one against the other.
enum MandarinReadings {
  /// `nil` for characters whose reading nobody has noted. O(1).
  static func syllable(of scalar: Unicode.Scalar) -> Pinyin.Syllable? {
    guard scalar.value < table.syllableOf.count else { return nil }
    let number = table.syllableOf[Int(scalar.value)]
    return number == 0 ? nil : table.syllables[Int(number) - 1]
  }

  /// Each syllable once, and for each code point the number of its syllable, counted from 1.
  private static let table: (syllables: [Pinyin.Syllable], syllableOf: [UInt16]) = {
    var syllables: [Pinyin.Syllable] = []
    var syllableOf = [UInt16](repeating: 0, count: 0x32400)
    for line in (EmbeddedFiles.all["mandarin-readings.txt"] ?? "").utf8.split(separator: UInt8(ascii: "\n")) {
      let parts = Substring(line).unicodeScalars.split(separator: " ")
      guard parts.count == 2, parts[0].first != "#" else { continue }
      syllables.append(Pinyin.Syllable(String(parts[0])))
      for character in parts[1] where character.value < syllableOf.count {
        syllableOf[Int(character.value)] = UInt16(syllables.count)
      }
    }
    return (syllables, syllableOf)
  }()
}
