public import ContentModel
public import Diagnostics
internal import Foundation
internal import FoundationXML

/// Reads TBX of any dialect in DCA style, of edition 3 (`conceptEntry`, `langSec`, `termSec`) and of those before
/// (`termEntry`, `langSet`, `tig`). External entities are never loaded.
public enum TBXReader {
  public static func read(_ file: SourceFile, languages: [LanguageTag]) -> (terms: ImportedTerms, diagnostics: [Diagnostic]) {
    if let fault = XMLEntities.fault(in: file) { return (ImportedTerms(), [fault]) }
    let delegate = TBXDelegate(file: file, languages: languages)
    let parser = XMLParser(data: Data(file.bytes))
    parser.shouldResolveExternalEntities = false
    parser.delegate = delegate
    delegate.parser = parser
    let isRead = parser.parse() && delegate.hasRoot
    if !isRead, delegate.diagnostics.isEmpty { delegate.reportSyntax(parser.parserError) }
    if delegate.diagnostics.contains(where: { $0.severity == .error }) {
      return (ImportedTerms(concepts: [], keys: []), delegate.diagnostics)
    }
    let keys = languages.flatMap { language in ExchangeKey.all.map { ImportedTerms.Key($0, language) } }
    return (
      ImportedTerms(concepts: delegate.concepts, keys: Set(keys), file: file, spots: delegate.spots),
      delegate.diagnostics + delegate.leftOut
    )
  }
}

/// Collects concepts while the parser goes through the file.
private final class TBXDelegate: NSObject, XMLParserDelegate {
  private let file: SourceFile
  private let languages: [LanguageTag]
  private(set) var concepts: [ExchangedConcept] = []
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var spots: [ImportedTerms.Place: ImportedTerms.Spot] = [:]
  /// Data categories, and values, that a page has no key for: how often they stand, and where first.
  private var unknown: [String: (count: Int, line: Int)] = [:]
  weak var parser: XMLParser?

  /// Elements that are part of the text around them.
  private static let inline: Set = ["hi", "foreign", "sc", "ec", "ph"]

  private var elements: [String] = []
  private var attributes: [[String: String]] = []
  private var text = ""
  private(set) var hasRoot = false
  private var seen: Set<String> = []

  private var slug = ""
  /// What holds in all languages of the concept.
  private var shared = ExchangedPage()
  private var pages: [LanguageTag: ExchangedPage] = [:]
  private var language: LanguageTag?
  private var unknownLanguages: Set<String> = []
  private var term = (name: "", status: String?.none, type: String?.none)
  private var transaction: String?

  /// What the file says and no page can.
  var leftOut: [Diagnostic] {
    unknown.sorted { ($0.value.line, $0.key) < ($1.value.line, $1.key) }.map { name, found in
      Diagnostic(
        .note, rule: "left-out",
        "\(name) stands \(found.count == 1 ? "once" : "\(found.count) times") and has no place in a page: left out",
        at: file.location(line: found.line), suggestion: "say it in the explanation where it matters; keep the file")
    }
  }

  private func leaveOut(_ name: String) {
    let line = max(1, parser?.lineNumber ?? 1)
    unknown[name] = ((unknown[name]?.count ?? 0) + 1, unknown[name]?.line ?? line)
  }

  init(file: SourceFile, languages: [LanguageTag]) {
    self.file = file
    self.languages = languages
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes values: [String: String] = [:]
  ) {
    if !hasRoot {
      hasRoot = true
      guard name == "tbx" || name == "martif" else {
        return fail("not-tbx", "root element is \"\(name)\"", "give a TBX file, whose root is tbx (or martif before 2019)", parser)
      }
      if values["style"] == "dct" {
        return fail("not-tbx", "file is in DCT style", "convert it to DCA style, which has data categories as attributes", parser)
      }
    }
    elements.append(name)
    attributes.append(values)
    if !Self.inline.contains(name) { text = "" }
    switch name {
    case "conceptEntry", "termEntry":
      slug = TBXVocabulary.slug(ofID: values["id"] ?? "")
      (shared, pages) = (ExchangedPage(), [:])
      spots[.init(concept: concepts.count)] = .line(max(1, parser.lineNumber))
      if !slug.isEmpty, !seen.insert(slug).inserted {
        fail("duplicate-concept", "id \"\(slug)\" stands twice", "give one of them another id", parser)
      }
    case "langSec", "langSet": begin(language: values["xml:lang"] ?? values["lang"] ?? "", parser)
    case "termSec", "tig", "ntig": term = ("", nil, nil)
    default: break
    }
  }

  private func begin(language name: String, _ parser: XMLParser) {
    // `zh-CN` and `en-US` are the site's zh and en.
    language =
      languages.first { $0.rawValue.lowercased() == name.lowercased() }
      ?? languages.first { name.lowercased().hasPrefix($0.rawValue.lowercased() + "-") }
    if let language {
      pages[language, default: ExchangedPage()].revision = pages[language]?.revision
    } else if unknownLanguages.insert(name).inserted {
      diagnostics.append(
        Diagnostic(
          .warning, rule: "unknown-language", "the site has no language \"\(name)\": left out",
          at: file.location(line: parser.lineNumber), suggestion: "add it to languages in ciyuan.yml"))
    }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
  func parser(_ parser: XMLParser, foundCDATA block: Data) { text += String(decoding: block, as: UTF8.self) }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    let values = attributes.popLast() ?? [:]
    elements.removeLast()
    switch name {
    case let name where Self.inline.contains(name): return
    case "term": term.name = ExchangedPage.normalized(text)
    case "termNote":
      switch values["type"] {
      case "administrativeStatus", "normativeAuthorization": term.status = text
      case "termType":
        term.type = text
        if !TBXVocabulary.typesOfTerms.contains(text) { leaveOut("termType \"\(text)\"") }
      // A name of a concept is a noun where nothing else is said.
      case "partOfSpeech" where text == "noun": break
      case let type: leaveOut("\(type ?? name) \"\(ExchangedPage.normalized(text))\"")
      }
    case "termSec", "tig", "ntig": endTerm()
    case "langSec", "langSet": language = nil
    case "conceptEntry", "termEntry": endConcept()
    case "transac": transaction = text
    case "transacGrp": transaction = nil
    default: take(name, values, isInHeader: !elements.contains { $0 == "conceptEntry" || $0 == "termEntry" })
    }
    text = ""
  }

  /// An element that says something of the concept or of its page in a language.
  private func take(_ name: String, _ values: [String: String], isInHeader: Bool) {
    guard !isInHeader else { return }
    switch (name, values["type"]) {
    case ("descrip", "definition"): state(ExchangeKey.definition, text.trimming(\.isWhitespace))
    case ("descrip", "subjectField"): state("field", ExchangedPage.normalized(text))
    case ("admin", "source"):
      if elements.last == "conceptEntry" || elements.last == "termEntry" { state("sources", ExchangedPage.normalized(text)) }
    case ("xref", "externalCrossReference") where text == "reference": state("reference", values["target"] ?? "")
    case ("ref", "crossReference"):
      let target = TBXVocabulary.slug(ofID: values["target"] ?? "")
      state(TBXVocabulary.relations.contains(text) ? text : "related", target)
    case ("date", _):
      if let key = TBXVocabulary.transactions.first(where: { $0.type == transaction })?.key { state(key, Self.day(text)) }
    case ("note", _):
      if let (key, value) = TBXVocabulary.value(ofNote: text) {
        state(key, value)
      } else if language != nil, !text.allSatisfy(\.isWhitespace) {
        let former = language.flatMap { pages[$0]?[ExchangeKey.explanation].first }
        let paragraphs = [former, text.trimming(\.isWhitespace)].compactMap { $0 }
        if let language { pages[language]?[ExchangeKey.explanation] = [paragraphs.joined(separator: "\n\n")] }
      }
    case ("descrip", let type?), ("admin", let type?), ("xref", let type?): leaveOut("\(name) \"\(type)\"")
    default: break
    }
  }

  /// The day of a date as ISO 8601 writes it, with hyphens or without, a time after it or not.
  private static func day(_ text: String) -> String {
    let day = text.trimming(\.isWhitespace).prefix { $0 != "T" && $0 != " " }
    guard day.utf8.count == 8, day.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return String(day) }
    return "\(day.prefix(4))-\(day.dropFirst(4).prefix(2))-\(day.suffix(2))"
  }

  private func state(_ key: String, _ value: String) {
    guard !value.isEmpty else { return }
    let line = ImportedTerms.Spot.line(max(1, parser?.lineNumber ?? 1))
    let place = ImportedTerms.Place(concept: concepts.count, key: key, language: language)
    if spots[place] == nil { spots[place] = line }
    spots[.init(concept: concepts.count, key: key, language: language, value: value)] = line
    func add(to page: inout ExchangedPage) {
      if key == TermTable.revisionKey {
        page.revision = value
      } else if page[key].isEmpty || ExchangeKey.lists.contains(key) {
        page[key].append(value)
      }
    }
    if let language {
      add(to: &pages[language, default: ExchangedPage()])
    } else if !elements.contains(where: { $0 == "langSec" || $0 == "langSet" }) {
      add(to: &shared)
    }
  }

  private func endTerm() {
    guard let language, !term.name.isEmpty else { return }
    let key = TBXVocabulary.key(status: term.status, type: term.type)
    // The first name without a status is the one to use; so is the first of several preferred ones.
    let page = pages[language, default: ExchangedPage()]
    if page["title"].isEmpty, term.status == nil, key == "admitted" || key == "full-form" { return state("title", term.name) }
    if key == "title" && !page["title"].isEmpty || key == "full-form" && !page["full-form"].isEmpty { return state("admitted", term.name) }
    state(key, term.name)
  }

  private func endConcept() {
    for language in pages.keys.sorted() {
      var page = pages[language]!
      // A language whose names all have another status: its first name is the best there is.
      if page["title"].isEmpty, let name = (page["admitted"] + page["abbreviation"]).first {
        page["title"] = [name]
        page["admitted"].removeAll { $0 == name }
      }
      guard !page["title"].isEmpty else {
        pages[language] = nil
        continue
      }
      for (key, value) in shared.values where page[key].isEmpty { page[key] = value }
      pages[language] = page
    }
    let isOurs = pages.values.contains { $0.revision != nil }
    let slug = isOurs || TBXVocabulary.isTelling(slug) ? slug : ""
    if !pages.isEmpty { concepts.append(ExchangedConcept(slug: slug, pages: pages)) }
  }

  private func fail(_ rule: String, _ summary: String, _ suggestion: String, _ parser: XMLParser) {
    diagnostics.append(
      Diagnostic(.error, rule: rule, summary, at: file.location(line: max(1, parser.lineNumber)), suggestion: suggestion))
    parser.abortParsing()
  }

  func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) {
    if diagnostics.allSatisfy({ $0.severity != .error }) { reportSyntax(error) }
  }

  func reportSyntax(_ error: (any Error)?) {
    let line = max(1, parser?.lineNumber ?? 1), column = max(1, parser?.columnNumber ?? 1)
    let reason = (error as NSError?)?.userInfo["NSXMLParserErrorMessage"] as? String
    diagnostics.append(
      Diagnostic(
        .error, rule: "xml", "XML cannot be read here\(reason.map { ": \($0)" } ?? "")", at: file.location(line: line, column: column),
        suggestion: "mend the file, or export it anew"))
  }
}
