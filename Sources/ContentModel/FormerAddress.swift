/// An address that a page once had, as front matter names it: `/zh/old/` or `old/index.html`.
public struct FormerAddress: Sendable, Hashable {
  /// The folder's path from the root of the site, with a `/` at its end.
  public let path: String

  /// `nil` where the address is empty, leaves the site, or holds what no address of a page has.
  public init?(_ address: String) {
    var parts = address.split(separator: "/").map(String.init)
    if parts.last == "index.html" { parts.removeLast() }
    let isPlain = parts.allSatisfy { part in
      !part.hasPrefix(".") && part.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F && !"\\:?#".unicodeScalars.contains($0) }
    }
    guard !parts.isEmpty, isPlain else { return nil }
    path = parts.joined(separator: "/") + "/"
  }
}
