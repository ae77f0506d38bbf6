internal import ContentModel
internal import Diagnostics

/// Versions in another language that people wrote beside imported pages: where an import made such a page part of another one, they go
/// along, and they come back with it.
enum CarriedTranslations {
  /// Brings them to where their pages are now. What is to be done follows from the folder as the import leaves it. Linear in the files.
  ///
  /// - Returns: A note for each that goes along; `nil` where nothing is to be done.
  static func carryOut(
    in store: ContentStore, _ transaction: inout ContentTransaction, _ change: PageChange
  ) throws -> [Diagnostic]? {
    let imported = Set(store.records.values.compactMap { store.files[$0.id]?.document })
    let back = store.joined.filter { part in
      part.origin == .translation && imported.contains(DocumentID(section: .questions, slug: part.slug)) && store.file(at: part.path) == nil
    }
    let coming = store.records.values.sorted { $0.id < $1.id }.flatMap { record -> [(file: ContentFile, whole: DocumentID)] in
      guard record.section == .questions, let whole = store.files[record.id]?.document else { return [] }
      let pages = (record.redirects ?? []).map { DocumentID(section: .questions, slug: $0.slug) }
      return pages.filter { !imported.contains($0) }.flatMap(store.versions).map { ($0, whole) }
    }
    guard !back.isEmpty || !coming.isEmpty else { return nil }
    var files = JoinedFiles(store), notes: [Diagnostic] = []
    _ = try files.part(back)
    for (file, whole) in coming {
      guard let page = file.document, let language = file.language, let came = try files.text(file.path) else { continue }
      let path = "\(whole.section.rawValue)/\(whole.slug).\(language).md"
      let part = JoinedPart(page: page.description, path: file.path, text: came, origin: .translation, own: nil)
      try files.join(part, saying: came, to: path, language: language)
      files.remove(file.path)
      notes.append(change.carried(file.path, to: path))
    }
    try files.stage(in: &transaction)
    return notes
  }
}
