package import HanText

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
      let wide = WidthFolding.fold(raw)
      let scalar = Unicode.Scalar(SimplifiedHan.fold(wide.value)) ?? wide
      switch Kind(scalar) {
      case .han: append(scalar.value, edge: true, uppercase: false, slash: slash)
      case .letter:
        let lower = Self.lowercased(scalar)
        append(lower, edge: gap || Self.changesKind(scalars.last, lower), uppercase: lower != scalar.value, slash: slash)
      case .sign: append(scalar.value, edge: gap || scalars.last.map(Self.isHan) ?? true, uppercase: false, slash: slash)
      case .joiner:
        gap = true
        if scalar == "/" { slash = true }
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

  private static func lowercased(_ scalar: Unicode.Scalar) -> UInt32 {
    if scalar.isASCII { return (0x41...0x5A).contains(scalar.value) ? scalar.value + 0x20 : scalar.value }
    let mapping = scalar.properties.lowercaseMapping.unicodeScalars
    return mapping.count == 1 ? mapping.first!.value : scalar.value
  }

  /// The folded scalars of a range as text.
  package func text(_ range: Range<Int>) -> String {
    String(scalars: scalars[range].map { Unicode.Scalar($0) ?? " " })
  }

  private enum Kind {
    case han, letter, sign, joiner, barrier, nothing

    init(_ scalar: Unicode.Scalar) {
      if scalar.isASCII {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9": self = .letter
        case "+", "#", "=": self = .sign
        case " ", "-", "_", "/", ".", "'", "\"", "`", "*", "\t", "\n", "\r", "&", "~": self = .joiner
        default: self = .barrier
        }
      } else if HanScript.contains(scalar) {
        self = .han
      } else {
        switch scalar {
        case "·", "‐", "‑", "–", "—", "“", "”", "‘", "’", "\u{A0}", "「", "」", "×", "•", "⁄": self = .joiner
        case "、", "。", "，", "；", "：", "？", "！", "（", "）", "《", "》", "【", "】", "…": self = .barrier
        default: self = scalar.properties.isAlphabetic || scalar.properties.numericType != nil ? .letter : .nothing
        }
      }
    }
  }
}
