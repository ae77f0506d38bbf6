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

  /// Where the file states something: of which concept, which key, in which language, and of several values which; all `nil` but the
  /// first for the concept itself.
  struct Place: Hashable {
    let concept: Int
    var key: String?
    var language: LanguageTag?
    var value: String?
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

  /// Where the file states a value of a key of a concept; where it states the key, or the concept begins, if not that. O(file).
  func location(_ concept: Int, _ key: String? = nil, _ language: LanguageTag? = nil, value: String? = nil) -> SourceLocation? {
    let wanted = [
      Place(concept: concept, key: key, language: language, value: value), Place(concept: concept, key: key, value: value),
      Place(concept: concept, key: key, language: language), Place(concept: concept, key: key), Place(concept: concept),
    ]
    guard let file, let spot = wanted.lazy.compactMap({ spots[$0] }).first else { return nil }
    switch spot {
    case .offset(let offset): return file.location(of: Self.range(of: value, in: file, from: offset) ?? offset..<offset + 1)
    case .line(let line): return file.location(line: line)
    }
  }

  /// Where a value stands in the cell that begins at an offset.
  private static func range(of value: String?, in file: SourceFile, from offset: Int) -> Range<Int>? {
    guard let value, !value.isEmpty else { return nil }
    let cell = file.bytes[offset...].prefix { $0 != 0x0A && $0 != 0x0D }
    return cell.firstRange(of: Array(value.utf8))
  }

  /// Of a file that states nothing.
  public init() { self.init(concepts: [], keys: []) }
}
