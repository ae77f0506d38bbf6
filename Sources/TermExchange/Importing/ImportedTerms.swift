internal import ContentModel
internal import Diagnostics

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

  /// Where the file states something: of which concept, which key, in which language; all `nil` but the first for the concept
  /// itself.
  struct Place: Hashable {
    let concept: Int
    var key: String?
    var language: LanguageTag?
  }

  /// A place in the file: an offset, or a line where the format gives no more.
  enum Spot {
    case offset(Int)
    case line(Int)
  }

  private let file: SourceFile?
  private let spots: [Place: Spot]

  init(concepts: [ExchangedConcept], keys: Set<Key>, file: SourceFile? = nil, spots: [Place: Spot] = [:]) {
    self.concepts = concepts
    self.keys = keys
    self.file = file
    self.spots = spots
  }

  /// Where the file states a key of a concept; where the concept begins, if not that. O(file).
  func location(_ concept: Int, _ key: String? = nil, _ language: LanguageTag? = nil) -> SourceLocation? {
    let wanted = [Place(concept: concept, key: key, language: language), Place(concept: concept, key: key), Place(concept: concept)]
    switch wanted.lazy.compactMap({ spots[$0] }).first {
    case .offset(let offset): return file?.location(of: offset..<offset + 1)
    case .line(let line): return file?.location(line: line)
    case nil: return nil
    }
  }

  /// Of a file that states nothing.
  public init() { self.init(concepts: [], keys: []) }
}
