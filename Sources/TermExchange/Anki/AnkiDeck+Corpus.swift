public import ContentModel
internal import Encodings
internal import MarkdownTree

extension AnkiDeck {
  /// What is asked.
  public enum Kind: String, Sendable, CaseIterable {
    /// A name, and what it means.
    case terms
    /// A question, and its answer.
    case questions
  }

  /// The pages of one language as a deck; drafts, stubs and pages without a text are left out.
  ///
  /// - Parameters:
  ///   - title: The site's name; with the page's id and language it makes a note's identity.
  ///   - assets: Images of `Content/assets/`, by path.
  public init(
    _ corpus: Corpus, kind: Kind, language: LanguageTag, title: String, baseURL: String?, assets: [String: [UInt8]]
  ) {
    let section: DocumentID.Section = kind == .terms ? .terms : .questions
    var drawing = AnkiAnswer(assets: assets)
    let documents = corpus.documents.filter {
      $0.id.section == section && $0.language == language && $0.status != .draft && $0.status != .stub
    }
    notes = documents.compactMap { document in
      let answer = kind == .terms ? drawing.definition(of: document, in: corpus) : drawing.html(of: document)
      if answer.isEmpty { return nil }
      return AnkiNote(
        guid: Fingerprint("\(title)\n\(document.id)\n\(language)".utf8).hexadecimal, question: AnkiAnswer.escaped(document.title),
        answer: answer, address: baseURL.map { "\($0)\(language)/\(document.id)/" } ?? "",
        tags: document.tags.map { String($0.map { $0.isWhitespace ? "_" : $0 }) })
    }
    media = drawing.media
    let part =
      switch (kind, language) {
      case (.terms, .chinese): "术语"
      case (.questions, .chinese): "问答"
      case (.terms, _): "Terms (\(language))"
      case (.questions, _): "Questions (\(language))"
      }
    // `::` would make a deck within a deck.
    name = title.replacing("::", with: ":") + "::" + part
  }
}
