internal import ContentModel

/// What the last import wrote as one content file: the base of the next merge.
///
/// Of a picture, whose id is its path, only the hash is remembered: pictures are not merged.
struct ContentRecord: Sendable, Hashable, Codable {
  let id: String
  /// Path below the content folder, as the import chose it.
  let path: String
  var hash: String
  /// Keys of the items in it (``ImportedSource/key(of:)``), in the order of their answers; names for terms.
  let members: [String]
  /// The pages that it took in, sorted; `nil` for none.
  let redirects: [TakenInPage]?
  /// Of a question: others that people made one with it (``QuestionDrafting/others``); `nil` for none.
  var others: [[String]]?
  /// The id of the page that this one was part of; `nil` for none. Where both become one again, that one stays.
  var left: String?
  /// Whether a person gave the file another name than the import: it stays in the language that this says. `nil` for no.
  var isRenamed: Bool?
  /// Where its text stands in the file of base texts, in bytes.
  let offset: Int
  let length: Int

  var document: DocumentID? { try? Document.FileName.parse(path).get().id }

  /// The members that no page was made of which this one took in; all where there are no others.
  var ownMembers: [String] {
    let taken = Set((redirects ?? []).flatMap(\.members)), own = members.filter { !taken.contains($0) }
    return own.isEmpty ? members : own
  }

  var section: DocumentID.Section? {
    path.split(separator: "/").first.flatMap { DocumentID.Section(rawValue: String($0)) }
  }
}

/// A content file as it lies in the folder.
struct ContentFile: Sendable, Hashable {
  /// Path below the content folder.
  let path: String
  /// The `id` of its front matter, where an import gave it one.
  let id: String?
  let hash: String
  /// All names a term's file gives it, squashed; empty for other sections.
  let names: [String]
  /// Title and aliases of a question's file, squashed.
  let phrasings: [String]
  /// Former addresses that a question's file states.
  let redirects: [String]
  /// Questions that a question's file names as related.
  let related: [String]
  let hasConflict: Bool

  /// `nil` where the file lies or is called as no page of a site can be.
  var document: DocumentID? { try? Document.FileName.parse(path).get().id }

  var language: LanguageTag? { try? Document.FileName.parse(path).get().language }
}
