/// A number, bullet or mark at the beginning of a line.
struct LineMarker: Sendable, Hashable {
  enum Family: String, Sendable, Hashable {
    case bullet
    /// `1.`, `1、`, `1.2.3`, `1)`.
    case decimal
    /// `(1)`, `[1]`.
    case bracketed
    /// `一、`, `（一）`.
    case han
    /// `第一章`, `第3步`.
    case chapter
    /// `①`, `❶`.
    case circled
    /// `a)`, `A.`.
    case letter
    /// `Q1:`, `面试题1:`, `问：`.
    case question
    /// `答:`, `A1:`, `【参考答案】`.
    case answer
    /// `面试官:`, who asks in a dialogue.
    case speaker
    /// What marks the questions of one page: `HR：` (``LabelSeries``), `考题 3：`, `0x03` (``CountedSeries``).
    case label
    /// `📦`, `⭐⭐`.
    case pictograph
    /// `##` of Markdown that was saved as text.
    case hash
    /// `[高频]`.
    case tag
  }

  /// Marks of this rank and above it are those of points in a text rather than of headings.
  static let rankOfPoints = 20

  let family: Family
  /// The numbers, outermost first; empty where there is none.
  let path: [Int]
  /// What ends or opens the mark and so tells styles apart: `.`, `、`, `)`, `(`, `:`, a space, the bullet itself.
  let delimiter: Unicode.Scalar

  /// Stands for the delimiter of an answer's mark that says when the answer holds: `回答（没有经验的）：`.
  static let qualified: Unicode.Scalar = "("

  /// Whether it counts something.
  var isNumbered: Bool { !path.isEmpty && family != .hash }
}

/// A line's marks and what follows them.
struct MarkedLine: Sendable, Hashable {
  var markers: [LineMarker] = []
  /// Where the content begins in the folded text.
  var contentStart = 0

  /// The mark that tells what the line is: the last that is numbered, a question's or an answer's; else the first.
  var principal: LineMarker? {
    markers.last { $0.isNumbered || $0.family == .question || $0.family == .answer }
      ?? markers.first { $0.family != .tag }
  }

  var isAnswer: Bool { markers.contains { $0.family == .answer } }
  /// Whether the mark belongs to what the answer says.
  var isQualifiedAnswer: Bool { markers.contains { $0.family == .answer && $0.delimiter == LineMarker.qualified } }
  var isQuestion: Bool { markers.contains { $0.family == .question } }
  var isBulleted: Bool { markers.first?.family == .bullet }
}
