internal import ContentModel

/// The words of TBX-Basic (ISO 30042:2019, and the dialect's definition at tbxinfo.net) and what they are in a page.
enum TBXVocabulary {
  static let namespace = "urn:iso:std:iso:30042:ed-2"

  /// How a key's names are marked: status, and type of term where it has one.
  static let names: [(key: String, status: String, type: String?)] = [
    ("title", "preferredTerm-admn-sts", nil),
    ("abbreviation", "admittedTerm-admn-sts", "abbreviation"),
    ("full-form", "admittedTerm-admn-sts", "fullForm"),
    ("admitted", "admittedTerm-admn-sts", nil),
    ("deprecated", "deprecatedTerm-admn-sts", nil),
  ]

  /// Types of terms that a page tells apart, or that say nothing beside the status.
  static let typesOfTerms: Set = ["abbreviation", "acronym", "shortForm", "fullForm", "variant", "entryTerm", "synonym"]

  /// The key that a term of this status and type belongs to; `nil` status for a term without one.
  static func key(status: String?, type: String?) -> String {
    if status == "deprecatedTerm-admn-sts" || status == "supersededTerm-admn-sts" { return "deprecated" }
    if type == "abbreviation" || type == "acronym" || type == "shortForm" { return "abbreviation" }
    if status == "preferredTerm-admn-sts" { return "title" }
    return type == "fullForm" ? "full-form" : "admitted"
  }

  static let transactions = [(key: "date", type: "origination"), (key: "updated", type: "modification")]
  /// Keys that name other concepts.
  static let relations = ["broader", "related", "see"]

  /// What has no data category of its own stands in a note, as `tags: attention`.
  static func note(_ key: String, _ value: String) -> String { "\(key): \(value)" }

  /// The key and value of a note; `nil` for one that people wrote.
  static func value(ofNote text: String) -> (key: String, value: String)? {
    guard let colon = text.firstRange(of: ": ") else { return nil }
    let key = String(text[..<colon.lowerBound])
    guard ExchangeKey.all.contains(key) || key == TermTable.revisionKey else { return nil }
    return (key, String(text[colon.upperBound...]))
  }

  /// A concept's `id`, an XML name: slugs that begin as none may get a `_`.
  static func id(ofSlug slug: String) -> String {
    let first = slug.utf8.first ?? 0
    return (0x61...0x7A).contains(first | 0x20) ? slug : "_" + slug
  }

  static func slug(ofID id: String) -> String { id.hasPrefix("_") ? String(id.dropFirst()) : id }

  /// Whether an id of another program is a name and no number (`c12`): more letters than digits, and two at least.
  static func isTelling(_ id: String) -> Bool {
    let letters = id.utf8.count { (0x61...0x7A).contains($0 | 0x20) }
    return letters >= 2 && letters > id.utf8.count { (0x30...0x39).contains($0) }
  }
}
