package import Diagnostics
package import FileSystem
internal import ContentModel
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
  /// Pages that are copies of others, by path.
  package let copies: [DocumentCopies.Copy]
  /// Lines that are no answer.
  package let faults: [Diagnostic]

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
    let suggestion: String?
  }

  package static func read(_ files: [String]) throws(FileError) -> NormalizedItems {
    var pages: [(path: String, items: [Page.Item])] = []
    var faults: [Diagnostic] = []
    func fault(_ file: String, _ line: Int, _ problem: String, _ remedy: String) {
      faults.append(
        Diagnostic(.error, rule: "no-answer", problem, at: SourceLocation(path: file, line: line, column: 1), suggestion: remedy))
    }
    let wanted = "name files that ciyuan normalize - has written"
    for file in files {
      var reader = try LineReader(file)
      var number = 0
      while let line = try reader.next() {
        number += 1
        // Spaces, and the answer of grouping at the end of `ciyuan normalize FILES`.
        guard line.contains(where: { $0 > 0x20 }), !line.starts(with: Array("{\"duplicates\":".utf8)) else { continue }
        guard let page = try? JSONDecoder().decode(Page.self, from: Data(line)) else {
          fault(file, number, "no answer of ciyuan normalize", wanted)
          continue
        }
        if let error = page.error {
          fault(file, number, (page.path.map { $0 + ": " } ?? "") + error, page.suggestion ?? "mend the line that this answers")
        } else if let path = page.path, let items = page.items, items.allSatisfy({ !$0.lines.isEmpty }) {
          pages.append((path, items))
        } else {
          fault(file, number, "no answer of ciyuan normalize", wanted)
        }
      }
    }
    // Two pages of one path stand by what they ask.
    pages.sort { a, b in
      a.path != b.path ? a.path < b.path : a.items.map(\.title).lexicographicallyPrecedes(b.items.map(\.title))
    }
    let copies = DocumentCopies.find(
      concurrentMap(count: pages.count) { [pages] number in
        let text = pages[number].items.map { $0.title + "\n" + ($0.markdown ?? "") }.joined(separator: "\n")
        return (id: pages[number].path, sample: DocumentCopies.sample(text))
      })
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
    return NormalizedItems(entries: entries, copies: copies, faults: faults)
  }
}
