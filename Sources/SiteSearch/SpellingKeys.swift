/// Keys that find a word by its end: `-noitnetta2`, the word reversed and how common it is (0...2).
///
/// A slip of the finger leaves the beginning of a word or its end as it was. Such a key has a page of the word, so that
/// one can be shown before the word's own file has come.
enum SpellingKeys {
  static let lengths = 4...24

  /// The key, and the page that has most of the word; `nil` for what nobody would be led to: short or long words, and words
  /// with other than the letters a to z.
  ///
  /// - Parameter postings: all pages that have the word.
  static func key(of word: [UInt16], on postings: ArraySlice<UInt32>) -> (text: [UInt16], page: UInt32)? {
    guard lengths.contains(word.count), word.allSatisfy({ (0x61...0x7A).contains($0) }) else { return nil }
    // A word on one page, in the body only, is as likely a slip itself.
    guard let best = postings.max(by: { $0 & 15 < $1 & 15 }), postings.count > 1 || best & 15 > 3 else { return nil }
    let rank: UInt16 = postings.count < 4 ? 0x30 : postings.count < 32 ? 0x31 : 0x32
    return ([0x2D] + word.reversed() + [rank], best >> 4)
  }
}
