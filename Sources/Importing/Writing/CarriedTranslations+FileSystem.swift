internal import ContentModel
internal import Diagnostics
internal import FileSystem

/// Versions in another language that people wrote beside imported pages: where an import made such a page part of another one, they go
/// along, and they come back with it.
enum CarriedTranslations {
  /// Brings them to where their pages are now, all or nothing. What is to be done follows from the folder as the import left it.
  ///
  /// - Returns: A note for each that goes along.
  static func carryOut(in store: ContentStore, displayFolder: String) throws -> [Diagnostic] {
    let imported = Set(store.records.values.filter { store.files[$0.id] != nil }.compactMap { store.files[$0.id]?.document })
    let back = store.joined.filter { part in
      part.isCarried && imported.contains { $0.description == part.page } && !File.exists(Path.join(store.folder, part.path))
    }
    let coming = store.records.values.sorted { $0.id < $1.id }.flatMap { record -> [(file: ContentFile, whole: DocumentID)] in
      guard record.section == .questions, let whole = store.files[record.id]?.document else { return [] }
      let taken = Set((record.redirects ?? []).map(\.page))
      return store.allFiles.filter { file in
        file.document.map { taken.contains($0.description) && !imported.contains($0) } ?? false
      }.map { ($0, whole) }
    }
    guard !back.isEmpty || !coming.isEmpty else { return [] }
    var transaction = try ContentTransaction(folder: store.folder)
    var texts: [String: String?] = [:], joined = store.joined, notes: [Diagnostic] = []
    func text(_ path: String) throws -> String? {
      if let known = texts[path] { return known }
      return try store.allFiles.first { $0.path == path }.map { try store.text(of: $0) }
    }
    for part in back {
      joined.removeAll { $0 == part }
      guard let language = part.language, let holder = store.file(naming: part), let now = try text(holder.path) else { continue }
      let parted = PageParting(now, part, imported: nil, language: language)
      texts[part.path] = .some(parted.other)
      texts[holder.path] = .some(parted.own)
    }
    for (file, whole) in coming {
      guard let page = file.document, let language = file.language, let came = try text(file.path) else { continue }
      let path = "\(whole.section.rawValue)/\(whole.slug).\(language).md", own = try text(path)
      let nameless = withoutIdentity(came)
      texts[path] =
        own.map { PageJoining.join($0, with: nameless, from: page, language: language) } ?? PageJoining.moved(nameless, from: page)
      texts[file.path] = .some(nil)
      joined.append(JoinedPart(page: page.description, path: file.path, text: came, isAsImported: false, own: own, isCarried: true))
      notes.append(
        Diagnostic(
          .note, rule: "joined-page", "\(file.path), which a person wrote, is part of \(path) now",
          at: SourceLocation(path: Path.join(displayFolder, path), line: 1, column: 1)))
    }
    for (path, text) in texts.sorted(by: { $0.key < $1.key }) {
      let former = store.allFiles.first { $0.path == path }?.hash
      if let text {
        try transaction.stage(Array(text.utf8), as: path, over: former)
      } else if let former {
        transaction.remove(path, hash: former)
      }
    }
    try JoinedPart.stage(joined, in: &transaction)
    try transaction.commit { false }
    return notes
  }

  /// An `id` in a translation is that of the page of which it began as a copy.
  private static func withoutIdentity(_ text: String) -> String {
    let parts = ContentParts(text)
    guard parts.entries.contains(where: { $0.key == "id" }) else { return text }
    return ContentParts.lines(head: parts.entries.filter { $0.key != "id" }, body: parts.body + parts.ending).joined(separator: "\n")
  }
}
