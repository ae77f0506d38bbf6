public import ContentModel

/// What the glossary explains: one concept, with its names in each language.
public struct Concept: Sendable, Hashable {
  public let id: DocumentID
  public let terms: [Term]
  /// Subject fields and tags: they tell apart concepts that share a name.
  public let fields: Set<String>
  /// Slugs of the concepts that it is stated to be near.
  public let kin: Set<String>
  /// Whether a person has read it; else an import proposed it, and its names may be everyday words.
  public let isReviewed: Bool

  public init(id: DocumentID, terms: [Term], fields: Set<String> = [], kin: Set<String> = [], isReviewed: Bool = true) {
    self.id = id
    self.terms = terms
    self.fields = fields
    self.kin = kin
    self.isReviewed = isReviewed
  }
}
