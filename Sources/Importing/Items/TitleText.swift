internal import HanText

/// Titles as they should read, and where they end on a line that goes on.
enum TitleText {
  /// The part of a line's content that is the title: a line may go on with a tag or with the answer itself.
  static func question(of line: PageLine) -> ArraySlice<Unicode.Scalar> {
    if let end = answerStart(in: line) { return withoutPictographs(trimmed(line.content[..<end])) }
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
    return textStart(behindQuestionOf: line)
  }

  /// Where words begin behind the question mark that neither ask on nor are a tag: they answer, short as they may be
  /// (`默认端口是多少？80`).
  private static func textStart(behindQuestionOf line: PageLine) -> Int? {
    let content = PageLine.withoutClosingMarks(line.content, line.marked)
    guard let mark = content.prefix(70).firstIndex(where: \.isQuestionMark), mark > content.startIndex else { return nil }
    let rest = content[(mark + 1)...].drop { $0.isQuestionMark || $0 == " " || $0 == "*" }
    guard rest.contains(where: \.isWordlike), !isRemark(rest), !rest.prefix(40).contains("?"), !line.wording.asksOn(rest),
      !line.wording.asking(rest).isQuestion
    else { return nil }
    // What is left of a tag, a name in brackets or of the site ends with the mark.
    let tagless = TitleTags.withoutTrailing(trimmed(content), line.wording)
    guard tagless.endIndex > mark + 1, !line.wording.isTag(rest.filter { $0 != " " }[...]) else { return nil }
    return rest.startIndex
  }

  private static let answerMarks = ["答:", "答案:", "答复:", "解答:", "解析:", "回答:", "参考答案:", "A:", "Answer:"].map { Array($0.unicodeScalars) }

  /// Drops `中等`, `（字节）`, `⭐⭐` after the question mark, and tags in brackets.
  private static func withoutTags(_ content: ArraySlice<Unicode.Scalar>, _ wording: QuestionWording) -> ArraySlice<Unicode.Scalar> {
    var content = TitleTags.withoutTrailing(trimmed(content), wording)
    if let mark = content.lastIndex(where: \.isQuestionMark), mark + 1 < content.endIndex {
      let rest = content[(mark + 1)...]
      if !rest.contains(where: \.isWordlike) || wording.isTag(rest) || isRemark(rest) { content = content[...mark] }
    }
    content = withoutPictographs(content)
    if let open = content.suffix(16).lastIndex(of: "("), content.last == ")", open > content.startIndex,
      content[..<open].last(where: { $0 != " " }) == ".", TitleTags.isName(content[(open + 1)...].dropLast())
    {
      content = trimmed(content[..<open])
    }
    return TitleTags.unwrapped(trimmed(content))
  }

  /// Where a remark in brackets begins behind the question mark, which is all that answers a question with nothing below it:
  /// `栈是先进先出吗？（不是）`.
  static func remarkStart(in line: PageLine) -> Int? {
    let content = trimmed(line.content)
    guard let mark = content.lastIndex(where: \.isQuestionMark), !line.wording.isTag(content[(mark + 1)...]) else { return nil }
    let rest = content[(mark + 1)...].drop { $0 == " " }
    return isRemark(rest) ? rest.startIndex : nil
  }

  /// A few words in brackets: `（评论区补充）`.
  private static func isRemark(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    let text = text.drop { $0 == " " }
    guard let first = text.first, first.isOne(of: "([【"), let last = text.last, last.isOne(of: ")]】") else { return false }
    return (1...14).contains(text.count(where: \.isWordlike))
  }

  private static func withoutPictographs(_ content: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
    var content = content
    while let last = content.last, last.isPictograph || last == " " { content = content.dropLast() }
    return content
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
