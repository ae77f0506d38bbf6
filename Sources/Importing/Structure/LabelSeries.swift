internal import HanText

/// Names that ask on a page again and again (`主持人：`). What follows such a word is a question on most of its lines.
enum LabelSeries {
  /// The words, in the order of the page. O(lines).
  static func words(of lines: [PageLine], wording: QuestionWording) -> [[Unicode.Scalar]] {
    var series: [[Unicode.Scalar]: Series] = [:]
    for line in lines where line.marked.markers.allSatisfy({ !$0.isNumbered && $0.family != .answer && $0.family != .question }) {
      guard !line.isCode, let (word, rest) = label(line.content), !wording.isAnswer(word), !wording.marksFollowUp(word) else { continue }
      series[word, default: Series(first: line.number)].add(asks: wording.asking(rest).isQuestion)
    }
    return series.filter { $0.value.isOfQuestions }.sorted { $0.value.first < $1.value.first }.map(\.key)
  }

  private struct Series {
    let first: Int
    var count = 0, asking = 0

    mutating func add(asks: Bool) {
      count += 1
      if asks { asking += 1 }
    }

    var isOfQuestions: Bool { count >= 3 && asking * 10 >= count * 7 }
  }

  /// `word: rest`: one word, of Han or of letters.
  private static func label(_ content: ArraySlice<Unicode.Scalar>) -> (word: [Unicode.Scalar], rest: ArraySlice<Unicode.Scalar>)? {
    guard let first = content.first, first.isHan || first.isASCIILetter else { return nil }
    let word = content.prefix(10).prefix { first.isHan ? $0.isHan : $0.isASCIILetter }
    guard (1...(first.isHan ? 6 : 9)).contains(word.count) else { return nil }
    let rest = content[word.endIndex...].drop { $0 == " " }
    // An address has a colon too.
    guard rest.first == ":", rest.count > 3, rest.dropFirst().first != "/" else { return nil }
    return (word.map(\.keyed), rest.dropFirst().drop { $0 == " " })
  }
}
