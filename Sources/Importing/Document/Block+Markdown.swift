internal import HanText

extension [Block] {
  /// The blocks as Markdown, one blank line between them, without a line feed at the end.
  package var markdown: String {
    map { block in block.markdownLines.joined(separator: "\n") }.joined(separator: "\n\n")
  }
}

extension Block {
  /// The block's lines of Markdown.
  var markdownLines: [String] {
    switch kind {
    case .heading(let level, let text): return [String(repeating: "#", count: level) + " " + text]
    case .paragraph(let text): return text.textLines.map(String.init)
    case .list(let start, let items): return Self.listLines(start: start, items: items)
    case .code(let language, let text): return Self.fenced(text, language: language)
    case .table(let header, let rows):
      func row(_ cells: [String]) -> String {
        "| " + cells.map(Self.cell).joined(separator: " | ") + " |"
      }
      return [row(header), "|" + String(repeating: " --- |", count: header.count)] + rows.map(row)
    case .quote(let blocks):
      return blocks.markdown.textLines.map { $0.isEmpty ? ">" : "> \($0)" }
    case .formula(let source):
      return ["$$"] + source.textLines.filter { !$0.isEmpty }.map(String.init) + ["$$"]
    case .image(let address, let alternative):
      return ["![\(MarkdownEscaping.escape(alternative))](\(MarkdownEscaping.destination(address)))"]
    }
  }

  /// A list is loose (blank lines between its items) where an item holds more than a paragraph and lists.
  private static func listLines(start: Int?, items: [[Block]]) -> [String] {
    let isLoose = items.contains { blocks in
      blocks.dropFirst().contains { if case .list = $0.kind { false } else { true } }
    }
    var lines: [String] = []
    for (offset, blocks) in items.enumerated() {
      if isLoose, offset > 0 { lines.append("") }
      let marker = start.map { "\($0 + offset). " } ?? "- "
      let indent = String(repeating: " ", count: marker.utf8.count)
      var isFirst = true
      for (index, block) in blocks.enumerated() {
        if index > 0, isLoose { lines.append("") }
        for line in block.markdownLines {
          lines.append(line.isEmpty ? "" : (isFirst ? marker : indent) + line)
          isFirst = false
        }
      }
      if isFirst { lines.append(String(marker.dropLast())) }
    }
    return lines
  }

  /// A fence longer than any run of backticks inside.
  private static func fenced(_ text: String, language: String?) -> [String] {
    var longest = 2, run = 0
    for byte in text.utf8 {
      run = byte == 0x60 ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    // A language that is none would end the fence, or hold markup.
    let name = (language ?? "").unicodeScalars.filter { $0.isASCIIAlphanumeric || $0.isOne(of: "+#.-_") }
    return [fence + String(name)] + text.textLines.map(String.init)
      + [fence]
  }

  private static func cell(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x7C || $0 == 0x0A }) else { return text }
    var result = "", previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if scalar == "|", previous != "\\" { result += "\\" }
      result.unicodeScalars.append(scalar == "\n" ? " " : scalar)
      previous = scalar
    }
    return result
  }
}
