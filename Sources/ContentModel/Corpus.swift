/// All documents of a site, each id with its languages.
public struct Corpus: Sendable {
  /// Sorted by id, then language.
  public let documents: [Document]
  /// Every id once, sorted.
  public let ids: [DocumentID]
  private let indexes: [DocumentID: [Int]]
  private let bySection: [DocumentID.Section: [DocumentID]]

  /// Documents in any order; of two with the same id and language (`a.zh.md` in differing letter case), both are named.
  public init(_ documents: [Document]) {
    self.documents = documents.sorted { ($0.id, $0.language) < ($1.id, $1.language) }
    var indexes: [DocumentID: [Int]] = [:]
    for (index, document) in self.documents.enumerated() { indexes[document.id, default: []].append(index) }
    self.indexes = indexes
    ids = indexes.keys.sorted()
    bySection = Dictionary(grouping: ids, by: \.section)
  }

  /// The versions of a document, by language.
  public func versions(of id: DocumentID) -> [Document] { (indexes[id] ?? []).map { documents[$0] } }

  public func document(_ id: DocumentID, in language: LanguageTag) -> Document? {
    versions(of: id).first { $0.language == language }
  }

  public func contains(_ id: DocumentID) -> Bool { indexes[id] != nil }

  public func ids(in section: DocumentID.Section) -> [DocumentID] { bySection[section] ?? [] }
}
