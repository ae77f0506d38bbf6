internal import HanText

/// A line that may be the title of an item or a section.
struct TitleCandidate: Sendable {
  /// Index of the line on the page.
  let index: Int
  let style: TitleStyle
  /// Its numbers; empty where it has none.
  let path: [Int]
  /// How surely the wording asks for something: 1 a question mark, 0 a mere name.
  let asks: Double
  /// Whether it is short and unbroken enough for a title at all.
  let isTitle: Bool

  var ordinal: Int? { path.last }

  init?(_ index: Int, _ line: PageLine) {
    guard !line.isCode, !line.isObject, !line.marked.isAnswer, !line.content.isEmpty else { return nil }
    if line.isTableRow { return nil }
    self.index = index
    style = TitleStyle(line)
    if case .listItem(_, let ordinal?) = line.hint?.role, style.delimiter == TitleStyle.listed {
      path = [ordinal]
    } else {
      path = line.marked.markers.last { $0.isNumbered }?.path ?? []
    }
    let content = TitleText.question(of: line)
    // `先看它在跑什么语句。` is a sentence of an answer.
    isTitle =
      Self.isTitle(content, asking: line.asking, isHeading: style.level > 0)
      && !(style.isPlain && line.lastScalar == "。" && !line.asking.contains(.request))
    let asking = line.asking
    if !isTitle {
      asks = 0
    } else if asking.contains(.mark) || content.last == "?" {
      asks = 1
    } else if line.marked.isQuestion {
      asks = 0.9
    } else if asking.isQuestion, let last = content.last, !last.isOne(of: ":;,") {
      asks = 0.7
    } else {
      asks = asking.contains(.facet) ? 0.4 : 0
    }
    if style.isPlain, asks < 0.7 { return nil }
  }

  private static func isTitle(_ content: ArraySlice<Unicode.Scalar>, asking: QuestionWording.Asking, isHeading: Bool) -> Bool {
    guard content.count <= 120, let last = content.last, !last.isOne(of: ",;、") else { return false }
    let inside = content.dropLast()
    // `优点：训练快` explains; `LoRA：为什么有效？` asks.
    if let colon = inside.firstIndex(of: ":"), !asking.contains(.mark), !(isHeading && asking.contains(.word)),
      content.endIndex - colon > 14
    {
      return false
    }
    // Sentences on end are prose, a request after a question is not.
    if inside.contains("。"), !asking.contains(.request), !asking.contains(.mark) { return false }
    if last == "。", !asking.isQuestion || content.count > 80 && !asking.contains(.request) { return false }
    return content.count <= 60 || asking.isQuestion
  }
}
