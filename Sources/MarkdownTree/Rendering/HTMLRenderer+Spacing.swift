/// Spaces and breaks that plain text cannot ask for. The text itself stays as it was written, and so does what is copied.
///
/// - Between Han and Latin letters or digits that touch each other stands an empty `<span class="gap">`, for browsers that
///   know no `text-autospace` (https://www.w3.org/TR/css-text-4/#text-autospace-property).
/// - A number and its unit are kept on one line by `<span class="nobr">`, and so are a formula and the punctuation that
///   touches it: browsers may break on either side of a formula.
extension HTMLRenderer {
  enum Script { case han, other, none }

  /// Whether what stands on either side of a node does not touch.
  static func separates(_ node: Node) -> Bool {
    switch node.kind {
    case .softBreak: !node.flag
    case .lineBreak, .code, .html, .footnoteReference: true
    default: false
    }
  }

  mutating func renderText(_ node: Node, at index: Int) {
    var text = bytes(node.text)
    guard isSpaced else {
      out.writeEscaped(text)
      return
    }
    if closesFormula {
      closesFormula = false
      let mark = text.prefix(Self.closingMark(text))
      out.writeEscaped(mark)
      out.write("</span>")
      text = text.dropFirst(mark.count)
      script = .none
    }
    let opening = isFormula(at: index + 1) ? Self.openingMark(text) : 0
    writeSpaced(text.dropLast(opening))
    if opening > 0 {
      out.write("<span class=\"nobr\">")
      out.writeEscaped(text.suffix(opening))
      opensFormula = true
      script = .none
    }
  }

  mutating func renderInlineFormula(_ node: Node, at index: Int) {
    guard isSpaced, !node.flag else {
      renderFormula(node)
      return
    }
    let isClosed =
      index + 1 < tree.nodes.count && tree.nodes[index + 1].kind == .text && Self.closingMark(bytes(tree.nodes[index + 1].text)) > 0
    if isClosed, !opensFormula { out.write("<span class=\"nobr\">") }
    renderFormula(node)
    if opensFormula, !isClosed { out.write("</span>") }
    (opensFormula, closesFormula, script) = (false, isClosed, .none)
  }

  private func isFormula(at index: Int) -> Bool {
    index < tree.nodes.count && tree.nodes[index].kind == .formula && !tree.nodes[index].flag
  }

  private mutating func writeSpaced(_ text: ArraySlice<UInt8>) {
    var written = text.startIndex, index = text.startIndex
    while index < text.endIndex {
      let (next, length) = Self.script(text, at: index)
      if next != .none, script != .none, next != script {
        out.writeEscaped(text[written..<index])
        out.write("<span class=\"gap\"></span>")
        written = index
      }
      if text[index] == 0x20, let (start, end) = Self.quantity(text[written...], around: index) {
        out.writeEscaped(text[written..<start])
        out.write("<span class=\"nobr\">")
        out.writeEscaped(text[start..<end])
        out.write("</span>")
        (written, index, script) = (end, end, .other)
        continue
      }
      script = next
      index += length
    }
    out.writeEscaped(text[written...])
  }

  /// The script of the character at an index, as far as spacing goes, and its length in bytes.
  static func script(_ text: ArraySlice<UInt8>, at index: Int) -> (Script, Int) {
    let byte = text[index]
    switch byte {
    case ..<0x80:
      let isAlphanumeric = (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
      return (isAlphanumeric ? .other : .none, 1)
    // Latin with marks, Greek, Cyrillic.
    case 0xC3...0xD4: return (byte == 0xC3 && text.endIndex > index + 1 && [0x97, 0xB7].contains(text[index + 1]) ? .none : .other, 2)
    case ..<0xE0: return (.none, 2)
    case ..<0xF0:
      guard index + 2 < text.endIndex else { return (.none, 1) }
      let scalar = UInt32(byte & 0x0F) << 12 | UInt32(text[index + 1] & 0x3F) << 6 | UInt32(text[index + 2] & 0x3F)
      switch scalar {
      case 0x3041...0x309F, 0x30A1...0x30FA, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF: return (.han, 3)
      default: return (.none, 3)
      }
    default: return (index + 1 < text.endIndex && byte == 0xF0 && text[index + 1] >= 0xA0 ? .han : .none, 4)
    }
  }

  /// A number, one space and a unit around that space: where they begin and end.
  private static func quantity(_ text: ArraySlice<UInt8>, around space: Int) -> (start: Int, end: Int)? {
    var start = space
    while start > text.startIndex, (0x30...0x39).contains(text[start - 1]) || text[start - 1] == 0x2E || text[start - 1] == 0x2C {
      start -= 1
    }
    guard start < space, (0x30...0x39).contains(text[space - 1]) else { return nil }
    if start > text.startIndex, script(text, at: start - 1).0 == .other, text[start - 1] < 0x80 { return nil }
    let rest = text[(space + 1)...].prefix(9)
    let unit = rest.prefix { (0x41...0x5A).contains($0 & 0xDF) || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "%") }
    guard !unit.isEmpty, unit.endIndex == text.endIndex || script(text, at: unit.endIndex).0 != .other,
      units.contains(String(decoding: unit, as: UTF8.self))
    else { return nil }
    return (start, unit.endIndex)
  }

  private static let units: Set<String> = [
    "B", "KB", "kB", "MB", "GB", "TB", "PB", "KiB", "MiB", "GiB", "TiB", "bit", "bits", "byte", "bytes", "GB/s", "TB/s", "MB/s",
    "Gb/s", "Gbit/s", "ns", "ms", "s", "min", "h", "Hz", "MHz", "GHz", "W", "kW", "kWh", "V", "K", "M", "T", "FLOP", "FLOPs", "FLOPS",
    "GFLOPS", "TFLOPS", "PFLOPS", "GFLOPs", "TFLOPs", "PFLOPs", "tokens/s", "token/s", "tok/s", "mm", "cm", "m", "km", "px", "%",
  ]

  /// How many bytes an opening bracket or quote takes at a text's end.
  private static func openingMark(_ text: ArraySlice<UInt8>) -> Int {
    if text.last == UInt8(ascii: "(") || text.last == UInt8(ascii: "[") { return 1 }
    return text.count >= 3 && openingMarks.contains(Array(text.suffix(3))) ? 3 : 0
  }

  /// How many bytes a mark takes at a text's start that may not begin a line.
  private static func closingMark(_ text: ArraySlice<UInt8>) -> Int {
    if let first = text.first, first < 0x80 { return closingASCII.contains(first) ? 1 : 0 }
    return text.count >= 3 && closingMarks.contains(Array(text.prefix(3))) ? 3 : 0
  }

  private static let openingMarks: Set<[UInt8]> = Set("（「『《〈【“‘［｛".map { Array(String($0).utf8) })
  private static let closingMarks: Set<[UInt8]> = Set("，。、；：？！）」』》〉】”’…％］｝".map { Array(String($0).utf8) })
  private static let closingASCII: Set<UInt8> = Set(",.;:?!)]%".utf8)
}
