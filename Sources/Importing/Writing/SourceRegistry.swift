internal import ContentModel
internal import Diagnostics

/// Gives documents the identity of the sources they were before, and new ones where they are new.
enum SourceRegistry {
  /// All sources after an import: those of the documents at hand, and those of earlier imports as they were.
  ///
  /// A document is the source of the same name, which says where it lies. Else it is one that was moved: that of the same
  /// address, or of the same bytes, where the file of the former name is gone. Else it is new, be it a copy. The sources come
  /// in the order of their slugs: where a document lies is no order to show sources in.
  ///
  /// - Parameter isThere: Whether the document of a name is still where it was.
  /// - Returns: The sources; a note for each document that was moved, and a warning for each that became another one.
  static func merge(
    _ documents: [ImportedSource], into store: ContentStore, isThere: (String) -> Bool = { _ in false }
  ) -> (sources: [ImportedSource], diagnostics: [Diagnostic]) {
    let documents = documents.sorted { $0.document < $1.document }
    var known = Dictionary(store.sources.map { ($0.document, $0) }) { first, _ in first }
    var result: [ImportedSource] = []
    var fresh: [ImportedSource] = [], diagnostics: [Diagnostic] = []
    for var document in documents {
      if let source = known.removeValue(forKey: document.document) {
        (document.id, document.slug, document.former) = (source.id, source.slug, source.former)
        diagnostics += replaced(source, by: document)
        result.append(document)
      } else {
        fresh.append(document)
      }
    }
    let rest = known.values.sorted { $0.document < $1.document }
    var byAddress = Dictionary(rest.compactMap { s in s.url.map { ($0, s) } }) { first, _ in first }
    var byHash = Dictionary(rest.map { ($0.hash, $0) }) { first, _ in first }
    var moved: Set<String> = []
    var new: [ImportedSource] = []
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
      document.former = ((source.former ?? []) + [source.document]).filter { $0 != document.document }
      diagnostics.append(
        Diagnostic(
          .note, rule: "moved-document", "This was \(source.document), which is gone",
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
      document.id = "s-" + document.hash.prefix(10)
      while !ids.insert(document.id).inserted { document.id = "s-" + ContentHash.of(document.id).prefix(10) }
      document.slug = slugs.take(document.title, fallback: document.id, in: .sources)
      result.append(document)
    }
    return (result.sorted { ($0.slug, $0.document) < ($1.slug, $1.document) }, diagnostics)
  }

  /// The names that documents had before, by what is known before they are judged: those they are remembered with, and
  /// those of files that are gone and have the same bytes.
  static func formerNames(
    _ documents: [(name: String, hash: String)], in store: ContentStore, isThere: (String) -> Bool
  ) -> [(name: String, document: String)] {
    let known = Set(store.sources.map(\.document))
    let byHash = Dictionary(store.sources.map { ($0.hash, $0) }) { first, _ in first }
    var former = store.sources.flatMap { source in (source.former ?? []).map { (name: $0, document: source.document) } }
    for (name, hash) in documents where !known.contains(name) {
      guard let source = byHash[hash], !isThere(source.document) else { continue }
      former += ([source.document] + (source.former ?? [])).map { (name: $0, document: name) }
    }
    return former
  }

  /// Told where a file asks nothing that it asked before: it may be another document under the old one's name.
  private static func replaced(_ source: ImportedSource, by document: ImportedSource) -> [Diagnostic] {
    let former = Set(source.items.map { ComparableText.squash($0.title) })
    guard !former.isEmpty, former.isDisjoint(with: document.items.map { ComparableText.squash($0.title) }) else { return [] }
    return [
      Diagnostic(
        .warning, rule: "replaced-document", "None of the \(former.count) questions and terms is left that stood here before",
        at: SourceLocation(path: document.document, line: 1, column: 1),
        suggestion: "a file that has another's place is taken for its new text: give another document another name, and import both")
    ]
  }
}
