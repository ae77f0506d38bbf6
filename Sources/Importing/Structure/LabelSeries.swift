internal import HanText

/// Words that mark the questions of one page, whatever they are: `考题 1：`, `Case 2 |`, or a name that asks again and again
/// (`主持人：`). What follows such a word is a question on most of its lines.
enum LabelSeries {
  /// The words, in the order of the page. O(lines).
  static func words(of lines: [PageLine], wording: QuestionWording) -> [[Unicode.Scalar]] {
    var series: [[Unicode.Scalar]: Series] = [:]
    for line in lines where line.marked.markers.allSatisfy({ !$0.isNumbered && $0.family != .answer && $0.family != .question }) {
      guard !line.isCode, let (word, number, rest) = label(line.content),
        !wording.isAnswer(word), !wording.marksFollowUp(word)
      else { continue }
      series[word, default: Series(first: line.number)].add(number, asks: wording.asking(rest).isQuestion)
    }
    return series.filter { $0.value.isOfQuestions }.sorted { $0.value.first < $1.value.first }.map(\.key)
  }

  private struct Series {
    let first: Int
    var count = 0, asking = 0, ascending = 0, numbered = 0
    var last = 0

    mutating func add(_ number: Int?, asks: Bool) {
      count += 1
      if asks { asking += 1 }
      guard let number else { return }
      numbered += 1
      if number > last { ascending += 1 }
      last = number
    }

    var isOfQuestions: Bool {
      guard count >= 3 else { return false }
      return numbered == 0 ? asking * 10 >= count * 7 : numbered == count && ascending * 4 >= count * 3 && asking * 2 >= count
    }
  }

  /// `word number: rest`, `word: rest`: one word, of Han or of letters.
  private static func label(
    _ content: ArraySlice<Unicode.Scalar>
  ) -> (word: [Unicode.Scalar], number: Int?, rest: ArraySlice<Unicode.Scalar>)? {
    guard let first = content.first, first.isHan || first.isASCIILetter else { return nil }
    var word = content.prefix(10).prefix { first.isHan ? $0.isHan : $0.isASCIILetter }
    guard (1...(first.isHan ? 6 : 9)).contains(word.count) else { return nil }
    var rest = content[word.endIndex...].drop { $0 == " " || $0 == "#" }
    let digits = rest.prefix(4).prefix(while: \.isASCIIDigit)
    rest = rest.dropFirst(digits.count).drop { $0 == " " }
    var number = Int(String(digits))
    // `来信三：`
    if number == nil, first.isHan, let start = word.dropFirst().firstIndex(where: { $0.isOne(of: "一二三四五六七八九十") }),
      let (value, end) = HanNumber.read(Array(word), at: start - word.startIndex), end == word.count
    {
      (word, number) = (word[..<start], value)
    }
    guard let sign = rest.first, sign == ":" || number != nil && sign.isOne(of: "|、."), rest.count > 3 else { return nil }
    // A row of a table, a ratio, an address.
    if sign == "|", rest.dropFirst().contains("|") { return nil }
    guard rest.dropFirst().first != "/" else { return nil }
    return (word.map(\.keyed), number, rest.dropFirst().drop { $0 == " " })
  }
}
