internal import ContentModel
internal import Terminology

/// The questions of one page, as grouping needs them: small, so that the pages themselves need not be held.
package struct DuplicateItems: Sendable {
  struct Entry: Sendable {
    let path: String
    let line: Int
    let candidate: QuestionCandidate
  }

  let entries: [Entry]

  package init(_ page: NormalizedDocument) {
    let path = page.document.path
    entries = page.items.enumerated().map { index, item in
      let answer = item.body.markdown
      return Entry(
        path: path, line: item.lines.lowerBound,
        candidate: QuestionCandidate(
          id: "\(path)#\(index)", title: item.title, answerText: item.answered ? answer : nil,
          language: ContentLanguage.of(title: item.title, text: answer), documents: [path]))
    }
  }

  /// One line of JSON: `{"duplicates": [[{"path": …, "line": …}, …], …]}`, groups of two and more, named by the line on
  /// which each question begins.
  package static func jsonLine(_ pages: [DuplicateItems]) -> String {
    let entries = pages.flatMap(\.entries)
    let byID = Dictionary(entries.map { ($0.candidate.id, $0) }, uniquingKeysWith: { first, _ in first })
    let groups = DuplicateRecognizer().groups(of: entries.map(\.candidate)).groups
    var json = JSONText()
    json.raw("{\"duplicates\":")
    json.list(groups) { json, group in
      json.list(group.members.compactMap { byID[$0] }) { json, entry in
        json.raw("{\"path\":")
        json.string(entry.path)
        json.raw(",\"line\":")
        json.number(entry.line)
        json.raw("}")
      }
    }
    json.raw("}")
    return json.text
  }
}
