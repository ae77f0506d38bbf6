internal import HanText

extension [Block] {
  /// The blocks as Markdown, one blank line between them, without a line feed at the end.
  package var markdown: String { markdownBlocks.joined(separator: "\n\n") }

  /// Each block as Markdown. Lists below one another have different marks: those with one mark would be one list.
  package var markdownBlocks: [String] { spelled.map { $0.joined(separator: "\n") } }

  fileprivate var spelled: [[String]] {
    var isOther = false
    return indices.map { index in
      isOther = index > startIndex && self[index].isList && self[index - 1].isList && !isOther
      return self[index].markdownLines(isOther: isOther)
    }
  }

  /// The lines of a list item: a blank line only where the blocks would be read otherwise, since one makes the whole list loose.
  fileprivate var itemLines: [String] {
    let spelled = spelled
    return indices.flatMap { index in
      index > startIndex && self[index].isApart(from: self[index - 1]) ? [""] + spelled[index] : spelled[index]
    }
  }
}

extension Block {
  fileprivate var isList: Bool { if case .list = kind { true } else { false } }

  /// Whether a blank line must part the block from the one above it.
  fileprivate func isApart(from above: Block) -> Bool {
    switch (above.kind, kind) {
    case (.code, _), (.heading, _), (.formula, _), (.list, .list): false
    // What is no paragraph ends all of these, lists only if they begin with one.
    case (_, .code), (_, .heading): false
    case (.paragraph, .quote), (.paragraph, .list(nil, _)), (.paragraph, .list(1, _)): false
    default: true
    }
  }

  /// The block's lines of Markdown. `isOther`: with the other mark of lists.
  fileprivate func markdownLines(isOther: Bool) -> [String] {
    switch kind {
    case .heading(let level, let text): return [String(repeating: "#", count: level) + " " + text]
    case .paragraph(let text): return text.textLines.map(String.init)
    case .list(let start, let items): return Self.listLines(start: start, items: items, isOther: isOther)
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

  private static func listLines(start: Int?, items: [[Block]], isOther: Bool) -> [String] {
    items.enumerated().flatMap { offset, blocks in
      let mark = start.map { "\($0 + offset)\(isOther ? ")" : ".") " } ?? (isOther ? "* " : "- ")
      let indent = String(repeating: " ", count: mark.utf8.count)
      let lines = blocks.itemLines
      return lines.isEmpty
        ? [String(mark.dropLast())] : lines.enumerated().map { $1.isEmpty ? "" : ($0 == 0 ? mark : indent) + $1 }
    }
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
