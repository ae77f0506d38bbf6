import Foundation
import Testing

@testable import Importing

/// What holds for pages as they are found, where some stand beside the repository.
@Suite(.enabled(if: GoldStandard.folder != nil, "no scraped pages beside the repository"))
struct ScrapedPageTests {
  static func pages() throws -> [ScrapedDocument] {
    let folder = try #require(GoldStandard.folder).appending(path: "scrapes")
    let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)).compactMap { $0 as? URL }
    return try files.sorted { $0.path < $1.path }.filter { ["txt", "html"].contains($0.pathExtension) }.map { file in
      let bytes = [UInt8](try Data(contentsOf: file))
      return file.pathExtension == "html"
        ? try ScrapedDocument(path: file.lastPathComponent, html: bytes)
        : ScrapedDocument(path: file.lastPathComponent, text: String(decoding: bytes, as: UTF8.self))
    }
  }

  /// A page that is stripped whole was misjudged.
  @Test func keepsMostOfEachPagesProse() async throws {
    for page in await normalize(try Self.pages()) {
      #expect(page.verdicts.contains { $0.action == .keep }, "\(page.document.path)")
      #expect(!page.items.isEmpty, "\(page.document.path)")
    }
  }

  /// What is kept of a page, as text, is a page of which all is kept.
  @Test func changesNothingTheSecondTime() async throws {
    let first = await normalize(try Self.pages())
    let kept = first.map { page in
      let lines = zip(page.document.lines, page.verdicts).filter { line, verdict in
        // The reader's own word for an image without text is a placeholder in a text.
        if case .image = line.hint?.role { return false }
        return verdict.action == .keep || verdict.action == .blank
      }
      return ScrapedDocument(path: page.document.path, text: lines.map { $0.0.text + "\n" }.joined())
    }
    for page in await normalize(kept) {
      for (line, verdict) in zip(page.document.lines, page.verdicts) where verdict.action == .strip || verdict.action == .meta {
        Issue.record("\(page.document.path): \(line.text) is \(verdict.action.rawValue) by \(verdict.rule)")
      }
    }
  }

  /// The Markdown of the items is a page with the same items.
  @Test func readsItsOwnMarkdownAgain() async throws {
    let first = await normalize(try Self.pages())
    let again = await normalize(first.map { ScrapedDocument(path: $0.document.path + ".md", markdown: Array($0.markdown.utf8)) })
    for (page, second) in zip(first, again) { #expect(second.markdown == page.markdown, "\(page.document.path)") }
  }
}
