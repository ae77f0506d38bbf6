internal import ContentModel
internal import Encodings
internal import MarkdownTree

/// Writes the HTML of a card's answer, and collects the images that it shows.
struct AnkiAnswer {
  let assets: [String: [UInt8]]
  private(set) var media: [String: [UInt8]] = [:]

  init(assets: [String: [UInt8]]) { self.assets = assets }

  /// The whole text of a page.
  mutating func html(of document: Document) -> String { html(of: MarkdownTree.parse(document.file, body: document.body).tree) }

  /// What a term means and is called in the other language.
  mutating func definition(of document: Document, in corpus: Corpus) -> String {
    let tree = MarkdownTree.parse(document.file, body: document.body).tree
    guard let first = tree.splitAfterFirstParagraph().first else { return "" }
    let others = corpus.versions(of: document.id).filter { $0.language != document.language }.map(\.title)
    let names = others + (others.isEmpty ? document.texts("translation").prefix(1) : []) + document.texts("abbreviation")
    let line = names.isEmpty ? "" : "<p>\(names.map(Self.escaped).joined(separator: " · "))</p>\n"
    return line + html(of: first)
  }

  private mutating func html(of tree: MarkdownTree) -> String {
    var tree = tree
    tree.rewriteLinks { link in
      guard link.isImage else {
        // Pages of the site are not on the card: their links would lead nowhere.
        let isWeb = link.destination.hasPrefix("https://") || link.destination.hasPrefix("http://")
        return isWeb ? .keep : .unwrap
      }
      guard let path = link.destination.firstRange(of: "assets/").map({ String(link.destination[$0.upperBound...]) }),
        let bytes = assets[PercentEncoding.decodeLeniently(path)]
      else { return .unwrap }
      // Media have no folders; the fingerprint keeps images of one name apart, and an image that changes from its former.
      let name = "ciyuan-\(Fingerprint(bytes).hexadecimal)-\(path.split(separator: "/").last ?? "image")"
      media[name] = bytes
      return .replace(LinkTarget(url: name))
    }
    let bytes = tree.html(renderMath: { tex, isDisplay in
      Array((isDisplay ? "\\[\(Self.escaped(tex))\\]" : "\\(\(Self.escaped(tex))\\)").utf8)
    })
    return String(decoding: bytes, as: UTF8.self).trimming { $0.isNewline }
  }

  static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.appendEscaped(text)
    return String(decoding: bytes, as: UTF8.self)
  }
}
