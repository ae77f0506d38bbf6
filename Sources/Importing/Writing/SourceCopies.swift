internal import ContentModel
internal import Diagnostics
internal import Encodings

/// Which of all sources, those of earlier imports too, are copies of others.
struct SourceCopies: Sendable {
  private let copies: [DocumentCopies.Copy]

  /// Told by what the sources ask and answer, which is what is kept of every document.
  init(among sources: [ImportedSource]) async {
    let samples = await ParallelMap.run(sources) { source in
      let text = source.items.flatMap { [$0.title] + $0.blocks }.joined(separator: "\n")
      let sample = DocumentCopies.sample(text)
      // A document without questions is a copy only of the very same file.
      return (id: source.document, sample: sample.isEmpty ? [Fingerprint(source.hash.utf8).value] : sample)
    }
    copies = DocumentCopies.find(samples)
  }

  /// A warning for each copy among some documents, or of one of them.
  func diagnostics(of documents: Set<String>) -> [Diagnostic] {
    copies.filter { documents.contains($0.id) || documents.contains($0.original) }.map { copy in
      Diagnostic(
        .warning, rule: "copy", copy.sentence, at: SourceLocation(path: copy.id, line: 1, column: 1),
        suggestion: "leave one of them out of the import")
    }
  }

  /// The sources with what they are copies of, and the originals by the id of the copy.
  func marked(_ sources: [ImportedSource]) -> (sources: [ImportedSource], original: [String: ImportedSource]) {
    let byDocument = Dictionary(sources.map { ($0.document, $0) }) { first, _ in first }
    let originals = Dictionary(copies.map { ($0.id, $0.original) }) { first, _ in first }
    let marked = sources.map { source in
      var source = source
      source.copyOf = originals[source.document].flatMap { byDocument[$0]?.id }
      return source
    }
    let byID = Dictionary(marked.map { ($0.id, $0) }) { first, _ in first }
    return (marked, byID.compactMapValues { $0.copyOf.flatMap { byID[$0] } })
  }
}

extension DocumentCopies.Copy {
  /// What the document is, in words.
  package var sentence: String {
    let percent = Int((share * 100).rounded(.down))
    return percent == 100 ? "Same text as \(original)" : "Copy of \(original): \(percent) % of the text agrees"
  }
}
