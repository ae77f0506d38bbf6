/// Where a page once stood, as front matter names it: an address, `/zh/old/` or `old/index.html`, or the id of a page that
/// this one has taken in, `questions/old`, which had an address in every language.
public enum FormerAddress: Sendable, Hashable {
  /// The folder's path from the root of the site, with a `/` at its end.
  case path(String)
  case page(DocumentID)

  /// The page that had the address; `nil` for one that is no page's.
  public var page: DocumentID? {
    switch self {
    case .page(let id): return id
    case .path(let path):
      let parts = path.split(separator: "/")
      guard parts.count == 3, LanguageTag(String(parts[0])) != nil else { return nil }
      return DocumentID.Section(rawValue: String(parts[1])).map { DocumentID(section: $0, slug: String(parts[2])) }
    }
  }

  /// `nil` where the text is empty, leaves the site, or holds what no address of a page has.
  public init?(_ text: String) {
    var parts = text.split(separator: "/").map(String.init)
    if parts.last == "index.html" { parts.removeLast() }
    let isPlain = parts.allSatisfy { part in
      !part.hasPrefix(".") && part.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F && !"\\:?#".unicodeScalars.contains($0) }
    }
    guard !parts.isEmpty, isPlain else { return nil }
    if parts.count == 2, let section = DocumentID.Section(rawValue: parts[0]) {
      let id = DocumentID(section: section, slug: parts[1])
      if id.description == text {
        self = .page(id)
        return
      }
    }
    self = .path(parts.joined(separator: "/") + "/")
  }
}
