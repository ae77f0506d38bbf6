public import ContentModel

/// A concept as exchange formats carry it: what its pages state, language by language, free of how the files write it.
public struct ExchangedConcept: Sendable, Hashable {
  /// The concept's slug in `terms/`.
  public let slug: String
  public var pages: [LanguageTag: ExchangedPage]

  public init(slug: String, pages: [LanguageTag: ExchangedPage]) {
    self.slug = slug
    self.pages = pages
  }

  public var languages: [LanguageTag] { pages.keys.sorted() }

  /// The values of a key where all pages state the same; `nil` where they differ.
  func shared(_ key: String) -> [String]? {
    guard let first = pages.values.first?[key] else { return nil }
    return pages.values.allSatisfy { $0[key] == first } ? first : nil
  }
}

/// What one page of a concept states: texts by key. Definition and explanation, the two parts of its body, are keys too.
public struct ExchangedPage: Sendable, Hashable {
  /// Keys without a value are absent.
  private(set) public var values: [String: [String]] = [:]
  /// Fingerprint of what the page stated when it was exported, where an imported file says so.
  public var revision: String?

  public init() {}

  public subscript(key: String) -> [String] {
    get { values[key] ?? [] }
    set { values[key] = newValue.isEmpty ? nil : newValue }
  }

  /// Whether nothing is stated but a preferred and admitted names.
  var holdsOnlyNames: Bool { values.keys.allSatisfy { $0 == "title" || $0 == "admitted" } }
}
