public import ContentModel

/// What the glossary explains: one concept, with its names in each language.
public struct Concept: Sendable, Hashable {
  public let id: DocumentID
  public let terms: [Term]
  /// Subject fields and tags: they tell apart concepts that share a name.
  public let fields: Set<String>

  public init(id: DocumentID, terms: [Term], fields: Set<String> = []) {
    self.id = id
    self.terms = terms
    self.fields = fields
  }
}
