internal import ContentModel
internal import Diagnostics
internal import Terminology

/// What is kept of a document once its lines are judged: little, so that ten thousand fit in memory.
struct AnalyzedDocument: Sendable {
  /// Without identity and slug, which depend on the content folder.
  var source: ImportedSource
  let fates: LineFates
  /// How many lines got each verdict.
  let lineCounts: [LineVerdict.Action: Int]
  /// Told of the document itself, whatever else is imported.
  let diagnostics: [Diagnostic]

  /// What is said of several things, `A、B等：…`, defines no term; it becomes a page of its own.
  private static func kind(of item: Item) -> Item.Kind {
    item.kind == .definition && item.title.hasSuffix("等") && item.title.contains("、") ? .topic : item.kind
  }

  init(_ document: NormalizedDocument, hash: String, miner: TermMiner) {
    let kept = zip(document.document.lines, document.verdicts).filter { $0.1.action == .keep }
    let mined = document.terms(miner)
    let provenance = document.provenance
    let title = Self.title(of: document)
    let text = kept.prefix(40).map(\.0.text).joined(separator: " ")
    source = ImportedSource(
      id: "", slug: "", document: document.document.path, hash: hash, title: title, author: provenance.author,
      url: provenance.url.flatMap { $0.hasPrefix("http://") || $0.hasPrefix("https://") ? $0 : nil },
      licence: provenance.licence, published: provenance.published,
      language: ContentLanguage.of(title: title, text: text).rawValue,
      items: document.items.map { item in
        ImportedSource.Item(
          title: item.title, kind: Self.kind(of: item).rawValue, first: item.lines.lowerBound, last: item.lines.upperBound,
          isAnswered: item.answered, blocks: item.body.markdownBlocks)
      },
      rest: kept.isEmpty ? nil : RestOfPage.blocks(document.rest, title: title),
      terms: mined.map { mined in
        var term = ImportedSource.Term(
          chinese: mined.chinese, english: mined.english, abbreviation: mined.abbreviation, aliases: mined.aliases,
          definition: mined.definition, line: mined.line, definitionLine: mined.definitionLine)
        if term.definition == nil, term.chinese != nil, term.english != nil { term.use = TermUse(of: term, on: document) }
        return term
      },
      images: kept.compactMap { line, _ in
        guard case .image(let address, let alternative) = line.hint?.role else { return nil }
        return ImportedSource.Image(address: address, alternative: alternative, line: line.number)
      })
    fates = LineFates(document)
    lineCounts = document.verdicts.reduce(into: [.strip: document.document.hidden.count]) { $0[$1.action, default: 0] += 1 }
    diagnostics =
      Self.nothingLeft(lineCounts, at: document.document.path)
      + Self.keptForNothing(fates.keptOutside, of: lineCounts[.keep] ?? 0, in: document)
      + Self.tooLongLines(of: document)
      + UnreadableHeadings.diagnostics(of: document)
  }

  /// What the document calls itself; else its first kept line where that is short; else the name of its file. A line that people
  /// keep is no title by that.
  private static func title(of document: NormalizedDocument) -> String {
    if let title = document.provenance.title ?? document.document.title, !title.isEmpty { return title }
    let firstItem = document.items.first?.lines.lowerBound ?? .max
    for (line, verdict) in zip(document.document.lines, document.verdicts)
    where verdict.action == .keep && verdict.rule != ImportDecisions.overruled {
      let text = line.text.collapsingSpace()
      if line.number < firstItem, (2...40).contains(text.count) { return text }
      break
    }
    let name = document.document.path.split(separator: "/").last ?? ""
    return String(name[..<(name.lastIndex(of: ".") ?? name.endIndex)])
  }

  /// Told where much of what was kept, or some of it below the first item, went into no page: it may be an answer whose
  /// question was not found. Headings of sections stand alone here and there, and an introduction above.
  private static func keptForNothing(_ lines: [Int], of kept: Int, in document: NormalizedDocument) -> [Diagnostic] {
    let start = document.items.first?.lines.lowerBound ?? .max
    guard let first = lines.first, lines.count(where: { $0 >= start }) > max(2, kept / 8) || lines.count * 2 > kept else { return [] }
    return [
      Diagnostic(
        .warning, rule: "kept-for-nothing",
        "\(lines.count) of \(kept) kept lines belong to no question or definition: they go to the page of the source",
        at: SourceLocation(path: document.document.path, line: first, column: 1),
        suggestion: "look at them with --report; give them a heading in the document, or strip them in import.yml")
    ]
  }

  private static func tooLongLines(of document: NormalizedDocument) -> [Diagnostic] {
    document.verdicts.filter { $0.rule == ScrapedLine.tooLong }.map { verdict in
      Diagnostic(
        .error, rule: verdict.rule, "A line of \(verdict.evidence) is left out",
        at: SourceLocation(path: document.document.path, line: verdict.line, column: 1),
        suggestion: "break it into lines in the document, if it is content")
    }
  }

  /// Told where there was text and none of it is content.
  private static func nothingLeft(_ lineCounts: [LineVerdict.Action: Int], at path: String) -> [Diagnostic] {
    let stripped = (lineCounts[.strip] ?? 0) + (lineCounts[.meta] ?? 0)
    guard lineCounts[.keep] ?? 0 == 0, stripped > 0 else { return [] }
    return [
      Diagnostic(
        .error, rule: "nothing-left", "None of \(stripped) lines is content", at: SourceLocation(path: path, line: 1, column: 1),
        suggestion: "look at the lines with --report, and overrule what is wrong in import.yml; or leave the document out")
    ]
  }
}
