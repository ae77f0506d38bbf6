package import ContentModel
internal import MarkdownTree

/// A content file as an import would write it, before it meets what is there already.
package struct ContentDraft: Sendable, Hashable {
  /// Identity, kept in the file's front matter.
  package let id: String
  package let section: DocumentID.Section
  package let language: LanguageTag
  package let slug: String
  package let text: String
  /// Of the text; worked out with the draft, on all cores.
  let hash: String
  /// Why a build would not read the text, in words; `nil`: it will.
  let excess: String?
  /// Keys of the items that went into it, of a question in the order of its answers.
  package let members: [String]
  /// Of a question: others that people made one with it (``QuestionDrafting/others``).
  let others: [[String]]
  /// The pages that it took in: their addresses lead here.
  let redirects: [TakenInPage]
  /// The id of the page that this one was part of.
  var left: String?
  /// With what people made of its answers, on this page or where they stood before.
  var carried: Carried?

  struct Carried: Hashable {
    let text: String
    /// Ids of those pages.
    let pages: [String]
    /// Places of the body that people and the import changed, each marked.
    let conflicts: Int
    /// What had come into the front matter with pages that leave now.
    let gone: [HeadEdits]
    /// What a person had edited and is on no page now, each in words.
    let behind: [String]
  }

  /// As it is written where nothing stands yet, or what stands is to go.
  var written: String { carried?.text ?? text }

  init(
    id: String, section: DocumentID.Section, language: LanguageTag, slug: String, text: String, members: [String],
    others: [[String]] = [], redirects: [TakenInPage] = []
  ) {
    self.id = id
    self.section = section
    self.language = language
    self.slug = slug
    self.text = text
    hash = ContentHash.of(text)
    excess = MarkdownBounds.excess(in: text)
    self.members = members
    self.others = others
    self.redirects = redirects
  }

  /// Path below the content folder.
  package var path: String { "\(section.rawValue)/\(slug).\(language).md" }
}
