package import Diagnostics

/// A kind of scraped file and how its lines are read.
package struct SourceAdapter: Sendable {
  package let id: String
  /// By the name's extension and the first bytes of the decoded text.
  let accepts: @Sendable (_ fileExtension: String, _ text: [UInt8]) -> Bool
  let read: @Sendable (_ path: String, _ text: [UInt8]) throws(UnreadableDocument) -> ScrapedDocument

  /// The first that accepts a file reads it; plain text accepts all.
  package static let all: [SourceAdapter] = [.html, .markdown, .text]

  static let html = SourceAdapter(
    id: "html",
    accepts: { name, text in
      if ["html", "htm", "xhtml", "shtml"].contains(name) { return true }
      guard !["txt", "md", "markdown"].contains(name) else { return false }
      let head = text.prefix(1_024).map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
      return ["<!doctype html", "<html"].contains { head.firstRange(of: Array($0.utf8)) != nil }
    },
    read: { path, text throws(UnreadableDocument) in try ScrapedDocument(path: path, html: text) })

  static let markdown = SourceAdapter(
    id: "markdown", accepts: { name, _ in name == "md" || name == "markdown" },
    read: { path, text in ScrapedDocument(path: path, markdown: text) })

  static let text = SourceAdapter(
    id: "text", accepts: { _, _ in true },
    read: { path, text in ScrapedDocument(path: path, text: String(decoding: text, as: UTF8.self)) })
}

extension ScrapedDocument {
  /// Reads a scraped file of any kind and encoding; the diagnostics tell what was repaired.
  package static func read(
    path: String, bytes: [UInt8]
  ) throws(UnreadableDocument) -> (document: ScrapedDocument, diagnostics: [Diagnostic]) {
    let text = try DecodedText.decode(bytes, path: path)
    let name = path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...]
    let fileExtension = name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
    for adapter in SourceAdapter.all where adapter.accepts(fileExtension, text.bytes) {
      return (try adapter.read(path, text.bytes), text.diagnostics)
    }
    preconditionFailure("plain text accepts all")
  }
}
