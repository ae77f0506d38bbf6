/// What an import found in one document, in the form that later imports read again: with it, questions of documents
/// that are not imported this time still meet those that are.
package struct ImportedSource: Sendable, Hashable, Codable {
  /// Identity: survives a new name, address or text of the document.
  package var id: String
  /// Name of its file in `Content/sources/`.
  package var slug: String
  /// Name of the document: where it lies, seen from the site's folder (``DocumentPlaces``).
  package var document: String
  /// Names that it had before it was moved; `nil` for none.
  package var former: [String]?
  package var hash: String
  package var title: String
  package var author: String?
  package var url: String?
  package var licence: String?
  package var published: String?
  package var language: String
  package var items: [Item]
  /// What is kept of the page besides the items, a block of Markdown each; `nil` where nothing of the page is kept at all.
  package var rest: [String]?
  package var terms: [Term]
  package var images: [Image]
  /// Id of the source of which this one is a copy, or nearly so.
  package var copyOf: String?

  package struct Item: Sendable, Hashable, Codable {
    package var title: String
    package var kind: String
    package var first: Int
    package var last: Int
    package var isAnswered: Bool
    /// The answer, a block of Markdown each.
    package var blocks: [String]
  }

  package struct Term: Sendable, Hashable, Codable {
    package var chinese: String?
    package var english: String?
    package var abbreviation: String?
    package var aliases: [String]
    package var definition: String?
    package var line: Int
    package var definitionLine: Int?
    /// How the page uses a term that it does not define (``TermUse``); `nil` where it does.
    package var use: TermUse?
  }

  package struct Image: Sendable, Hashable, Codable {
    package var address: String
    package var alternative: String
    package var line: Int
  }

  /// Nothing of it is kept: it has no page.
  var isEmpty: Bool { items.isEmpty && terms.isEmpty && rest == nil }

  /// Names an item among all of the content: its source and what it asks, so that shifted lines change nothing.
  package func key(of item: Item) -> String { id + "#" + ContentHash.of(ComparableText.squash(item.title)) }

  /// Where an item stands, as people read it: `source-slug#L14-L23`.
  package func origin(of item: Item) -> String {
    "\(slug)#L\(item.first)" + (item.last > item.first ? "-L\(item.last)" : "")
  }
}
