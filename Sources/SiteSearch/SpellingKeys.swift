/// Keys that find a word by its end: `-noitnetta2`, the word reversed and how common it is (0...2).
///
/// A slip of the finger leaves the beginning of a word or its end as it was. Such a key has a page of the word, so that
/// one can be shown before the word's own file has come.
enum SpellingKeys {
  static let lengths = 4...24

  /// `nil` for what nobody would be led to: short or long words, and words with other than the letters a to z.
  static func key(of word: [UInt16], pageCount: Int, level: UInt32) -> [UInt16]? {
    guard lengths.contains(word.count), word.allSatisfy({ (0x61...0x7A).contains($0) }) else { return nil }
    // A word on one page, in the body only, is as likely a slip itself.
    guard pageCount > 1 || level > 3 else { return nil }
    let rank: UInt16 = pageCount < 4 ? 0x30 : pageCount < 32 ? 0x31 : 0x32
    return [0x2D] + word.reversed() + [rank]
  }
}
