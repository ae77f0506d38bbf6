internal import ContentModel
internal import Diagnostics
internal import FileSystem

/// Imported pages that people had joined to one of their own, and settled to be different again: each stands again where it
/// stood, as the import writes it, and what came with it leaves the page that a person wrote.
enum PartedPages {
  struct Parting {
    let file: ContentFile
    let record: ContentRecord
    /// The name of the page that comes back.
    let name: String
  }

  static func find(in store: ContentStore, _ names: QuestionNames, _ decisions: ImportDecisions) -> [Parting] {
    var seen: Set<String> = []
    return decisions.different.flatMap { pairing in
      let pages = Set(pairing.names.compactMap(names.current(page:)))
      return pairing.names.compactMap { name -> Parting? in
        guard let part = names.former[name], part.isJoined, pages.contains(part.slug), seen.insert(part.id).inserted,
          let record = store.records[part.id], let file = store.files[part.id]
        else { return nil }
        return Parting(file: file, record: record, name: String(name.split(separator: "/").last ?? ""))
      }
    }
  }

  /// What `carryOut` would do, as notes.
  static func foretell(_ partings: [Parting], displayFolder: String) -> [Diagnostic] {
    partings.map { note("\($0.name) would leave this page, as people settled", of: $0, displayFolder) }
  }

  /// Parts the pages of a content folder, all or nothing; a note for each.
  static func carryOut(_ partings: [Parting], in store: ContentStore, displayFolder: String) throws -> [Diagnostic] {
    guard !partings.isEmpty else { return [] }
    var transaction = try ContentTransaction(folder: store.folder)
    var notes: [Diagnostic] = []
    for parting in partings {
      guard let name = try? Document.FileName.parse(parting.file.path).get() else { continue }
      let path = "questions/\(parting.name).\(name.language).md"
      guard !File.exists(Path.join(store.folder, path)) else { continue }
      let base = try store.base(parting.record)
      let page = DocumentID(section: .questions, slug: parting.name)
      let (text, isWhole) = PageJoining.parted(
        try store.text(of: parting.file), from: page, as: base, language: name.language)
      try transaction.stage(Array(base.utf8), as: path, over: nil)
      try transaction.stage(Array(text.utf8), as: parting.file.path, over: parting.file.hash)
      let rest = isWhole ? "" : "; what it said was edited here, and stays"
      notes.append(note("\(page) is a page of its own again, as people settled\(rest)", of: parting, displayFolder))
    }
    try transaction.commit { false }
    return notes
  }

  private static func note(_ sentence: String, of parting: Parting, _ displayFolder: String) -> Diagnostic {
    Diagnostic(
      .note, rule: "parted-page", sentence,
      at: SourceLocation(path: Path.join(displayFolder, parting.file.path), line: 1, column: 1))
  }
}
