import Diagnostics

/// Which keys a document may have: one table for decoding, validation and documentation.
public struct FrontMatterSchema: Sendable {
  public enum Kind: String, Sendable {
    case text, list, date, status, address, year
    /// What `Document.translationHash` gives.
    case hash
    /// Slugs of `sources/` or web addresses.
    case sources
    /// Former addresses within the site.
    case redirects
    /// Lines of sources: `slug#L14-L23`.
    case origins
  }

  public struct Key: Sendable {
    public let name: String
    public let kind: Kind
    /// What it is for, in a sentence without a period.
    public let meaning: String
    /// The values that a text may have; empty where it is free.
    public var choices: [String] = []
  }

  public let keys: [Key]

  static let common: [Key] = [
    Key(name: "title", kind: .text, meaning: "heading of the page; of a term, its preferred name in the file's language"),
    Key(name: "id", kind: .text, meaning: "identity that an import gave the file; survives a renaming"),
    Key(name: "tags", kind: .list, meaning: "tags, as ids of tags.yml"),
    Key(name: "summary", kind: .text, meaning: "one sentence for lists and search engines; else the first paragraph"),
    Key(name: "status", kind: .status, meaning: "published, proposed, draft or stub"),
    Key(name: "date", kind: .date, meaning: "day of writing, YYYY-MM-DD"),
    Key(name: "updated", kind: .date, meaning: "day of the last change of substance, YYYY-MM-DD"),
    Key(name: "sources", kind: .sources, meaning: "slugs of sources/ or full addresses"),
    Key(name: "origins", kind: .origins, meaning: "places the text was imported from, as source-slug#L14-L23"),
    Key(name: "related", kind: .list, meaning: "ids such as questions/what-is-lora, or slugs of the same section"),
    Key(name: "no-link", kind: .list, meaning: "slugs of concepts whose names mean something else on this page: never linked here"),
    Key(
      name: "redirects", kind: .redirects,
      meaning: "former addresses of the page, relative to the site; ids of pages that it took in, as questions/old"),
    Key(name: "allow", kind: .list, meaning: "rules of ciyuan check that do not hold on this page, as orphan-concept"),
    Key(name: "translated-from", kind: .hash, meaning: "hash of the text that this file translates; ciyuan status --mark writes it"),
  ]

  static let bySection: [DocumentID.Section: FrontMatterSchema] = [
    .questions: FrontMatterSchema(
      keys: common + [
        Key(name: "aliases", kind: .list, meaning: "other phrasings of the question"),
        Key(name: "merged", kind: .text, meaning: "why an import made one page of several sources' questions, in words"),
      ]),
    .terms: FrontMatterSchema(
      keys: common + [
        Key(name: "admitted", kind: .list, meaning: "further names in the file's language"),
        Key(name: "deprecated", kind: .list, meaning: "names to avoid in the file's language: found and linked, never proposed"),
        Key(name: "abbreviation", kind: .list, meaning: "short forms"),
        Key(name: "aliases", kind: .list, meaning: "words by which people look for the concept: found by search, never linked"),
        Key(name: "translation", kind: .list, meaning: "names in the other language while it has no file"),
        Key(name: "full-form", kind: .text, meaning: "what the abbreviation stands for"),
        Key(name: "field", kind: .text, meaning: "subject field, one of the tags"),
        Key(name: "broader", kind: .list, meaning: "slugs of wider concepts"),
        Key(name: "see", kind: .list, meaning: "slugs of concepts to see as well"),
        Key(name: "year", kind: .year, meaning: "year of first publication, YYYY"),
        Key(name: "publication", kind: .text, meaning: "title of the first publication"),
        Key(name: "authors", kind: .text, meaning: "authors of the first publication"),
        Key(name: "reference", kind: .address, meaning: "address of the first publication"),
      ]),
    .sources: FrontMatterSchema(
      keys: common + [
        Key(name: "author", kind: .text, meaning: "who wrote it"),
        Key(name: "url", kind: .address, meaning: "where it is published"),
        Key(name: "licence", kind: .text, meaning: "licence as an SPDX identifier or in words"),
        Key(name: "published", kind: .text, meaning: "when it was published"),
        Key(name: "retrieved", kind: .text, meaning: "when it was fetched"),
        Key(name: "hash", kind: .text, meaning: "hash of the imported document"),
        Key(name: "copy-of", kind: .text, meaning: "slug of the source whose text this one repeats; it does not count as a further source"),
      ]),
    .pages: FrontMatterSchema(
      keys: common + [
        Key(
          name: "layout", kind: .text, meaning: "path where the ordered lists below a heading are pages to read in order, else page",
          choices: ["page", "path"]),
        Key(
          name: "menu", kind: .text, meaning: "where the page is listed: main (the bar), foot, or none", choices: ["main", "foot", "none"]),
      ]),
  ]

  public static func of(_ section: DocumentID.Section) -> FrontMatterSchema { bySection[section]! }
}

extension FrontMatterSchema.Kind {
  /// Whether several values may stand.
  public var isList: Bool {
    switch self {
    case .list, .sources, .redirects, .origins: true
    case .text, .date, .status, .address, .year, .hash: false
    }
  }
}
