import ContentModel
import Diagnostics
internal import Encodings

/// Finds what a link in a content file means. Writers may name a page by its id (`terms/lora`), its file
/// (`../terms/lora.zh.md`) or its address (`/zh/terms/lora/`).
struct LinkResolver: Sendable, Equatable {
  enum Target: Sendable, Hashable {
    /// A page of the site, with an anchor.
    case document(DocumentID, anchor: String?)
    /// A page that states under `redirects` to stand for the one that is named, which is there no longer.
    case successor(DocumentID, anchor: String?)
    /// A list such as `/zh/terms/`.
    case list(DocumentID.Section)
    /// A heading of the page itself.
    case ownAnchor(String)
    /// A file of `Content/assets/`, by its path there.
    case asset(String)
    /// An address outside the site.
    case external
    /// A page whose file has a fault, which is told there.
    case unreadable
    /// Nothing: with the name that was probably meant.
    case dead(nearest: String?)

    /// The page to which it leads.
    var page: DocumentID? {
      switch self {
      case .document(let id, _), .successor(let id, _): id
      default: nil
      }
    }
  }

  /// The site's pages; of their contents a link knows nothing.
  private let ids: Set<DocumentID>
  private let unreadable: Set<DocumentID>
  private let slugs: [DocumentID.Section: [String]]
  private let successors: [DocumentID: DocumentID]
  /// Paths of the files below `Content/assets/`.
  let assets: Set<String>
  let languages: [LanguageTag]

  init(corpus: Corpus, assets: Set<String>, languages: [LanguageTag]) {
    (ids, unreadable, self.assets, self.languages) = (Set(corpus.ids), corpus.unreadable, assets, languages)
    slugs = Dictionary(grouping: corpus.ids, by: \.section).mapValues { $0.map(\.slug) }
    successors = corpus.successors
  }

  func resolve(_ destination: String, from origin: DocumentID) -> Target {
    if destination.isEmpty { return .dead(nearest: nil) }
    if destination.hasPrefix("#") { return .ownAnchor(PercentEncoding.decodeLeniently(String(destination.dropFirst()))) }
    if destination.hasPrefix("//") || Self.hasScheme(destination) { return .external }
    var path = Substring(destination)
    var anchor: String?
    if let hash = path.firstIndex(of: "#") {
      anchor = PercentEncoding.decodeLeniently(String(path[path.index(after: hash)...]))
      path = path[..<hash]
    }
    if let query = path.firstIndex(of: "?") { path = path[..<query] }
    let isRelative = !path.hasPrefix("/")
    var parts = PercentEncoding.decodeLeniently(String(path)).split(separator: "/").map(String.init).filter { $0 != "." && $0 != ".." }
    if parts.last == "index.html" { parts.removeLast() }
    if parts.first == "Content" { parts.removeFirst() }
    if let first = parts.first, parts.count > 1, languages.contains(where: { $0.rawValue == first }) { parts.removeFirst() }
    if parts.first == "assets" {
      let asset = parts.dropFirst().joined(separator: "/")
      return assets.contains(asset) ? .asset(asset) : .dead(nearest: NearMiss.suggestion(for: asset, among: assets))
    }
    guard let last = parts.last else { return .dead(nearest: nil) }
    let slug = withoutSuffixes(last)
    if parts.count == 1, let section = DocumentID.Section(rawValue: slug), !isRelative || destination.hasSuffix("/") {
      return .list(section)
    }
    let section = parts.count >= 2 ? DocumentID.Section(rawValue: parts[parts.count - 2]) : origin.section
    guard let section else { return .dead(nearest: nil) }
    let id = DocumentID(section: section, slug: slug)
    return target(id, anchor: anchor) ?? .dead(nearest: nearest(to: id))
  }

  /// What an id means as front matter names it: `terms/lora`, or `lora` for a page of the default section. `nil`: nothing.
  func target(named name: String, in section: DocumentID.Section) -> Target? {
    named(name, in: section).flatMap { target($0, anchor: nil) }
  }

  private func target(_ id: DocumentID, anchor: String?) -> Target? {
    if ids.contains(id) { return .document(id, anchor: anchor) }
    if unreadable.contains(id) { return .unreadable }
    return successors[id].map { .successor($0, anchor: anchor) }
  }

  private func named(_ name: String, in section: DocumentID.Section) -> DocumentID? {
    let parts = name.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
    return switch parts.count {
    case 1: DocumentID(section: section, slug: withoutSuffixes(parts[0]))
    case 2: DocumentID.Section(rawValue: parts[0]).map { DocumentID(section: $0, slug: withoutSuffixes(parts[1])) }
    default: nil
    }
  }

  /// The id that was probably meant, as a writer would write it.
  func nearest(to id: DocumentID) -> String? {
    NearMiss.suggestion(for: id.slug, among: slugs[id.section] ?? []).map { "\(id.section.rawValue)/\($0)" }
  }

  private func withoutSuffixes(_ name: String) -> String {
    guard name.hasSuffix(".md") || name.hasSuffix(".html") else { return name }
    var parts = name.split(separator: ".")
    parts.removeLast()
    if parts.count > 1, let last = parts.last, languages.contains(where: { $0.rawValue == last }) { parts.removeLast() }
    return parts.joined(separator: ".")
  }

  /// RFC 3986: a letter, then letters, digits, `+`, `-`, `.`, then a colon.
  private static func hasScheme(_ text: String) -> Bool {
    guard let colon = text.utf8.firstIndex(of: 0x3A), colon != text.utf8.startIndex else { return false }
    return text.utf8[..<colon].allSatisfy {
      (0x61...0x7A).contains($0) || (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) || "+-.".utf8.contains($0)
    }
  }
}
