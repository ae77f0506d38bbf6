package import Diagnostics

/// What an import did to the content folder.
package struct ImportSummary: Sendable {
  /// Files that were new, written anew, merged with a person's changes, as before, left because a person edited them,
  /// removed because nothing asks for them, and left away because a person had deleted them.
  package var created = 0, updated = 0, merged = 0, unchanged = 0, kept = 0, removed = 0, deleted = 0
  /// Pages that became part of one that a person wrote.
  package var joined = 0
  /// Pages that left one to which they had been joined.
  package var parted = 0
  /// Names of documents that an import of all does not find where they were: they stay as they were imported.
  package var absent: [String] = []
  package var documents = 0, questions = 0, terms = 0, duplicates = 0
  /// Duplicates that stand in a copy of the document of another one.
  package var copies = 0
  /// Verdicts of all lines.
  package var keptLines = 0, strippedLines = 0, metaLines = 0, blankLines = 0
  /// Those kept ones that belong to no question or term: the pages of sources hold them.
  package var outsideLines = 0
  package var diagnostics: [Diagnostic] = []

  package init() {}

  mutating func count(
    _ analyzed: [AnalyzedDocument], questions groups: [[QuestionGroups.Place]], of sources: [ImportedSource], terms count: Int
  ) {
    documents = analyzed.count
    questions = groups.count
    duplicates = groups.reduce(0) { $0 + $1.count - 1 }
    for group in groups where group.count > 1 {
      let ids = Set(group.map { sources[$0.source].id })
      copies += group.count { sources[$0.source].copyOf.map(ids.contains) ?? false }
    }
    terms = count
    for document in analyzed {
      outsideLines += document.fates.keptOutside.count
      keptLines += document.lineCounts[.keep] ?? 0
      strippedLines += document.lineCounts[.strip] ?? 0
      metaLines += document.lineCounts[.meta] ?? 0
      blankLines += document.lineCounts[.blank] ?? 0
    }
  }
}
