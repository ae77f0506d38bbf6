internal import ContentModel
internal import Diagnostics
internal import FileSystem

/// Pages that people had joined to one of their own, and settled to be different again: each stands again where it stood, and
/// what came with it leaves the page that took it in.
enum PartedPages {
  struct Parting {
    let file: ContentFile
    let part: JoinedPart
  }

  static func find(in store: ContentStore, _ names: QuestionNames, _ decisions: ImportDecisions) -> [Parting] {
    let parted = decisions.different.flatMap { pairing in
      let pages = Set(pairing.names.compactMap(names.own(page:)))
      return pairing.names.compactMap { names.joined[$0] }.filter { pages.contains($0.holder) }.map(\.page)
    }
    return store.joined.filter { parted.contains($0.page) }.compactMap { part in
      store.holder(of: part).map { Parting(file: $0, part: part) }
    }
  }

  /// The ids of imported pages that stand on pages which people wrote, and stay there.
  static func idsOfJoined(in store: ContentStore, without partings: [Parting]) -> Set<String> {
    let leaving = Set(partings.map(\.part.page))
    return Set(
      store.joined.compactMap { part in
        guard !leaving.contains(part.page), let id = store.holder(of: part)?.id, id == part.id else { return nil }
        return id
      })
  }

  /// The names that imported pages will have again, by their ids.
  static func names(of partings: [Parting]) -> [String: String] {
    Dictionary(partings.compactMap { parting in parting.part.id.map { ($0, parting.part.slug) } }) { first, _ in first }
  }

  /// What `carryOut` would do, as notes.
  static func foretell(_ partings: [Parting], displayFolder: String) -> [Diagnostic] {
    let change = PageChange(displayFolder: displayFolder, isDryRun: true)
    return partings.map { change.parted($0.part.page, at: $0.file.path) }
  }

  /// Parts the pages of a content folder, all or nothing; a note for each.
  static func carryOut(_ partings: [Parting], in store: ContentStore, displayFolder: String) throws -> [Diagnostic] {
    guard !partings.isEmpty else { return [] }
    var transaction = try ContentTransaction(folder: store.folder)
    var notes: [Diagnostic] = []
    let change = PageChange(displayFolder: displayFolder, isDryRun: false)
    var texts: [String: String?] = [:], gone: Set<String> = []
    for parting in partings {
      let (part, file) = (parting.part, parting.file)
      guard let language = part.language, let text = try texts[file.path] ?? store.text(of: file),
        !File.exists(Path.join(store.folder, part.path))
      else { continue }
      let imported = try part.id.flatMap { store.records[$0] }.map { try store.base($0) }
      let parted = PageParting(text, part, imported: imported, language: language)
      try transaction.stage(Array(parted.other.utf8), as: part.path, over: nil)
      texts[file.path] = .some(parted.own)
      gone.insert(part.page)
      notes.append(
        parted.isWhole
          ? change.parted(part.page, at: file.path)
          : Diagnostic(
            .warning, rule: "parted-page",
            "\(part.page) is a page of its own now, and its text stands here as well: the heading above it is gone",
            at: SourceLocation(path: Path.join(displayFolder, file.path), line: 1, column: 1),
            suggestion: "remove here what belongs to the other page"))
    }
    for (path, text) in texts.sorted(by: { $0.key < $1.key }) {
      guard let file = partings.first(where: { $0.file.path == path })?.file else { continue }
      if let text {
        try transaction.stage(Array(text.utf8), as: path, over: file.hash)
      } else {
        transaction.remove(path, hash: file.hash)
      }
    }
    try JoinedPart.stage(store.joined.filter { !gone.contains($0.page) }, in: &transaction)
    try transaction.commit { false }
    return notes
  }
}
