internal import HanText

/// One line as the rules see it: folded, its marks read, its phrases found.
///
/// A class, though it never changes: rules take lines out of the page's array all the time, and copying a value of so
/// many parts costs more than most rules.
final class PageLine: Sendable {
  let number: Int
  let folded: FoldedLine
  let marked: MarkedLine
  let asking: QuestionWording.Asking
  let matches: [PhraseIndex.Match]
  /// What the line has of a call to the reader, each kind by the heaviest group of its phrases.
  let signs: [PhraseIndex.Match]
  let hint: LineHint?
  let wording: QuestionWording
  private let source: String

  init(_ line: ScrapedLine, rules: ImportRules) {
    number = line.number
    hint = line.hint
    source = line.text
    wording = rules.wording
    let isCode = line.hint.map { if case .code = $0.role { true } else { false } } ?? false
    let isSource = isCode || line.hint?.role == .formula
    folded = FoldedLine(isSource ? line.text : TeXDelimiters.withDollars(line.text), disguises: rules.disguises)
    marked = isCode ? MarkedLine() : MarkerParser.parse(folded.text, wording: rules.wording)
    asking = isCode ? [] : Self.asking(folded, marked, rules.wording)
    let found = isCode ? [] : rules.phrases.matches(in: folded.key)
    let firstSign = found.firstIndex { rules.phrases.groups[$0.group].action == .sign } ?? found.count
    matches = firstSign == found.count ? found : found.filter { rules.phrases.groups[$0.group].action != .sign }
    signs = firstSign == found.count ? [] : found.filter { rules.phrases.groups[$0.group].action == .sign }
  }

  /// The same line with other marks.
  private init(_ line: PageLine, marked: MarkedLine) {
    number = line.number
    hint = line.hint
    source = line.source
    wording = line.wording
    folded = line.folded
    self.marked = marked
    asking = Self.asking(folded, marked, wording)
    matches = line.matches
    signs = line.signs
  }

  /// The line on a page that has marks of its own.
  func read(in series: QuestionSeries) -> PageLine {
    if isCode { return self }
    let marked = MarkerParser.parse(folded.text, wording: wording, series: series, isOption: series.options.contains(number))
    return marked == self.marked ? self : PageLine(self, marked: marked)
  }

  private static func asking(_ folded: FoldedLine, _ marked: MarkedLine, _ wording: QuestionWording) -> QuestionWording.Asking {
    let content = folded.text[marked.contentStart...]
    return content.count > longestTitle ? [] : wording.asking(TitleTags.withoutTrailing(withoutClosingMarks(content, marked), wording))
  }

  /// `## 题目? ##`, `== 题目 ==`
  static func withoutClosingMarks(_ content: ArraySlice<Unicode.Scalar>, _ marked: MarkedLine) -> ArraySlice<Unicode.Scalar> {
    guard let mark = marked.markers.first, mark.family == .hash else { return content }
    var content = content
    while let last = content.last, last == mark.delimiter || last == " " { content = content.dropLast() }
    return content
  }

  /// A longer line is prose, whatever stands in it.
  static let longestTitle = 200

  var isBlank: Bool { folded.isBlank && !isObject }

  /// Something that has no text of its own.
  var isObject: Bool {
    switch hint?.role {
    case .image, .divider, .formula: true
    default: false
    }
  }

  /// The line as scraped.
  var raw: String { source }

  /// What stands beyond the characters that are folded.
  var rest: String {
    guard folded.length > FoldedLine.reach else { return "" }
    return String(source.unicodeScalars.drop { $0.isSpace || $0.isInvisible }.dropFirst(FoldedLine.reach))
  }

  /// The text after the marks.
  var content: ArraySlice<Unicode.Scalar> { folded.text[marked.contentStart...] }

  /// The content without spaces or punctuation, small letters.
  var contentKey: [Unicode.Scalar] { content.filter(\.isWordlike).map(\.keyed) }

  var lastScalar: Unicode.Scalar? { folded.text.last }

  var isCode: Bool { if case .code = hint?.role { true } else { false } }

  var isTableRow: Bool { if case .tableRow = hint?.role { true } else { false } }

  var headingLevel: Int? { if case .heading(let level) = hint?.role { level } else { nil } }

  var isListItem: Bool {
    if case .listItem = hint?.role { return true }
    return marked.isBulleted
  }

  /// Whether the line may be a heading by its shape alone: short, without the end of a sentence.
  var isHeadingLike: Bool {
    if headingLevel != nil { return true }
    guard content.count <= 60, !content.isEmpty, !isCode else { return false }
    if let last = lastScalar, last.isOne(of: "。;,!…") { return false }
    if hint?.isBold == true { return true }
    switch marked.principal?.family {
    case .decimal, .han, .chapter, .hash, .question, .label, .pictograph: return true
    default: return false
    }
  }
}
