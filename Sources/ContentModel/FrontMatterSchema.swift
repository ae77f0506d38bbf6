import Diagnostics

/// Which keys a document may have: one table for decoding, validation and documentation.
public struct FrontMatterSchema: Sendable {
  public enum Kind: String, Sendable {
    case text, list, date, status, address
    /// What `Document.translationHash` gives.
    case hash
    /// Slugs of `sources/` or web addresses.
    case sources
    /// Former addresses within the site.
    case redirects
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
    Key(name: "origins", kind: .list, meaning: "places the text was imported from, as source-slug#L14-L23"),
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
      keys: common + [Key(name: "aliases", kind: .list, meaning: "other phrasings of the question")]),
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
        Key(name: "year", kind: .text, meaning: "year of first publication"),
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

  /// Faults of shape: unknown keys, a list where a text belongs, dates that are none, addresses that could run script.
  func validate(_ frontMatter: FrontMatter, in file: SourceFile) -> [Diagnostic] {
    frontMatter.entries.flatMap { entry -> [Diagnostic] in
      let place = file.location(of: entry.key.range)
      guard let key = keys.first(where: { $0.name == entry.key.value }) else {
        let near = NearMiss.suggestion(for: entry.key.value, among: keys.map(\.name))
        return [
          Diagnostic(
            .error, rule: "unknown-key", "unknown key \"\(entry.key.value)\"", at: place,
            suggestion: near.map { "write \"\($0)\"" } ?? "use one of: \(keys.map(\.name).joined(separator: ", "))")
        ]
      }
      if case .list = entry.value, !key.kind.isList {
        return [
          Diagnostic(
            .error, rule: "wrong-type", "\"\(key.name)\" is a list where one text belongs", at: place,
            suggestion: "write it without brackets")
        ]
      }
      return frontMatter.list(key.name).compactMap { text in
        validate(text, as: key).map {
          Diagnostic(.error, rule: $0, $1, at: file.location(of: text.range), suggestion: $2)
        }
      }
    }
  }

  private func validate(_ text: FrontMatter.Text, as key: Key) -> (rule: String, summary: String, suggestion: String)? {
    switch key.kind {
    case .text, .list:
      guard !key.choices.isEmpty, !key.choices.contains(text.value) else { return nil }
      return (
        "unknown-value", "\"\(key.name)\" cannot be \"\(text.value)\"",
        NearMiss.suggestion(for: text.value, among: key.choices).map { "write \"\($0)\"" }
          ?? "use one of: \(key.choices.joined(separator: ", "))"
      )
    case .date:
      return CalendarDate(text.value) == nil
        ? ("not-a-date", "\"\(text.value)\" is not a date", "write it as 2026-11-21") : nil
    case .status:
      guard Document.Status(rawValue: text.value) == nil else { return nil }
      let names = Document.Status.allCases.map(\.rawValue)
      return (
        "unknown-status", "unknown status \"\(text.value)\"",
        NearMiss.suggestion(for: text.value, among: names).map { "write \"\($0)\"" }
          ?? "use one of: \(names.joined(separator: ", "))"
      )
    case .address:
      return Self.isWebAddress(text.value)
        ? nil : ("not-an-address", "\"\(text.value)\" is not a web address", "begin it with https://")
    case .sources:
      return !text.value.contains(":") || Self.isWebAddress(text.value)
        ? nil : ("not-an-address", "\"\(text.value)\" is neither a source nor a web address", "begin an address with https://")
    case .hash:
      return Document.isTranslationHash(text.value)
        ? nil : ("not-a-hash", "\"\(text.value)\" is no hash of a text", "let ciyuan status --mark write it")
    case .redirects:
      return FormerAddress(text.value) == nil
        ? ("not-a-path", "\"\(text.value)\" is no address within the site", "write it as /zh/terms/old-name/") : nil
    }
  }

  /// What an `href` may hold that content names: anything else could run script.
  private static func isWebAddress(_ text: String) -> Bool { text.hasPrefix("https://") || text.hasPrefix("http://") }
}

extension FrontMatterSchema.Kind {
  /// Whether several values may stand.
  public var isList: Bool {
    switch self {
    case .list, .sources, .redirects: true
    case .text, .date, .status, .address, .hash: false
    }
  }
}
