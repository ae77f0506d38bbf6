/// Names of fields that exports and pages put on lines of their own or before a colon, as keys.
struct FieldNames: Sendable {
  enum Origin: String, Sendable, CaseIterable {
    case author, url, licence, site, published
  }

  let export: Set<String>
  /// What stands before the tags of an article.
  let tags: Set<String>
  /// What a page calls an advertisement.
  let sponsored: Set<String>
  private let origins: [String: Origin]

  init(_ lists: [String: [String]]) {
    export = Set(lists["export"] ?? [])
    tags = Set(lists["tags"] ?? [])
    sponsored = Set(lists["sponsored"] ?? [])
    var origins: [String: Origin] = [:]
    for origin in Origin.allCases {
      for name in lists[origin.rawValue] ?? [] where origins[name] == nil { origins[name] = origin }
    }
    self.origins = origins
  }

  /// What a field of this name says of a page's origin.
  func origin(named key: String) -> Origin? { origins[key] }
}
