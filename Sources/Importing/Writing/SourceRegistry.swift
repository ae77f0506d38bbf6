internal import ContentModel
internal import Diagnostics

/// Gives documents the identity of the sources they were before, and new ones where they are new.
enum SourceRegistry {
  /// All sources after an import: those of the documents at hand, and those of earlier imports as they were.
  ///
  /// A document is the source of the same name; else the one of the same address; else the one of the same text, where
  /// no other document is it and that of the former name is gone: else it is a copy. The sources come in the order of their slugs: what a document is called depends on the folder
  /// that was named, and is no order to show sources in.
  ///
  /// - Parameter isThere: Whether the document of a name is still where it was.
  /// - Returns: The sources, and a note for each document that has another name now.
  static func merge(
    _ documents: [ImportedSource], into store: ContentStore, isThere: (String) -> Bool = { _ in false }
  ) -> (sources: [ImportedSource], renamed: [Diagnostic]) {
    let documents = documents.sorted { $0.document < $1.document }
    var known = Dictionary(store.sources.map { ($0.document, $0) }) { first, _ in first }
    var result: [ImportedSource] = []
    var fresh: [ImportedSource] = []
    for var document in documents {
      if let source = known.removeValue(forKey: document.document) {
        document.id = source.id
        document.slug = source.slug
        result.append(document)
      } else {
        fresh.append(document)
      }
    }
    let rest = known.values.sorted { $0.document < $1.document }
    var byAddress = Dictionary(rest.compactMap { s in s.url.map { ($0, s) } }) { first, _ in first }
    var byHash = Dictionary(rest.map { ($0.hash, $0) }) { first, _ in first }
    var moved: Set<String> = []
    var new: [ImportedSource] = [], renamed: [Diagnostic] = []
    for var document in fresh {
      guard let source = document.url.flatMap({ byAddress[$0] }) ?? byHash[document.hash], !moved.contains(source.id),
        !isThere(source.document)
      else {
        new.append(document)
        continue
      }
      moved.insert(source.id)
      source.url.map { byAddress[$0] = nil }
      byHash[source.hash] = nil
      (document.id, document.slug) = (source.id, source.slug)
      renamed.append(
        Diagnostic(
          .note, rule: "renamed-document", "Taken for \(source.document) under a new name",
          at: SourceLocation(path: document.document, line: 1, column: 1)))
      result.append(document)
    }
    result += rest.filter { !moved.contains($0.id) }
    // A person may have renamed the file.
    for index in result.indices {
      if let document = store.files[result[index].id]?.document { result[index].slug = document.slug }
    }
    var slugs = SlugAllocation(taken: store.allFiles.compactMap(\.document) + result.map { DocumentID(section: .sources, slug: $0.slug) })
    var ids = Set(result.map(\.id))
    for var document in new.sorted(by: { ($0.title, $0.hash, $0.document) < ($1.title, $1.hash, $1.document) }) {
      document.id = "s-" + ContentHash.of(document.document).prefix(10)
      while !ids.insert(document.id).inserted { document.id = "s-" + ContentHash.of(document.id).prefix(10) }
      document.slug = slugs.take(document.title, fallback: document.id, in: .sources)
      result.append(document)
    }
    return (result.sorted { ($0.slug, $0.document) < ($1.slug, $1.document) }, renamed)
  }
}
