package import FileSystem
internal import Foundation

/// The questions of any number of answers of `ciyuan normalize -`, as candidates for grouping.
///
/// The result depends on the answers alone, not on how they are spread over files or on the order of the files.
package struct NormalizedItems: Sendable {
  package struct Entry: Sendable, Hashable {
    package let path: String
    /// Line on which the question begins.
    package let line: Int
    package let candidate: QuestionCandidate
  }

  /// By path, then place on the page.
  package let entries: [Entry]
  /// Lines that are no answer, as `file:line: what is wrong`.
  package let faults: [String]

  private struct Page: Decodable {
    struct Item: Decodable {
      let title: String
      let lines: [Int]
      let answered: Bool?
      let markdown: String?
    }

    let path: String?
    let items: [Item]?
    let error: String?
  }

  package static func read(_ files: [String]) throws(FileError) -> NormalizedItems {
    var pages: [(path: String, items: [Page.Item])] = []
    var faults: [String] = []
    for file in files {
      var reader = try LineReader(file)
      var number = 0
      while let line = try reader.next() {
        number += 1
        // Spaces, and the answer of grouping at the end of `ciyuan normalize FILES`.
        guard line.contains(where: { $0 > 0x20 }), !line.starts(with: Array("{\"duplicates\":".utf8)) else { continue }
        guard let page = try? JSONDecoder().decode(Page.self, from: Data(line)) else {
          faults.append("\(file):\(number): no answer of ciyuan normalize")
          continue
        }
        if let error = page.error {
          faults.append("\(file):\(number): \(page.path.map { $0 + ": " } ?? "")\(error)")
        } else if let path = page.path, let items = page.items, items.allSatisfy({ !$0.lines.isEmpty }) {
          pages.append((path, items))
        } else {
          faults.append("\(file):\(number): no answer of ciyuan normalize")
        }
      }
    }
    // Two pages of one path stand by what they ask.
    pages.sort { a, b in
      a.path != b.path ? a.path < b.path : a.items.map(\.title).lexicographicallyPrecedes(b.items.map(\.title))
    }
    var entries: [Entry] = []
    for (number, page) in pages.enumerated() {
      for (index, item) in page.items.enumerated() {
        let answer = item.answered == false ? nil : item.markdown.map { String($0.prefix(1200)) }
        entries.append(
          Entry(
            path: page.path, line: item.lines[0],
            candidate: QuestionCandidate(
              id: "\(number)#\(index)", title: item.title, answerText: answer,
              language: ContentLanguage.of(title: item.title, text: answer ?? ""), documents: [page.path])))
      }
    }
    return NormalizedItems(entries: entries, faults: faults.sorted())
  }
}
