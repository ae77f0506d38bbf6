/// The words that a slip of the finger may have meant, with a page of each: FORMAT.md, "Spelling lists".
///
/// Two slips leave no part of a word as it was, so that no order of the words brings those together that may be meant. They are
/// therefore all looked at, in a list of those of about the length that was typed.
struct SpellingLists: Sendable, Hashable {
  /// What is known of a listed word.
  struct Word: Sendable, Hashable {
    /// The page that has most of the word.
    let page: UInt32
    /// Whether a page is called by it. Other words are listed because many pages have them.
    let isOfTitle: Bool
  }

  private static let lengths = 4...24
  /// A list for each length of what is typed: the first is for shorter texts, the last for longer ones as well.
  static let typedLengths = 5...12

  private(set) var words: [[UInt8]: Word] = [:]
  private let pageCount: Int
  /// Of words that are of no title.
  private var fewestPages: Int { max(2, pageCount / 128) }

  init(pageCount: Int) { self.pageCount = pageCount }

  /// Takes note of the pages that have a word now. Whether it is of a title is taken to be as it was.
  ///
  /// - Parameter postings: `page << 4 | level`.
  mutating func note(_ word: [UInt16], on postings: ArraySlice<UInt32>, isOfTitle: Bool = false) {
    guard Self.lengths.contains(word.count), word.allSatisfy({ (0x61...0x7A).contains($0) }) else { return }
    let text = word.map(UInt8.init), isOfTitle = isOfTitle || words[text]?.isOfTitle == true
    let best = isOfTitle || postings.count >= fewestPages ? postings.max { $0 & 15 < $1 & 15 } : nil
    words[text] = best.map { Word(page: $0 >> 4, isOfTitle: isOfTitle) }
  }

  /// Whether something of the length can be what was meant by a word: two slips where that has eight letters, else one.
  private static func reaches(_ typed: Int, _ length: Int) -> Bool { abs(typed - length) <= (length < 8 ? 1 : 2) }

  private static func isListed(_ length: Int, for typed: Int) -> Bool {
    reaches(typed, length) || typed == typedLengths.lowerBound && length < typed || typed == typedLengths.upperBound && length > typed
  }

  /// A file for each of `typedLengths`, which it begins with: no two are alike. O(words).
  var contents: [String] {
    let sorted = words.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    return Self.typedLengths.map { typed in
      JSONText.string("\(typed) " + text(sorted.filter { Self.isListed($0.key.count, for: typed) }))
    }
  }

  private func text(_ words: [(key: [UInt8], value: Word)]) -> String {
    var letters: [UInt8] = [], pages = "", previous: [UInt8] = []
    for (word, known) in words {
      let shared = min(9, zip(word, previous).prefix { $0 == $1 }.count)
      letters.append((known.isOfTitle ? UInt8(ascii: "0") : UInt8(ascii: "A")) + UInt8(shared))
      letters += word[shared...]
      let page = String(known.page, radix: 36)
      pages += String(repeating: "0", count: width - page.utf8.count) + page
      previous = word
    }
    return String(decoding: letters, as: UTF8.self) + " " + pages
  }

  /// Digits of a page's number.
  private var width: Int { String(max(0, pageCount - 1), radix: 36).utf8.count }

  /// The lists that were written; `nil` where they are damaged.
  init?(_ contents: [ArraySlice<UInt8>], pageCount: Int) {
    self.init(pageCount: pageCount)
    for content in contents {
      let parts = content.dropFirst().dropLast().split(separator: 0x20, omittingEmptySubsequences: false)
      guard parts.count == 3 else { return nil }
      var rest = parts[1], pages = parts[2], previous: [UInt8] = []
      while let mark = rest.popFirst() {
        let isOfTitle = mark < UInt8(ascii: "A"), shared = Int(mark) - Int(isOfTitle ? UInt8(ascii: "0") : UInt8(ascii: "A"))
        let added = rest.prefix { $0 >= 0x61 }
        guard 0...9 ~= shared, shared <= previous.count,
          let page = UInt32(String(decoding: pages.prefix(width), as: UTF8.self), radix: 36)
        else { return nil }
        previous = Array(previous[..<shared]) + added
        words[previous] = Word(page: page, isOfTitle: isOfTitle)
        rest = rest.dropFirst(added.count)
        pages = pages.dropFirst(width)
      }
    }
  }
}
