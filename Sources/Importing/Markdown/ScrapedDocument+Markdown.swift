internal import ContentModel
internal import Diagnostics
internal import MarkdownTree

extension ScrapedDocument {
  /// A Markdown document: a scraped line for each of its lines; front matter is provenance.
  package init(path: String, markdown text: [UInt8]) {
    let file = SourceFile(path: path, bytes: text)
    let split = FrontMatter.split(file)
    let tree = MarkdownTree.parse(file, body: split.body).tree
    let lines = file.text.textLines
    let bodyLine = text[..<split.body.lowerBound].count { $0 == 0x0A } + 1
    let hints = MarkdownLines(tree, lines: lines).hints
    let count = lines.last?.isEmpty == true ? lines.count - 1 : lines.count
    let provenance = Provenance(frontMatter: split.frontMatter)
    let scraped = (0..<max(0, count)).map { index -> ScrapedLine in
      if index + 1 < bodyLine { return Self.frontMatterLine(index + 1, String(lines[index])) }
      guard let hint = hints[index + 1] else { return Self.definition(index + 1, lines[index]) ?? ScrapedLine(number: index + 1, text: "") }
      return Self.line(index + 1, lines[index], hint)
    }
    self.init(path: path, format: .markdown, lines: scraped, provenance: provenance, title: provenance.title)
  }

  private static func frontMatterLine(_ number: Int, _ text: String) -> ScrapedLine {
    var hint = LineHint(.paragraph)
    hint.boilerplate = 1
    hint.boilerplateEvidence = "front matter"
    hint.sourceLine = number
    return ScrapedLine(number: number, text: text.trimmingSpace(), hint: hint)
  }

  /// `[^1]: a note`, `[label]: address`: Markdown shows them elsewhere or nowhere, and here their text would be lost.
  private static func definition(_ number: Int, _ line: Substring) -> ScrapedLine? {
    let text = line.trimmingSpace()
    guard text.hasPrefix("["), let close = text.firstIndex(of: "]"), text[text.index(after: close)...].hasPrefix(":") else { return nil }
    var hint = LineHint(.paragraph)
    hint.markdown = "\\" + text
    hint.sourceLine = number
    return ScrapedLine(number: number, text: text, hint: hint)
  }

  private static func line(_ number: Int, _ line: Substring, _ hint: LineHint) -> ScrapedLine {
    var hint = hint
    hint.sourceLine = number
    switch hint.role {
    case .code, .formula:
      let source = hint.markdown ?? ""
      hint.markdown = nil
      return ScrapedLine(number: number, text: source, hint: hint)
    case .divider: return ScrapedLine(number: number, text: "", hint: hint)
    case .tableRow(_, let isHeader):
      let cells = MarkdownLineText.cells(line)
      // The ruler below the header says how columns are aligned.
      if cells.allSatisfy({ !$0.isEmpty && $0.allSatisfy { "-: ".contains($0) } }) { return ScrapedLine(number: number, text: "") }
      hint.role = .tableRow(cells: cells, isHeader: isHeader)
      let text = cells.map { MarkdownLineText(Substring($0), LineHint(.paragraph)).plain }.joined(separator: " ")
      return ScrapedLine(number: number, text: text, hint: hint)
    default: break
    }
    let text = MarkdownLineText(line, hint)
    if text.plain.isEmpty, let image = text.images.first {
      hint.role = .image(address: image.address, alternative: image.alternative)
      return ScrapedLine(number: number, text: image.alternative.isEmpty ? "图片" : image.alternative, hint: hint)
    }
    if text.plain.isEmpty {
      // An empty heading is told of; nothing else is there.
      guard case .heading = hint.role else { return definition(number, line) ?? ScrapedLine(number: number, text: "") }
      return ScrapedLine(number: number, text: "", hint: hint)
    }
    hint.markdown = text.markdown
    hint.linkDensity = text.linkDensity
    hint.links = text.links
    hint.isBold = text.isBold
    return ScrapedLine(number: number, text: text.plain, hint: hint)
  }
}

extension Provenance {
  /// The keys that blog generators use.
  fileprivate init(frontMatter: FrontMatter) {
    func text(_ keys: String...) -> String? { keys.lazy.compactMap { frontMatter.text($0)?.value }.first }
    let address = text("url", "source", "link", "canonical", "original", "permalink")
      .flatMap { $0.hasPrefix("http://") || $0.hasPrefix("https://") ? $0 : nil }
    let licence = text("license", "licence", "copyright")
    self.init(
      author: text("author", "authors"), url: address, licence: licence.map { Licence.identifier(ofAddress: $0) ?? $0 },
      published: text("date", "published", "created", "pubDate").flatMap(CalendarDay.find), title: text("title"),
      site: address.flatMap(Self.host))
  }
}
