internal import HanText

extension Provenance {
  /// What the markup of a page says of its origin; what only its text says is left to the normalizer.
  init(of tree: HTMLTree, meta: PageMetadata, title: PageTitle, content: MainContent, source: [UInt8]) {
    let address = [
      meta.relation("canonical"), meta.property("og:url"), Self.savedAddress(in: source),
      meta.structured("url"), meta.structured("mainEntityOfPage"),
    ].compactMap { $0?.trimmingSpace() }.first { $0.hasPrefix("http://") || $0.hasPrefix("https://") }
    let byline = Byline(of: tree, title: title, content: content)
    let author =
      meta.structured("author") ?? meta.property("article:author", "og:article:author", "weibo:article:author")
      ?? byline.author ?? meta.property("author", "mediaid")
    let date =
      meta.property(
        "article:published_time", "og:article:published_time", "weibo:article:create_at", "pubdate",
        "publishdate", "datepublished", "og:release_date", "date") ?? meta.structured("datePublished")
      ?? meta.structured("pubDate")
    let licence = meta.relation("license") ?? meta.relation("licence") ?? meta.structured("license")
    self.init(
      author: author.flatMap { $0.hasPrefix("http") ? nil : $0 }, url: address,
      licence: licence.map { Licence.identifier(ofAddress: $0) ?? $0 },
      published: date.flatMap(CalendarDay.find) ?? byline.date, title: title.text,
      site: meta.property("og:site_name") ?? address.flatMap(Self.host))
  }

  /// Browsers and scrapers note the address in a comment before the page.
  private static func savedAddress(in source: [UInt8]) -> String? {
    let head = String(decoding: source.prefix(2048), as: UTF8.self)
    guard let open = head.firstBytes(of: "<!--"), let close = head.firstBytes(of: "-->"), open.upperBound < close.lowerBound,
      head[..<open.lowerBound].count < 300
    else { return nil }
    let comment = head[open.upperBound..<close.lowerBound]
    guard let start = comment.firstBytes(of: "http") else { return nil }
    let address = comment[start.lowerBound...].prefix { !$0.isWhitespace }
    return address.hasPrefix("http://") || address.hasPrefix("https://") ? String(address) : nil
  }

  static func host(_ address: String) -> String? {
    guard let scheme = address.firstBytes(of: "://") else { return nil }
    let host = address[scheme.upperBound...].prefix { !"/?#:".contains($0) }
    return host.isEmpty ? nil : String(host)
  }
}
