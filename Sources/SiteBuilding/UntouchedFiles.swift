import ContentModel

/// The files of a site that are as the build before left them, where nothing but the text of pages was edited.
///
/// Pages see of each other's text its beginning (summary, definition, answer), the first sentence that names each concept, and
/// the steps of a learning path. Where the beginnings and the steps are as they were, an edit is seen by the page itself, in all
/// its languages, and by the concepts that are named otherwise than before.
enum UntouchedFiles {
  static func paths(_ pages: [SitePage], in model: SiteModel, since kept: KeptBodies) -> Set<String> {
    guard kept.haveFaces(of: model.corpus), let touched = touched(model, kept) else { return [] }
    var paths: Set<String> = []
    for page in pages {
      switch page.subject {
      // It counts mentions, and holds a text of its own.
      case .home: continue
      case .document(let id, _), .parallel(let id, _): if touched.contains(id) { continue }
      default: break
      }
      paths.insert(page.path)
    }
    for document in model.corpus.documents where kept.isUnchanged(document) {
      paths.insert(MarkdownTwins.path(of: document, model.routes))
    }
    return paths
  }

  /// `nil` where an edit is seen by pages that cannot be told.
  private static func touched(_ model: SiteModel, _ kept: KeptBodies) -> Set<DocumentID>? {
    var touched: Set<DocumentID> = []
    for document in model.corpus.documents where !kept.isUnchanged(document) {
      guard let former = kept.formerBody(of: document), let body = model.body(of: document), former.summary == body.summary,
        former.opening == body.opening, former.openingText == body.openingText,
        LearningPath.all(of: former) == LearningPath.all(of: body)
      else { return nil }
      touched.insert(document.id)
      let (before, after) = (firstMentions(former), firstMentions(body))
      touched.formUnion(before.keys.filter { before[$0] != after[$0] })
      touched.formUnion(after.keys.filter { before[$0] == nil })
    }
    return touched
  }

  private static func firstMentions(_ body: RenderedBody) -> [DocumentID: RenderedBody.Mention] {
    Dictionary(body.mentions.map { ($0.concept, $0) }) { first, _ in first }
  }
}
