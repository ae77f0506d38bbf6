internal import Diagnostics

/// What an import says of headings that nobody can read as a title: which they are, and what became of them.
enum UnreadableHeadings {
  static func diagnostics(of document: NormalizedDocument) -> [Diagnostic] {
    let titles = Set(document.items.map(\.lines.lowerBound))
    let headings = zip(document.document.lines, document.verdicts).filter { line, verdict in
      guard case .heading = line.hint?.role else { return false }
      return verdict.action != .strip && verdict.action != .meta && !titles.contains(line.number)
    }
    return document.items.compactMap { title(of: $0, on: document) } + headings.compactMap { heading($0.0, on: document) }
  }

  /// The title of an item, which is called by the beginning of its text where that is none.
  private static func title(of item: Item, on document: NormalizedDocument) -> Diagnostic? {
    let line = document.document.lines[item.lines.lowerBound - 1]
    let what =
      switch item.titleFault {
      case let fault?: "\(description(of: fault, line.text)): what stands below it is"
      case nil: "Heading of one character: a question is"
      }
    guard item.titleFault != nil || item.kind != .definition && item.title.trimmingSpace().count == 1 else { return nil }
    return diagnostic("\(what) called \"\(item.title)\"", line, document, "give the page a better title, or strip the lines in import.yml")
  }

  /// Another heading: that of a section, or of nothing.
  private static func heading(_ line: ScrapedLine, on document: NormalizedDocument) -> Diagnostic? {
    let text = line.text.trimmingSpace()
    guard let fault = TitleFault(text) else { return nil }
    let item = document.items.last { $0.lines.contains(line.number) }
    let place = item.map { "belongs to \"\($0.title)\"" } ?? "belongs to no question and goes to the page of the source"
    return diagnostic(
      "\(text.isEmpty ? "Heading without text" : description(of: fault, text)): what stands below it \(place)", line, document,
      "write the heading out in the document, or strip the line in import.yml")
  }

  private static func description(of fault: TitleFault, _ text: String) -> String {
    switch fault {
    case .wordless: "Heading without words"
    case .tooLong: "Heading of \(text.count) characters"
    }
  }

  private static func diagnostic(_ summary: String, _ line: ScrapedLine, _ document: NormalizedDocument, _ remedy: String) -> Diagnostic {
    Diagnostic(
      .warning, rule: "unreadable-title", summary,
      at: SourceLocation(path: document.document.path, line: line.number, column: 1, lineText: String(line.text.prefix(100))),
      suggestion: remedy)
  }
}
