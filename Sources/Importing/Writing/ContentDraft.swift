package import ContentModel

/// A content file as an import would write it, before it meets what is there already.
package struct ContentDraft: Sendable, Hashable {
  /// Identity, kept in the file's front matter.
  package let id: String
  package let section: DocumentID.Section
  package let language: LanguageTag
  package let slug: String
  package let text: String
  /// Keys of the items that went into it.
  package let members: [String]
  /// Ids of the pages that it took in: their addresses lead here.
  package var redirects: [String] = []

  /// Path below the content folder.
  package var path: String { "\(section.rawValue)/\(slug).\(language).md" }
}
