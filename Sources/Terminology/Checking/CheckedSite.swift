public import ContentModel
internal import Diagnostics
internal import MarkdownTree

/// A site as the rules on terms look at it: every page parsed, and the names found in it.
public struct CheckedSite: Sendable {
  let termbase: Termbase
  let corpus: Corpus
  let pages: [CheckedPage]
  /// Concepts that an import proposed and nobody has reviewed: no page is measured by them.
  let proposed: Set<DocumentID>

  /// Parses on all cores. O(text).
  public init(_ corpus: Corpus, termbase: Termbase) async {
    self.corpus = corpus
    self.termbase = termbase
    let isProposed = { (id: DocumentID) in corpus.versions(of: id).allSatisfy { $0.status == .proposed } }
    proposed = Set(corpus.ids(in: .terms).filter(isProposed))
    pages = await ParallelMap.run(corpus.documents) { CheckedPage($0, termbase) }
  }

  /// A text that is not prose, with the names in it.
  func text(_ text: String, line: Int) -> CheckedPage.Text {
    CheckedPage.Text(text: text, line: line, matches: termbase.matches(in: text))
  }

  /// The names of a concept in a language that may be used, the preferred one first.
  func names(of id: DocumentID, _ language: LanguageTag? = nil) -> [Term] {
    let terms = termbase.concepts.first { $0.id == id }?.terms ?? []
    return terms.filter { (language == nil || $0.language == language) && $0.status != .deprecated }
  }
}

/// A page with its prose.
struct CheckedPage: Sendable {
  /// A stretch of prose: one paragraph or cell, or the part of one between links, code and formulas.
  struct Text: Sendable {
    let text: String
    /// Line of the file at which it begins.
    let line: Int
    let matches: [TermMatch]
  }

  let document: Document
  let texts: [Text]
  /// From one heading to the next.
  struct Section: Sendable {
    /// Of its heading; 0 before the first.
    let level: Int
    /// Line of its heading, or of the page's text.
    let line: Int
    let heading: String
    /// Whole paragraphs, emphasis and links being part of them.
    let paragraphs: [String]
  }

  let sections: [Section]
  /// What the page's links name.
  let links: [String]
  private let tree: MarkdownTree

  init(_ document: Document, _ termbase: Termbase) {
    var tree = MarkdownTree.parse(document.file, body: document.body).tree
    var texts: [Text] = []
    tree.linkTexts { run in
      let text = String(decoding: run.bytes, as: UTF8.self)
      texts.append(Text(text: text, line: run.line, matches: termbase.matches(in: text)))
      return []
    }
    self.document = document
    self.texts = texts
    let headings = Dictionary(tree.headings.map { ($0.id, $0) }) { first, _ in first }
    sections = tree.sections().map { section in
      let heading = section.headingID.flatMap { headings[$0] }
      return Section(
        level: heading?.level ?? 0, line: heading?.line ?? texts.first?.line ?? 1, heading: section.heading,
        paragraphs: section.text.split(separator: "\n").map(String.init))
    }
    links = tree.links.map(\.destination)
    self.tree = tree
  }

  var paragraphs: [String] { sections.flatMap(\.paragraphs) }

  func location(of text: String, nearLine line: Int) -> SourceLocation { tree.location(of: text, nearLine: line) }

  /// Where a name stands in the page's title.
  func location(inTitle name: String) -> SourceLocation {
    let title = document.frontMatter.text("title")
    let range = title.flatMap { document.file.bytes[$0.range].firstRange(of: Array(name.utf8)) }
    return range.map { document.file.location(of: $0) } ?? document.location(of: "title")
  }

  /// Where a text first stands in the body; its beginning where the source writes it otherwise.
  func location(of text: String) -> SourceLocation {
    let body = document.file.bytes[document.body]
    let range = body.firstRange(of: Array(text.utf8))
    return document.file.location(of: range ?? document.body.lowerBound..<document.body.lowerBound + 1)
  }
}

extension TermMatch {
  /// The name as it is written.
  func name(in text: String) -> String { String(decoding: Array(text.utf8)[range], as: UTF8.self) }
}
