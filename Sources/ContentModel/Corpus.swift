/// All documents of a site, each id with its languages.
public struct Corpus: Sendable {
  /// Sorted by id, then language.
  public let documents: [Document]
  /// Every id once, sorted.
  public let ids: [DocumentID]
  /// Pages of which a file cannot be read: its faults are told, and what names or misses them is no fault of its own.
  public let unreadable: Set<DocumentID>
  /// Pages of which a version was left out because it is a draft.
  public let drafts: Set<DocumentID>
  private let byID: [DocumentID: [Document]]
  private let bySection: [DocumentID.Section: [DocumentID]]

  /// Documents in any order; of two with the same id and language (`a.zh.md` in differing letter case), both are named.
  public init(_ documents: [Document], unreadable: Set<DocumentID> = [], drafts: Set<DocumentID> = []) {
    self.documents = documents.sorted { ($0.id, $0.language) < ($1.id, $1.language) }
    var byID: [DocumentID: [Document]] = [:]
    var ids: [DocumentID] = []
    for document in self.documents {
      if ids.last != document.id { ids.append(document.id) }
      byID[document.id, default: []].append(document)
    }
    (self.byID, self.ids, self.unreadable, self.drafts) = (byID, ids, unreadable, drafts)
    bySection = Dictionary(grouping: ids, by: \.section)
  }

  /// What is published: without drafts.
  public func withoutDrafts() -> Corpus {
    let drafts = documents.filter { $0.status == .draft }
    guard !drafts.isEmpty else { return self }
    return Corpus(documents.filter { $0.status != .draft }, unreadable: unreadable, drafts: self.drafts.union(drafts.map(\.id)))
  }

  /// The versions of a document, by language.
  public func versions(of id: DocumentID) -> [Document] { byID[id] ?? [] }

  public func document(_ id: DocumentID, in language: LanguageTag) -> Document? {
    versions(of: id).first { $0.language == language }
  }

  public func contains(_ id: DocumentID) -> Bool { byID[id] != nil }

  public func ids(in section: DocumentID.Section) -> [DocumentID] { bySection[section] ?? [] }

  private init(
    documents: [Document], ids: [DocumentID], unreadable: Set<DocumentID>, drafts: Set<DocumentID>, byID: [DocumentID: [Document]],
    bySection: [DocumentID.Section: [DocumentID]]
  ) {
    (self.documents, self.ids, self.unreadable, self.drafts) = (documents, ids, unreadable, drafts)
    (self.byID, self.bySection) = (byID, bySection)
  }

  /// The corpus with one document in another version; `nil` where it has no document of that id and language. O(documents),
  /// but only to copy references.
  public func replacing(_ document: Document) -> Corpus? {
    guard var versions = byID[document.id], let own = versions.firstIndex(where: { $0.language == document.language }),
      let index = index(of: document)
    else { return nil }
    versions[own] = document
    var (documents, byID) = (documents, byID)
    documents[index] = document
    byID[document.id] = versions
    return Corpus(documents: documents, ids: ids, unreadable: unreadable, drafts: drafts, byID: byID, bySection: bySection)
  }

  /// Pages that went, and those that state under `redirects` to stand for them: the first of several. O(documents).
  public var successors: [DocumentID: DocumentID] {
    var successors: [DocumentID: DocumentID] = [:]
    for document in documents {
      for address in document.texts("redirects") {
        guard let page = FormerAddress(address)?.page, byID[page] == nil, successors[page] == nil else { continue }
        successors[page] = document.id
      }
    }
    return successors
  }

  /// By halving: the documents are sorted.
  private func index(of document: Document) -> Int? {
    var low = 0, high = documents.count
    while low < high {
      let middle = (low + high) / 2
      if (documents[middle].id, documents[middle].language) < (document.id, document.language) { low = middle + 1 } else { high = middle }
    }
    guard low < documents.count, documents[low].id == document.id, documents[low].language == document.language else { return nil }
    return low
  }
}
