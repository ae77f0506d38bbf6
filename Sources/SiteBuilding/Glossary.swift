import ContentModel
import Diagnostics
import HanText
import MarkdownTree
import Terminology

/// The site's concepts as its term pages state them, ready to be found in texts.
struct Glossary: Sendable, Equatable {
  let termbase: Termbase
  /// Concepts that an import proposed and nobody has defined yet: a link would show a reader nothing, and many are everyday
  /// words. `[[…]]` leads to them all the same.
  private let undefined: Set<DocumentID>

  init(_ corpus: Corpus) {
    let documents = corpus.documents.filter { $0.id.section == .terms }
    termbase = Termbase(
      documents.map { document in
        Concept(
          id: document.id, terms: Self.terms(of: document, in: corpus),
          fields: Set(document.tags + document.texts("field")),
          kin: Set(["related", "broader", "see"].flatMap { document.texts($0) }), isReviewed: document.status != .proposed)
      })
    undefined = Set(documents.map(\.id)).subtracting(
      documents.lazy.filter { document in
        document.status != .proposed || document.file.bytes[document.body].contains { $0 > 0x20 }
      }.map(\.id))
  }

  /// The names that one file states. Names in the other language count while that language has no file of its own.
  private static func terms(of document: Document, in corpus: Corpus) -> [Term] {
    func terms(_ key: String, _ status: Term.Status, _ language: LanguageTag) -> [Term] {
      document.frontMatter.list(key).filter { !$0.value.isEmpty }.map {
        Term($0.value, language: language, status: status, declaration: (document.file, $0.range))
      }
    }
    let own = document.language
    let title = document.frontMatter.text("title").map { (document.file, $0.range) }
    var result = [Term(document.title, language: own, status: .preferred, declaration: title)]
    result += terms("admitted", .admitted, own) + terms("deprecated", .deprecated, own)
    result += terms("abbreviation", .abbreviation, own)
    result += terms("full-form", .admitted, HanScript.share(of: document.text("full-form") ?? "") > 0 ? .chinese : .english)
    let other: LanguageTag = own == .chinese ? .english : .chinese
    if corpus.document(document.id, in: other) == nil {
      result += terms("translation", .preferred, other).prefix(1) + terms("translation", .admitted, other).dropFirst()
    }
    return result
  }

  /// What `[[name]]` means on a page.
  func meaning(of name: String, on document: Document) -> Resolution {
    termbase.concept(named: name, language: document.language, tags: document.tags)
  }

  /// The concept that `[[name]]` leads to from a page: the first of several.
  func concept(named name: String, on document: Document) -> DocumentID? {
    switch meaning(of: name, on: document) {
    case .found(let id): id
    case .ambiguous(let ids): ids.first
    case .unknown: nil
    }
  }

  /// The name that was probably meant; never one to avoid.
  func nearestName(to name: String) -> String? {
    NearMiss.suggestion(
      for: name, among: termbase.concepts.flatMap { [$0.id.slug] + $0.terms.filter { $0.status != .deprecated }.map(\.name) })
  }

  /// Every place in a plain text where a concept is named.
  func matches(in text: String) -> [TermMatch] { termbase.matches(in: text) }

  /// Links the first mention of each concept in each section; `address` says where a concept's page is.
  func link(
    _ tree: inout MarkdownTree, of document: Document, address: (DocumentID) -> String
  ) -> (mentions: [RenderedBody.Mention], diagnostics: [Diagnostic]) {
    let isConcept = document.id.section == .terms
    let refused = Set(document.texts("no-link"))
    let (mentions, diagnostics) = TermLinker(termbase).link(
      &tree, title: document.title, language: document.language, ownConcept: isConcept ? document.id : nil,
      tags: document.tags + document.texts("field")
    ) { refused.contains($0.slug) || undefined.contains($0) ? nil : LinkTarget(url: address($0)) }
    return (
      mentions.map {
        RenderedBody.Mention(concept: $0.concept, anchor: $0.headingID, sentence: $0.sentence, text: $0.term.name)
      }, diagnostics
    )
  }
}
