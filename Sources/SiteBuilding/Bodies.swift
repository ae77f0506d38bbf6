import ContentModel

/// The bodies of all documents. Those that another run of the program made are read when they are asked for, each time anew:
/// after an edit most never are.
struct Bodies: Sendable {
  private var made: [DocumentID: [LanguageTag: RenderedBody]] = [:]
  let kept: KeptBodies?
  private let renderer: BodyRenderer

  /// - Parameters:
  ///   - former: an earlier build in which bodies had the same surroundings.
  ///   - kept: bodies of another run, which had the same.
  init(of documents: [Document], by renderer: BodyRenderer, former: SiteModel? = nil, kept: KeptBodies? = nil) async {
    (self.renderer, self.kept) = (renderer, kept)
    let bodies = await ParallelMap.run(documents) { document in
      former?.sameBody(of: document) ?? (kept?.isUnchanged(document) == true ? nil : renderer.render(document))
    }
    for case let body? in bodies { self[body.document] = body }
  }

  subscript(document: Document) -> RenderedBody? {
    get {
      if let body = made[document.id]?[document.language] { return body }
      // Where what was kept is damaged, it is rendered after all.
      return kept.map { $0.formerBody(of: document) ?? renderer.render(document) }
    }
    set { made[document.id, default: [:]][document.language] = newValue }
  }

  /// What was kept of a document, if that was not edited since.
  func entry(of document: Document) -> KeptBodies.Entry? { made[document.id]?[document.language] == nil ? kept?[document] : nil }

  /// The concepts that a document names, each once, in the order of its text.
  func concepts(in document: Document) -> [DocumentID] { entry(of: document)?.concepts ?? self[document]?.concepts ?? [] }
}

extension RenderedBody {
  /// Each once, in the order of the text.
  var concepts: [DocumentID] {
    var seen: Set<DocumentID> = [document.id]
    return mentions.compactMap { seen.insert($0.concept).inserted ? $0.concept : nil }
  }

  /// The sentence that speaks for the page among those that name a concept.
  func firstMention(of concept: DocumentID) -> Mention? { mentions.first { $0.concept == concept } }
}
