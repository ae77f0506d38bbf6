internal import HanText

/// Titles as they should read, and where they end on a line that goes on.
enum TitleText {
  /// The part of a line's content that is the title: a line may go on with a tag or with the answer itself.
  static func question(of line: PageLine) -> ArraySlice<Unicode.Scalar> {
    if let end = answerStart(in: line) { return trimmed(line.content[..<end]) }
    return withoutTags(TitleTags.unwrapped(PageLine.withoutClosingMarks(line.content, line.marked)), line.wording)
  }

  /// Where the answer begins on the title's own line: `什么是 LoRA？答：…`, `Q1：什么是 LoRA？LoRA 是…`.
  static func answerStart(in line: PageLine) -> Int? {
    let content = line.content
    let head = content.prefix(160)
    for index in head.indices where head[index].isOne(of: "答解回参A") {
      guard index > content.startIndex, content[index - 1].isOne(of: "?。 )") else { continue }
      // `方案 A：…` is no answer.
      if head[index] == "A", content[..<index].last(where: { $0 != " " })?.isOne(of: "?。") != true { continue }
      let word = content[index...].prefix(8)
      for mark in answerMarks where word.starts(with: mark) { return index }
    }
    guard line.marked.principal?.isNumbered == true || line.marked.isQuestion || line.headingLevel == nil && line.hint?.isBold == true,
      let mark = content.prefix(70).firstIndex(where: \.isQuestionMark)
    else { return nil }
    let rest = content[(mark + 1)...].drop { $0 == " " }
    guard rest.count >= 20 && rest.contains("。") || isSentence(rest), rest.last != "?", rest.first?.isWordlike == true else {
      return nil
    }
    // `…经验？请分享一个案例。` goes on asking.
    if line.wording.asksOn(rest) || rest.prefix(40).contains("?") { return nil }
    return rest.startIndex
  }

  private static let answerMarks = ["答:", "答案:", "答复:", "解答:", "解析:", "回答:", "参考答案:", "A:", "Answer:"].map { Array($0.unicodeScalars) }

  /// Drops `中等`, `（字节）`, `⭐⭐` after the question mark, and tags in brackets.
  private static func withoutTags(_ content: ArraySlice<Unicode.Scalar>, _ wording: QuestionWording) -> ArraySlice<Unicode.Scalar> {
    var content = TitleTags.withoutTrailing(trimmed(content), wording)
    if let mark = content.lastIndex(where: \.isQuestionMark), mark + 1 < content.endIndex {
      let rest = content[(mark + 1)...]
      let words = rest.filter(\.isWordlike).count
      let isBracketed = rest.first(where: { $0 != " " }).map { $0.isOne(of: "([【") } ?? false
      // What ends like a sentence is the answer, and `请举一例。` asks on.
      if !isSentence(rest), !wording.asksOn(rest), !wording.asking(rest).contains(.word), words <= 6 || isBracketed && words <= 14 {
        content = content[...mark]
      }
    }
    while let last = content.last, last.isPictograph || last == " " { content = content.dropLast() }
    if let open = content.suffix(16).lastIndex(of: "("), content.last == ")", open > content.startIndex,
      content[..<open].last(where: { $0 != " " }) == ".", isName(content[(open + 1)...].dropLast())
    {
      content = trimmed(content[..<open])
    }
    return TitleTags.unwrapped(trimmed(content))
  }

  private static func isSentence(_ text: ArraySlice<Unicode.Scalar>) -> Bool { text.last == "。" && text.count(where: \.isWordlike) >= 3 }

  /// `Wei`, `K.`
  private static func isName(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    text.first.map { ("A"..."Z").contains($0) } == true && text.allSatisfy { $0.isASCIILetter || $0 == "." }
  }

  private static func trimmed(_ content: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
    var content = content
    while let last = content.last, last == " " || last == "*" || last == "#" { content = content.dropLast() }
    while let first = content.first, first == " " || first == "*" || first == ":" { content = content.dropFirst() }
    return content
  }

  /// For reading: no spaces between Han, full-width punctuation in Chinese, no colon or full stop at the end.
  static func clean(_ title: ArraySlice<Unicode.Scalar>, of line: PageLine) -> String {
    ProseText.clean(String(line.folded.written[ended(title).indices]))
  }

  /// As `clean`, with punctuation as the page writes it.
  static func written(_ title: ArraySlice<Unicode.Scalar>, of line: PageLine) -> String {
    ProseText.mend(String(line.folded.written[ended(title).indices]))
  }

  private static func ended(_ title: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
    var title = title
    while let last = title.last, last.isOne(of: ":。;,、 ") { title = title.dropLast() }
    return title
  }
}
