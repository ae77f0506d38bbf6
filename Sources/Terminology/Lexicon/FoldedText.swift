internal import HanText

/// Text as names are compared: widths, case, traditional characters, hyphens and spaces folded.
///
/// `Fine-Tuning`, `fine tuning` and `FineTuning` are all `finetuning`. Where letters stood apart is kept as an edge,
/// so that a name matches whole words only. O(length).
package struct FoldedText: Sendable {
  /// Letters, digits, Han characters and `+ # =`, lowercased; `barrier` where punctuation stood, which no name spans.
  package private(set) var scalars: [UInt32] = []
  /// `edges[i]`: whether a Latin word may begin or end before scalar `i`; one more than there are scalars.
  package private(set) var edges: [Bool] = []
  /// Whether the scalar was an uppercase letter.
  package private(set) var isUppercase: [Bool] = []

  package static let barrier: UInt32 = 0

  package init(_ text: some StringProtocol) { self.init(text.unicodeScalars, count: text.utf8.count) }

  package init(_ scalars: ArraySlice<Unicode.Scalar>) { self.init(scalars, count: scalars.count) }

  private init(_ text: some Sequence<Unicode.Scalar>, count: Int) {
    scalars.reserveCapacity(count)
    edges.reserveCapacity(count + 1)
    isUppercase.reserveCapacity(count)
    var gap = true
    var slash = false
    for raw in text {
      let folded = FoldedScalar.of(raw)
      switch folded.kind {
      case .han: append(folded.value, edge: true, uppercase: false, slash: slash)
      case .letter:
        append(
          folded.value, edge: gap || Self.changesKind(scalars.last, folded.value), uppercase: folded.isUppercase, slash: slash)
      case .sign: append(folded.value, edge: gap || scalars.last.map(Self.isHan) ?? true, uppercase: false, slash: slash)
      case .joiner:
        gap = true
        if folded.value == 0x2F { slash = true }
        continue
      case .barrier:
        gap = true
        if let last = scalars.last, last != Self.barrier { append(Self.barrier, edge: true, uppercase: false, slash: false) }
        continue
      case .nothing: continue
      }
      gap = false
      slash = false
    }
    edges.append(true)
  }

  private mutating func append(_ value: UInt32, edge: Bool, uppercase: Bool, slash: Bool) {
    // A slash joins `TCP/IP` and parts 训练/推理.
    if slash, let last = scalars.last, last != Self.barrier, Self.isHan(last) || Self.isHan(value) {
      append(Self.barrier, edge: true, uppercase: false, slash: false)
    }
    scalars.append(value)
    edges.append(edge)
    isUppercase.append(uppercase)
  }

  /// A word ends where digits follow letters (`llama2`) and where Han follows Latin.
  private static func changesKind(_ last: UInt32?, _ next: UInt32) -> Bool {
    guard let last else { return true }
    return isHan(last) || last == barrier || (isDigit(next) && !isDigit(last))
  }

  package static func isHan(_ value: UInt32) -> Bool { value >= 0x3400 && HanScript.contains(Unicode.Scalar(value) ?? " ") }

  package static func isDigit(_ value: UInt32) -> Bool { (0x30...0x39).contains(value) }

  /// The folded scalars of a range as text, up to the first punctuation, with a space where a word may begin.
  package func spaced(_ range: Range<Int>) -> String {
    var result = String.UnicodeScalarView()
    for place in range.prefix(while: { scalars[$0] != Self.barrier }) {
      if edges[place] { result.append(" ") }
      if let scalar = Unicode.Scalar(scalars[place]) { result.append(scalar) }
    }
    return String(result)
  }

  /// The folded scalars of a range as text.
  package func text(_ range: Range<Int>) -> String {
    String(scalars: scalars[range].map { Unicode.Scalar($0) ?? " " })
  }
}
