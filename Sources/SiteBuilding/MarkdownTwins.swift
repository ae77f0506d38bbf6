import ContentModel
internal import Diagnostics
internal import MarkdownTree

/// The Markdown of each page beside its HTML: `index.md`, for those who read without a browser.
enum MarkdownTwins {
  /// Of every page in its own language; of a page shown in the place of a translation there is none.
  static func make(_ model: SiteModel) -> [OutputFile] {
    model.corpus.documents.compactMap { document in
      guard document.status != .draft, document.id != RouteTable.homeID, let body = model.body(of: document) else { return nil }
      let permalink = model.routes.document(document.id, document.language)
      return OutputFile(path: permalink.path + "index.md") { [routes = model.routes] in
        Array(text(of: document, body: body, permalink: permalink, routes).utf8)
      }
    }
  }

  /// The text as it was written below its title, with links to pages of the site as links to their Markdown.
  static func text(of document: Document, body: RenderedBody, permalink: Permalink, _ routes: RouteTable) -> String {
    let bytes = document.file.bytes
    var result: [UInt8] = []
    var copied = document.body.lowerBound
    for link in body.links {
      guard case .document(let id, let anchor) = link.target,
        let place = place(of: link, in: bytes, from: copied, to: document.body.upperBound)
      else { continue }
      let file = routes.document(id, document.language).path + "index.md"
      let address = Array((permalink.relative(to: file) + (anchor.map { "#" + PageHead.encode($0) } ?? "")).utf8)
      result += bytes[copied..<place.range.lowerBound]
      if let label = place.label {
        result += "[".utf8 + label + "](".utf8 + address + ")".utf8
      } else {
        result += address
      }
      copied = place.range.upperBound
    }
    result += bytes[copied..<document.body.upperBound]
    let text = String(decoding: result, as: UTF8.self).replacing("{no-link}", with: "")
    return MarkdownWriter.heading(MarkdownWriter.escape(document.title), level: 1) + "\n\n" + text.drop { $0.isNewline }
  }

  /// A link's destination in the source, or the whole of a `[[name|label]]` with its label.
  private static func place(
    of link: RenderedBody.ResolvedLink, in bytes: [UInt8], from start: Int, to end: Int
  ) -> (range: Range<Int>, label: ArraySlice<UInt8>?)? {
    let wiki = Array("[[\(link.destination)".utf8), inline = Array("](\(link.destination)".utf8)
    let atWiki = range(of: wiki, in: bytes, from: start, to: end), atInline = range(of: inline, in: bytes, from: start, to: end)
    guard let found = [atWiki, atInline].compactMap({ $0 }).min(by: { $0.lowerBound < $1.lowerBound }) else { return nil }
    if found != atWiki { return (found.lowerBound + 2..<found.upperBound, nil) }
    guard let close = range(of: Array("]]".utf8), in: bytes, from: found.upperBound, to: end) else { return nil }
    let rest = bytes[found.upperBound..<close.lowerBound]
    let label = rest.first == UInt8(ascii: "|") ? rest.dropFirst() : rest.isEmpty ? bytes[found.lowerBound + 2..<found.upperBound] : nil
    return label.map { (found.lowerBound..<close.upperBound, $0) }
  }

  /// Where a pattern first stands. The standard library's search over collections is slow enough that for
  /// all links of ten thousand pages it was most of a build.
  private static func range(of pattern: [UInt8], in bytes: [UInt8], from start: Int, to end: Int) -> Range<Int>? {
    bytes.withUnsafeBufferPointer { bytes in
      pattern.withUnsafeBufferPointer { pattern in
        var index = start
        while index + pattern.count <= end {
          var count = 0
          while count < pattern.count, bytes[index + count] == pattern[count] { count += 1 }
          if count == pattern.count { return index..<index + count }
          index += 1
        }
        return nil
      }
    }
  }
}
