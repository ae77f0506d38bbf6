/// Reads a `<pre>` and its like: lines verbatim, without gutters of line numbers and copy buttons.
struct CodeReader {
  struct Line: Equatable {
    var text: String
    /// Line of the source.
    var source: Int
  }

  let tree: HTMLTree
  let vocabulary: HTMLVocabulary

  /// The lines, and the words of buttons that were none.
  func read(_ node: Int) -> (lines: [Line], omitted: [ScrapedDocument.HiddenText]) {
    var builder = Builder(), omitted: [ScrapedDocument.HiddenText] = []
    func leaveOut(_ omission: ElementVisibility.Omission, _ index: Int) {
      if let note = ScrapedDocument.HiddenText(omission, of: index, in: tree) { omitted.append(note) }
    }
    let codes = (node..<tree.end(node)).count { tree.tag($0) == .code && tree.parent($0) == node }
    var open: [Int] = []
    var index = node + 1
    while index < tree.end(node) || !open.isEmpty {
      while let end = open.last, end <= index {
        open.removeLast()
        builder.endBlock()
      }
      guard index < tree.end(node) else { break }
      let tag = tree.tag(index)
      switch tag {
      case .text: builder.append(tree.text(index), line: tree.line(index))
      case .br: builder.breakLine(line: tree.line(index))
      case .script, .style, .input: index = tree.end(index) - 1
      case .button, .svg, .select, .textarea:
        leaveOut(tag == .svg ? .embedded : .control, index)
        index = tree.end(index) - 1
      default:
        let names = ElementNames(of: index, in: tree)
        if isGutter(index, names) {
          index = tree.end(index) - 1
        } else if isButton(index, names) {
          leaveOut(.control, index)
          index = tree.end(index) - 1
        } else if tag.isBlock || (tag == .code && codes > 1) {
          builder.beginBlock()
          open.append(tree.end(index))
        }
      }
      index += 1
    }
    let all = builder.finish(line: tree.line(node))
    let inner = withoutButtons(all)
    for line in all[..<inner.startIndex] + all[inner.endIndex...] where !line.text.trimmingSpace().isEmpty {
      omitted.append(
        ScrapedDocument.HiddenText(
          line: line.source, text: line.text.trimmingSpace(), rule: ElementVisibility.Omission.control.rawValue, evidence: "button of code")
      )
    }
    return (Self.withoutLineNumbers(Array(inner)), omitted)
  }

  /// The language that classes or attributes of the element, its `<code>` or the boxes around it name.
  func language(of node: Int) -> String? {
    var candidates = [node]
    if let code = (node..<tree.end(node)).first(where: { tree.tag($0) == .code }) { candidates.insert(code, at: 0) }
    let around = tree.parent(node)
    candidates += [around, tree.parent(around)].filter { $0 > 0 && [.div, .figure, .section].contains(tree.tag($0)) }
    for candidate in candidates {
      for attribute in ["data-lang", "data-language", "lang"] as [StaticString] {
        if let value = tree.attribute(attribute, of: candidate).flatMap(known) { return value }
      }
      let names = tree.attribute("class", of: candidate) ?? ""
      if let language = language(inClass: names) { return language }
      // `<pre class="css">`: the language alone.
      if tree.tag(candidate) == .pre || tree.tag(candidate) == .code, let language = known(names) { return language }
    }
    return nil
  }

  private func language(inClass value: String) -> String? {
    let words = value.lowercased().split(whereSeparator: { $0.isWhitespace || $0 == ";" }).map(String.init)
    for (index, word) in words.enumerated() {
      for prefix in ["language-", "lang-", "brush:", "highlight-source-", "highlight-", "code-"] where word.hasPrefix(prefix) {
        if let language = known(String(word.dropFirst(prefix.count))) { return language }
      }
      if word == "brush:", index + 1 < words.count, let language = known(words[index + 1]) { return language }
    }
    guard words.contains(where: { ["hljs", "sourcecode", "prism", "prettyprint", "highlight"].contains($0) }) else { return nil }
    return words.lazy.compactMap(known).first
  }

  private func known(_ name: String) -> String? {
    let name = name.lowercased()
    return vocabulary.languages.contains(name) ? name : nil
  }

  /// A gutter is called one and holds nothing but numbers.
  private func isGutter(_ node: Int, _ names: ElementNames) -> Bool {
    names.isOne(of: vocabulary.lineNumbers)
      && tree.textContent(node).allSatisfy { $0.isNumber || $0.isWhitespace || $0 == "." }
  }

  private func isButton(_ node: Int, _ names: ElementNames) -> Bool {
    names.isOne(of: vocabulary.codeButtons) && tree.end(node) - node < 40 && ElementVisibility.isLabel(node, in: tree, longest: 48)
  }

  /// Without empty lines and words of buttons at both ends.
  private func withoutButtons(_ lines: [Line]) -> ArraySlice<Line> {
    var lines = lines[...]
    func isNothing(_ line: Line) -> Bool {
      let text = line.text.trimmingSpace()
      if text.isEmpty || vocabulary.codeButtonTexts.contains(text.lowercased()) { return true }
      // `复制代码到剪贴板`
      return text.utf8.count <= 36 && (text.hasPrefix("复制") || text.hasPrefix("拷贝") || text.hasPrefix("一键复制"))
    }
    while let first = lines.first, isNothing(first) { lines.removeFirst() }
    while let last = lines.last, isNothing(last) { lines.removeLast() }
    return lines
  }

  /// Removes `1 2 3 …` written before each line, or all together before or after the code.
  static func withoutLineNumbers(_ lines: [Line]) -> [Line] {
    func number(_ text: some StringProtocol) -> Int? { Int(text.trimmingSpace()) }
    let before = lines.enumerated().prefix { number($0.element.text) == $0.offset + 1 }.count
    if before >= 3, abs(lines.count - 2 * before) <= 2 { return Array(lines[before...]) }
    let after = lines.count / 2
    if after >= 3 {
      for start in max(0, after - 1)...after + 1 where start < lines.count {
        let tail = lines[start...]
        if tail.enumerated().allSatisfy({ number($0.element.text) == $0.offset + 1 }) { return Array(lines[..<start]) }
      }
    }
    var stripped: [Line] = []
    var expected: Int?
    for line in lines {
      let digits = line.text.drop { $0 == " " }.prefix { $0.isASCII && $0.isNumber }
      guard let found = Int(digits), expected == nil ? found <= 1 : found == expected else { return lines }
      expected = found + 1
      var rest = line.text[digits.endIndex...]
      // `1. a` is a list, not a numbered line.
      let first = rest.first ?? " "
      guard first == " " || first == "\t" || first == "|" else { return lines }
      rest = rest.dropFirst()
      stripped.append(Line(text: String(rest), source: line.source))
    }
    return stripped.count >= 3 ? stripped : lines
  }
}

extension CodeReader {
  private struct Builder {
    private var lines: [Line] = []
    private var current: [UInt8] = []
    private var currentLine: Int?
    /// Whether a block has just ended: the line break the source has there is layout.
    private var isAfterBlock = false

    mutating func append(_ text: UnsafeBufferPointer<UInt8>, line: Int) {
      if isAfterBlock, text.allSatisfy({ $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }) { return }
      isAfterBlock = false
      var line = line
      for byte in text {
        if byte == 0x0A {
          finishLine(line)
          line += 1
        } else if byte != 0x0D {
          if currentLine == nil { currentLine = line }
          current.append(byte)
        }
      }
    }

    mutating func breakLine(line: Int) {
      isAfterBlock = false
      finishLine(line)
    }

    mutating func beginBlock() {
      if !current.isEmpty { finishLine(currentLine ?? 1) }
    }

    mutating func endBlock() {
      if !current.isEmpty { finishLine(currentLine ?? 1) }
      isAfterBlock = true
    }

    mutating func finish(line: Int) -> [Line] {
      if !current.isEmpty { finishLine(currentLine ?? line) }
      return lines
    }

    private mutating func finishLine(_ line: Int) {
      while let last = current.last, last == 0x20 || last == 0x09 { current.removeLast() }
      var text = String(decoding: current, as: UTF8.self)
      if current.contains(where: { $0 >= 0x80 }) {
        text = String(
          String.UnicodeScalarView(
            text.unicodeScalars.compactMap { scalar in
              switch scalar.value {
              case 0xA0, 0x3000: " "
              case 0x200B, 0x200C, 0x200E, 0x200F, 0xFEFF, 0x2060, 0x202A...0x202E: nil
              default: scalar
              }
            }))
      }
      lines.append(Line(text: text, source: currentLine ?? line))
      current.removeAll(keepingCapacity: true)
      currentLine = nil
    }
  }
}
