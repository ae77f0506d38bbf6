internal import HanText

/// Formulas between `\(…\)` and `\[…\]`, as TeX has them and scripts of pages draw them, in a text that no script has touched.
enum TeXDelimiters {
  /// The text with such formulas between `$` and `$$`. Not in code spans; regular expressions (`\(\d+\)`), paths (`C:\(x86\)`) and
  /// escaped links (`\[1\](…)`) hold none. O(text).
  static func withDollars(_ text: String) -> String {
    guard mayHave(text) else { return text }
    return pieces(of: text).map { $0.markdown ?? $0.text }.joined()
  }

  static func mayHave(_ text: String) -> Bool {
    text.utf8.contains(0x5C) && (text.firstBytes(of: "\\(") ?? text.firstBytes(of: "\\[")) != nil
  }

  /// The text in order; what is a formula has its source between dollars beside it.
  static func pieces(of text: String) -> [(text: String, markdown: String?)] {
    let scalars = Array(text.unicodeScalars)
    var pieces: [(text: String, markdown: String?)] = []
    var start = 0, index = 0
    func string(_ range: Range<Int>) -> String {
      var result = String.UnicodeScalarView()
      result.append(contentsOf: scalars[range])
      return String(result)
    }
    while index + 1 < scalars.count {
      if scalars[index] == "`" {
        let close = scalars[(index + 1)...].firstIndex(of: "`")
        index = close.map { $0 + 1 } ?? index + 1
      } else if scalars[index] == "\\", let end = formulaEnd(scalars, index) {
        let isDisplay = scalars[index + 1] == "["
        let source = string((index + 2)..<(end - 2)).trimmingSpace()
        if start < index { pieces.append((string(start..<index), nil)) }
        let dollars = isDisplay ? "$$\(source)$$" : "$\(source)$"
        // What would be read as two prices stands in braces.
        pieces.append((string(index..<end), MarkdownEscaping.escape(dollars) == dollars ? dollars : "${\(source)}$"))
        (start, index) = (end, end)
      } else {
        index += scalars[index] == "\\" ? 2 : 1
      }
    }
    if start < scalars.count { pieces.append((string(start..<scalars.count), nil)) }
    return pieces
  }

  private static let longest = 1_000

  /// Where the formula ends that begins at a backslash.
  private static func formulaEnd(_ text: [Unicode.Scalar], _ start: Int) -> Int? {
    let opening = text[start + 1]
    guard opening == "(" || opening == "[" else { return nil }
    let closing: Unicode.Scalar = opening == "(" ? ")" : "]"
    if start > 0, text[start - 1].isASCIIAlphanumeric || text[start - 1].isOne(of: ":/\\^*+'\"=|.~$") { return nil }
    var index = start + 2
    while index + 1 < text.count, index - start < longest {
      guard text[index] == "\\" else {
        index += 1
        continue
      }
      if text[index + 1] == closing { break }
      if text[index + 1] == opening { return nil }
      index += 2
    }
    guard index + 1 < text.count, text[index] == "\\", text[index + 1] == closing else { return nil }
    if index + 2 < text.count, text[index + 2].isASCIIAlphanumeric || text[index + 2].isOne(of: "(\\/*+{") { return nil }
    let source = text[(start + 2)..<index]
    return isSource(source) && (opening == "(" || hasSign(source)) ? index + 2 : nil
  }

  /// Whether a text may be the source of a formula: no class or repetition of a regular expression, no Chinese but in `\text{…}`.
  private static func isSource(_ source: ArraySlice<Unicode.Scalar>) -> Bool {
    guard source.contains(where: { $0.isASCIIAlphanumeric }), !source.contains(where: { $0.isOne(of: "$`。，？！") }) else { return false }
    var depth = 0
    for index in source.indices {
      let scalar = source[index], next = index + 1 < source.endIndex ? source[index + 1] : " "
      depth += scalar == "{" ? 1 : scalar == "}" ? -1 : 0
      if scalar.isHan, depth == 0 { return false }
      // `\d`, `\w`, `\s`, which are no commands of TeX by themselves; `.*`, `(?:`, `[^`.
      if scalar == "\\", next.isOne(of: "dwsbDWSB."), index + 2 >= source.endIndex || !source[index + 2].isASCIILetter { return false }
      if scalar == ".", next.isOne(of: "*+") { return false }
      if scalar.isOne(of: "(["), next.isOne(of: "?^") { return false }
    }
    return depth == 0
  }

  /// A sign that only formulas have: an index, an exponent, an equation, a command.
  private static func hasSign(_ source: ArraySlice<Unicode.Scalar>) -> Bool {
    source.indices.contains { index in
      if source[index].isOne(of: "_^=") { return true }
      return source[index] == "\\" && index + 2 < source.endIndex && source[index + 1].isASCIILetter && source[index + 2].isASCIILetter
    }
  }

  /// Formulas on lines of their own, by index: `\[` … `\]`, `$$` … `$$`, on one line or several. Not between fences.
  static func displays(in texts: [String]) -> [(lines: Range<Int>, source: String)] {
    var displays: [(lines: Range<Int>, source: String)] = []
    var fence: Substring?
    var index = 0
    while index < texts.count {
      let text = texts[index].trimmingSpace()
      let mark = text.prefix { $0 == "`" || $0 == "~" }
      if mark.utf8.count >= 3 { fence = fence == nil ? mark.prefix(3) : fence == mark.prefix(3) ? nil : fence }
      if fence == nil, let end = displayEnd(texts, index, text) {
        var source = texts[index...end].map { $0.trimmingSpace() }.joined(separator: "\n")
        source = String(source.dropFirst(2).dropLast(2)).textLines.map { $0.trimmingSpace() }.filter { !$0.isEmpty }.joined(separator: "\n")
        let scalars = Array(source.unicodeScalars)
        if isSource(scalars[...]), hasSign(scalars[...]) {
          displays.append((index..<(end + 1), source))
          index = end
        } else if text.hasPrefix("$$") {
          // What ends this one begins no other.
          index = end
        }
      }
      index += 1
    }
    return displays
  }

  private static let mostLines = 40

  /// The line on which the formula ends that a line begins with.
  private static func displayEnd(_ texts: [String], _ start: Int, _ text: String) -> Int? {
    let closing = text.hasPrefix("\\[") ? "\\]" : text.hasPrefix("$$") ? "$$" : nil
    guard let closing else { return nil }
    if text.utf8.count > 4, text.dropFirst(2).contains(closing) { return closing != "$$" && text.hasSuffix(closing) ? start : nil }
    return texts[(start + 1)...].indices.prefix(mostLines).first { texts[$0].trimmingSpace().hasSuffix(closing) }
  }
}

extension [ScrapedLine] {
  /// Lines of plain text with their displayed formulas named as markup would name them.
  mutating func hintFormulas() {
    guard contains(where: { $0.text.utf8.contains(0x5C) || $0.text.utf8.contains(0x24) }) else { return }
    for (lines, source) in TeXDelimiters.displays(in: map(\.text)) {
      for index in lines {
        var hint = LineHint(index == lines.lowerBound ? .formula : .divider)
        if index == lines.lowerBound { hint.markdown = source }
        self[index] = ScrapedLine(number: self[index].number, text: self[index].text, hint: hint)
      }
    }
  }
}
