import ContentModel
import Foundation
import SiteSearch

/// Builds the search index of a generated corpus, for the tests of the client: `search-fixture corpus.json folder`.
@main
struct SearchFixture {
  struct Corpus: Decodable {
    let pages: [Page]
    let concepts: [[String]]?
  }

  struct Page: Decodable {
    let path: String
    let language: String
    let kind: String
    let title: String
    let aliases: [String]?
    let termNames: [String]?
    let tags: [String]?
    let sections: [Section]
  }

  struct Section: Decodable {
    let anchor: String?
    let heading: String
    let text: String
  }

  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else { throw CocoaError(.fileNoSuchFile) }
    let corpus = try JSONDecoder().decode(Corpus.self, from: Data(contentsOf: URL(filePath: arguments[1])))
    let pages = corpus.pages.map { page in
      SearchPage(
        path: page.path, language: LanguageTag(page.language) ?? .chinese, kind: .init(rawValue: page.kind) ?? .page,
        title: page.title, aliases: page.aliases ?? [], termNames: page.termNames ?? [], tags: page.tags ?? [],
        sections: page.sections.map { .init(anchor: $0.anchor, heading: $0.heading, text: $0.text) })
    }
    let watch = ContinuousClock()
    var files: [OutputFile] = []
    let start = clock()
    let time = watch.measure { files = SearchIndexBuilder.build(pages, concepts: corpus.concepts ?? []).files }
    let size = files.reduce(0) { $0 + $1.bytes.count }
    print("\(pages.count) pages, \(files.count) files, \(size) bytes, \(time), CPU \((clock() - start) / 1000) ms")
    let folder = URL(filePath: arguments[2])
    for file in files {
      let url = folder.appending(path: file.path)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.bytes).write(to: url)
    }
  }
}
