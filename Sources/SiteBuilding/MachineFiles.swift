import ContentModel
internal import Encodings

/// What crawlers and feed readers fetch: sitemap, feeds, robots.txt.
struct MachineFiles {
  /// A page that search engines may list, with its versions in other languages.
  struct Entry {
    let permalink: Permalink
    let lastChange: CalendarDate?
    /// All versions, the page's own among them; one where there is no translation.
    let versions: [(language: LanguageTag, permalink: Permalink)]
  }

  /// A page that the feed announces.
  struct FeedEntry {
    let title: String
    let permalink: Permalink
    let date: CalendarDate
    let summary: String
  }

  /// The address of the site with `/` at its end; the feed and the sitemap need one.
  let baseURL: String
  let defaultLanguage: LanguageTag

  /// https://www.sitemaps.org/protocol.html with hreflang alternates.
  func sitemap(_ entries: [Entry]) -> [UInt8] {
    var xml = """
      <?xml version="1.0" encoding="UTF-8"?>
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">

      """
    for entry in entries.sorted(by: { $0.permalink < $1.permalink }) {
      xml += "<url><loc>\(XML.escape(baseURL + entry.permalink.path))</loc>"
      if let date = entry.lastChange { xml += "<lastmod>\(date)</lastmod>" }
      if entry.versions.count > 1 {
        for (language, permalink) in entry.versions {
          xml += "<xhtml:link rel=\"alternate\" hreflang=\"\(language)\" href=\"\(XML.escape(baseURL + permalink.path))\"/>"
        }
        if let preferred = entry.versions.first(where: { $0.language == defaultLanguage }) {
          xml += "<xhtml:link rel=\"alternate\" hreflang=\"x-default\" href=\"\(XML.escape(baseURL + preferred.permalink.path))\"/>"
        }
      }
      xml += "</url>\n"
    }
    return Array((xml + "</urlset>\n").utf8)
  }

  /// An Atom feed (RFC 4287) of the pages changed last; its own date is that of its newest entry, so that a build
  /// without changes gives the same bytes.
  func feed(
    _ entries: [FeedEntry], language: LanguageTag, title: String, author: String, path: String, home: Permalink, limit: Int = 50
  ) -> [UInt8] {
    let newest = entries.sorted { ($1.date, $0.permalink) < ($0.date, $1.permalink) }.prefix(limit)
    let home = XML.escape(baseURL + home.path)
    var xml = """
      <?xml version="1.0" encoding="UTF-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(language)">
      <title>\(XML.escape(title))</title>
      <id>\(home)</id>
      <link rel="alternate" type="text/html" href="\(home)"/>
      <link rel="self" type="application/atom+xml" href="\(XML.escape(baseURL + path))"/>
      <updated>\(newest.first.map { "\($0.date)" } ?? "1970-01-01")T00:00:00Z</updated>
      <author><name>\(XML.escape(author.isEmpty ? title : author))</name></author>

      """
    for entry in newest {
      let address = XML.escape(baseURL + entry.permalink.path)
      xml += """
        <entry>
        <title>\(XML.escape(entry.title))</title>
        <id>\(address)</id>
        <link rel="alternate" type="text/html" href="\(address)"/>
        <updated>\(entry.date)T00:00:00Z</updated>
        <summary>\(XML.escape(entry.summary))</summary>
        </entry>

        """
    }
    return Array((xml + "</feed>\n").utf8)
  }

  /// The same pages as a JSON Feed (https://www.jsonfeed.org/version/1.1/).
  func jsonFeed(
    _ entries: [FeedEntry], language: LanguageTag, title: String, author: String, path: String, home: Permalink, limit: Int = 50
  ) -> [UInt8] {
    let newest = entries.sorted { ($1.date, $0.permalink) < ($0.date, $1.permalink) }.prefix(limit)
    let items = newest.map { entry -> JSONValue in
      let address = JSONValue.text(baseURL + entry.permalink.path)
      return .record([
        "id": address, "url": address, "title": .text(entry.title), "content_text": .text(entry.summary),
        "date_modified": .text("\(entry.date)T00:00:00Z"),
      ])
    }
    let feed = JSONValue.record([
      "version": "https://jsonfeed.org/version/1.1", "title": .text(title), "home_page_url": .text(baseURL + home.path),
      "feed_url": .text(baseURL + path), "language": .text(language.rawValue),
      "authors": .list([.record(["name": .text(author.isEmpty ? title : author)])]), "items": .list(items),
    ])
    return feed.bytes
  }

  func robots() -> OutputFile {
    OutputFile(path: "robots.txt", text: "User-agent: *\nAllow: /\n\nSitemap: \(baseURL)sitemap.xml\n")
  }
}
