internal import ContentModel

/// What a file of terms states.
public struct ImportedTerms: Sendable {
  /// A key in a language.
  struct Key: Hashable {
    let key: String
    let language: LanguageTag

    init(_ key: String, _ language: LanguageTag) {
      self.key = key
      self.language = language
    }
  }

  /// An empty slug where the file does not say which concept it is.
  public let concepts: [ExchangedConcept]
  /// What the file speaks of at all: of other keys it says nothing, not that they are empty.
  let keys: Set<Key>

  init(concepts: [ExchangedConcept], keys: Set<Key>) {
    self.concepts = concepts
    self.keys = keys
  }

  /// Of a file that states nothing.
  public init() { self.init(concepts: [], keys: []) }
}
