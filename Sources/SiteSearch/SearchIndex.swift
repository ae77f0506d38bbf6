public import ContentModel

/// The search index as files, and as what edits can be made in.
public struct SearchIndex: Sendable {
  /// The files under `search/`, sorted by path.
  public let files: [OutputFile]
  /// Paths of files that are those of the index that this one was edited from.
  public let untouched: Set<String>
  public let byteCount: Int
  /// `nil` where no edits can be made.
  let outline: IndexOutline?

  init(files: [OutputFile], untouched: Set<String> = [], byteCount: Int, outline: IndexOutline?) {
    (self.files, self.untouched, self.byteCount, self.outline) = (files, untouched, byteCount, outline)
  }

  /// What `init(_:file:)` reads; `nil` where no edits can be made.
  public var binary: [UInt8]? { outline?.binary }

  /// An index that was written; `nil` where the bytes are damaged.
  ///
  /// - Parameter file: gives the bytes of a file by its path.
  public init?(_ binary: [UInt8], file: @escaping @Sendable (String) -> [UInt8]?) {
    guard let outline = try? IndexOutline(binary) else { return nil }
    let names = [IndexRoot.name, outline.traditional] + outline.shards.map(\.name) + outline.blocks + outline.spellings
    self.init(
      files: names.map { name in OutputFile(path: IndexFile.path(name)) { file(IndexFile.path(name)) ?? [] } }.sorted { $0.path < $1.path },
      byteCount: outline.fileBytes, outline: outline)
  }

  /// The index after the text of some pages was edited, without asking for others but few: the one that `SearchIndexBuilder`
  /// makes of all pages, byte for byte. `nil` where that cannot be told, or something else than text is another.
  ///
  /// - Parameters:
  ///   - edits: pages before and after.
  ///   - concepts: as for the whole index, and as they were.
  ///   - page: gives a page by its path as it is now.
  public func edited(
    _ edits: [(former: SearchPage, page: SearchPage)], concepts: [[String]], client: SearchClient, page: @escaping (String) -> SearchPage?
  ) -> SearchIndex? {
    guard let outline, edits.allSatisfy({ $0.former.withoutText == $0.page.withoutText }) else { return nil }
    let bytes = Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0) })
    var update = IndexUpdate(outline, names: ConceptNames(concepts), page: page) { bytes[IndexFile.path($0)]?.bytes }
    do throws(IndexUpdate.Refusal) {
      try update.carryOut(edits)
      return try update.index(from: self, client: client)
    } catch {
      return nil
    }
  }
}

extension SearchPage {
  fileprivate var withoutText: SearchPage {
    SearchPage(
      path: path, language: language, kind: kind, title: title, aliases: aliases, termNames: termNames, tags: tags, sections: [],
      beginning: beginning)
  }
}
