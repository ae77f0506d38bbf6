import ContentModel
internal import Diagnostics
internal import MarkdownTree

/// The Markdown of each page beside its HTML: `index.md`, for those who read without a browser.
enum MarkdownTwins {
  /// Of every page in its own language; of a page shown in the place of a translation there is none.
  static func make(_ model: SiteModel) -> [OutputFile] {
    model.corpus.documents.compactMap { document in
      guard document.status != .draft, document.id != RouteTable.homeID else { return nil }
      return OutputFile(path: path(of: document, model.routes)) { [routes = model.routes, bodies = model.bodies] in
        guard let body = bodies[document] else { return [] }
        return text(of: document, body: body, permalink: routes.document(document.id, document.language), routes)
      }
    }
  }

  static func path(of document: Document, _ routes: RouteTable) -> String {
    routes.document(document.id, document.language).path + "index.md"
  }

  /// The text as it was written below its title, with links to pages of the site as links to their Markdown, and to its files where they stand. O(bytes).
  static func text(of document: Document, body: RenderedBody, permalink: Permalink, _ routes: RouteTable) -> [UInt8] {
    let heading = MarkdownWriter.heading(MarkdownWriter.escape(document.title), level: 1) + "\n\n"
    var result = Array(heading.utf8)
    result.reserveCapacity(result.count + document.body.count + document.body.count / 8)
    document.file.bytes.withUnsafeBufferPointer { bytes in
      let end = document.body.upperBound
      var copied = document.body.lowerBound
      while copied < end, (0x0A...0x0D).contains(bytes[copied]) { copied += 1 }
      for link in body.links {
        guard let address = address(of: link.target, from: permalink, document.language, routes),
          let place = place(of: link, in: bytes[copied..<end])
        else { continue }
        append(bytes[copied..<place.range.lowerBound], to: &result)
        if let label = place.label {
          result.append(UInt8(ascii: "["))
          append(bytes[label], to: &result)
          result += "](".utf8
          result += address.utf8
          result.append(UInt8(ascii: ")"))
        } else {
          result += address.utf8
        }
        copied = place.range.upperBound
      }
      append(bytes[copied..<end], to: &result)
    }
    return result
  }

  /// The Markdown of a page, or a file of the site; `nil` for addresses that stay as they are.
  private static func address(
    of target: LinkResolver.Target, from permalink: Permalink, _ language: LanguageTag, _ routes: RouteTable
  ) -> String? {
    switch target {
    case .document(let id, let anchor), .successor(let id, let anchor):
      permalink.relative(to: routes.document(id, language).path + "index.md") + (anchor.map { "#" + PageHead.encode($0) } ?? "")
    case .asset(let path): permalink.relative(to: "files/" + PageHead.encode(path))
    default: nil
    }
  }

  /// Copies text without the marks that refuse links.
  private static func append(_ text: Slice<UnsafeBufferPointer<UInt8>>, to result: inout [UInt8]) {
    var copied = text.startIndex, index = text.startIndex
    while index < text.endIndex {
      if text[index] == UInt8(ascii: "{"), begins("{no-link}", at: index, in: text) {
        result += UnsafeBufferPointer(rebasing: text[copied..<index])
        index += "{no-link}".utf8.count
        copied = index
      } else {
        index += 1
      }
    }
    result += UnsafeBufferPointer(rebasing: text[copied...])
  }

  /// A link's destination in the source, or the whole of a `[[name|label]]` with its label: the first that stands there.
  private static func place(
    of link: RenderedBody.ResolvedLink, in bytes: Slice<UnsafeBufferPointer<UInt8>>
  ) -> (range: Range<Int>, label: Range<Int>?)? {
    for index in bytes.indices.dropLast() {
      switch (bytes[index], bytes[index + 1]) {
      case (UInt8(ascii: "]"), UInt8(ascii: "(")) where begins(link.destination, at: index + 2, in: bytes):
        return (index + 2..<index + 2 + link.destination.utf8.count, nil)
      case (UInt8(ascii: "["), UInt8(ascii: "[")) where begins(link.destination, at: index + 2, in: bytes):
        let nameEnd = index + 2 + link.destination.utf8.count
        guard let close = (nameEnd..<bytes.endIndex).first(where: { begins("]]", at: $0, in: bytes) }) else { return nil }
        if nameEnd == close { return (index..<close + 2, index + 2..<nameEnd) }
        return bytes[nameEnd] == UInt8(ascii: "|") ? (index..<close + 2, nameEnd + 1..<close) : nil
      default: continue
      }
    }
    return nil
  }

  private static func begins(_ text: String, at index: Int, in bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    bytes[index...].starts(with: text.utf8)
  }
}
