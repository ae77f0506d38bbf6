internal import HanText

/// The numbers and negations of a text, in order. Two paragraphs that differ in these contradict each other, however much
/// alike they are: neither may stand for the other.
struct StatedFacts: Hashable {
  private let marks: [String]

  /// - Parameter block: Markdown; the numbers that count its list items state nothing. O(text).
  init(_ block: String) {
    var marks: [String] = []
    for line in block.utf8.split(separator: 0x0A) {
      let scalars = Substring(line).unicodeScalars.map(WidthFolding.fold)
      var index = Self.endOfMarker(scalars)
      while index < scalars.count {
        index = Self.step(scalars, index, &marks)
      }
    }
    self.marks = marks
  }

  /// Reads the number, word or character at `start` and returns where the next begins.
  private static func step(_ scalars: [Unicode.Scalar], _ start: Int, _ marks: inout [String]) -> Int {
    var end = start + 1
    if isDigit(scalars[start]) {
      while end < scalars.count, isDigit(scalars[end]) || end + 1 < scalars.count && scalars[end] == "." && isDigit(scalars[end + 1]) {
        end += 1
      }
      marks.append(String(scalars: scalars[start..<end]))
    } else if isLetter(scalars[start]) {
      while end < scalars.count, isLetter(scalars[end]) || scalars[end] == "'" || scalars[end] == "\u{2019}" { end += 1 }
      let word = String(scalars: scalars[start..<end]).lowercased()
      if negativeWords.contains(word) || word.hasSuffix("n't") || word.hasSuffix("n\u{2019}t") { marks.append("¬") }
    } else if negativeCharacters.contains(scalars[start]) {
      let pair = String(scalars: scalars[start..<min(scalars.count, start + 2)])
      if affirmativePairs.contains(pair) { return min(scalars.count, start + 2) }
      marks.append("¬")
    }
    return end
  }

  /// Behind `1.`, `2)`, `3、` or a bullet at the beginning of a line.
  private static func endOfMarker(_ scalars: [Unicode.Scalar]) -> Int {
    let start = scalars.firstIndex { !$0.properties.isWhitespace } ?? scalars.count
    let end = scalars[start...].firstIndex { !isDigit($0) } ?? scalars.count
    return end > start && end < scalars.count && [".", ")", "、", "．"].contains(scalars[end]) ? end + 1 : start
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (0x30...0x39).contains(scalar.value) }
  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool { (0x61...0x7A).contains(scalar.value | 0x20) }

  private static let negativeWords: Set<String> = ["not", "no", "never", "none", "nor", "neither", "without", "cannot"]
  private static let negativeCharacters: Set<Unicode.Scalar> = ["不", "没", "无", "非", "未", "勿"]
  /// Words that such a character begins and that deny nothing.
  private static let affirmativePairs: Set<String> = ["非常", "不断", "不仅", "不但", "不同", "不过", "不管", "无论", "未来", "不少"]
}
