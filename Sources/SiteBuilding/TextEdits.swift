import ContentModel
internal import MarkdownTree

/// What was edited since a build of another run of the program, where that is nothing but the text of documents.
///
/// Pages see of each other's text its beginning (summary, definition, answer), the first sentence that names each concept, its
/// headings as goals of links, and the steps of a learning path.
struct TextEdits: Sendable {
  /// Each edited document's body before and after.
  let bodies: [(former: RenderedBody, body: RenderedBody)]
  let kept: KeptBodies

  /// `nil` where something else was edited too.
  init?(_ corpus: Corpus, _ bodies: Bodies, since kept: KeptBodies) {
    var changes: [(former: RenderedBody, body: RenderedBody)] = []
    for document in corpus.documents where bodies.entry(of: document) == nil {
      guard kept.hasSameFace(document), let former = kept.formerBody(of: document), let body = bodies[document] else { return nil }
      changes.append((former, body))
    }
    (self.bodies, self.kept) = (changes, kept)
  }

  /// Whether the beginnings and the steps of all texts are as they were.
  var keepBeginnings: Bool {
    bodies.allSatisfy { former, body in
      former.summary == body.summary && former.opening == body.opening && former.openingText == body.openingText
        && LearningPath.all(of: former) == LearningPath.all(of: body)
    }
  }

  /// Whether links of other pages still lead where they led.
  var keepAnchors: Bool { bodies.allSatisfy { former, body in former.headings.map(\.id) == body.headings.map(\.id) } }

  /// The pages that can show an edit: the documents themselves, and the concepts that they name otherwise than before. `nil`
  /// where any page may.
  var touched: Set<DocumentID>? {
    guard keepBeginnings else { return nil }
    var touched: Set<DocumentID> = []
    for (former, body) in bodies {
      touched.insert(body.document.id)
      let (before, after) = (Self.firstMentions(former), Self.firstMentions(body))
      touched.formUnion(before.keys.filter { before[$0] != after[$0] })
      touched.formUnion(after.keys.filter { before[$0] == nil })
    }
    return touched
  }

  private static func firstMentions(_ body: RenderedBody) -> [DocumentID: RenderedBody.Mention] {
    Dictionary(body.mentions.map { ($0.concept, $0) }) { first, _ in first }
  }
}
