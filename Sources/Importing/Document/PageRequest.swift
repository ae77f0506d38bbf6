internal import Diagnostics
internal import Foundation
package import Terminology

/// One line of `ciyuan normalize -`: `{"path": …, "text": …}` or `{"path": …, "html": …}`, and its answer.
package struct PageRequest: Sendable {
  private struct Fields: Decodable {
    let path: String?
    let text: String?
    let html: String?
  }

  /// What is wrong with a line, in words.
  private struct Fault: Error {
    let path: String?
    let problem: String
    var remedy = #"write {"path": "name.txt", "text": "…"} or "html" in one line"#
  }

  /// The analysis of the page as one line of JSON, each line with its text and each item with its Markdown; for a line
  /// that is no page `{"error": …, "suggestion": …, "line": number}`, with the path where it has one.
  package static func answer(
    _ line: [UInt8], number: Int, rules: ImportRules, decisions: ImportDecisions, miner: TermMiner
  ) -> (json: String, isError: Bool) {
    do {
      let document = try document(of: line)
      let page = normalize(document, rules: rules, recurrence: .none, overrules: overrules(of: document, decisions))
      return (page.jsonLine(terms: page.terms(miner), isWhole: true), false)
    } catch {
      var json = JSONText()
      json.raw("{")
      if let path = error.path {
        json.raw("\"path\":")
        json.string(path)
        json.raw(",")
      }
      json.raw("\"error\":")
      json.string(error.problem)
      json.raw(",\"suggestion\":")
      json.string(error.remedy)
      json.raw(",\"line\":")
      json.number(number)
      json.raw("}")
      return (json.text, true)
    }
  }

  private static func overrules(of document: ScrapedDocument, _ decisions: ImportDecisions) -> [LineVerdict] {
    if decisions.overrules.isEmpty { return [] }
    return decisions.resolved(among: DocumentNames([document.path], former: [])).0.verdicts(for: document).0
  }

  private static func document(of line: [UInt8]) throws(Fault) -> ScrapedDocument {
    if line.allSatisfy({ $0 <= 0x20 }) { throw Fault(path: nil, problem: "an empty line") }
    let fields: Fields
    do {
      fields = try JSONDecoder().decode(Fields.self, from: Data(line))
    } catch DecodingError.typeMismatch(_, let context) {
      let key = context.codingPath.first?.stringValue
      throw Fault(path: nil, problem: key.map { "\"\($0)\" is no text" } ?? "no JSON object")
    } catch {
      throw Fault(path: nil, problem: "no valid JSON")
    }
    guard let path = fields.path, !path.isEmpty else { throw Fault(path: nil, problem: "no \"path\"") }
    switch (fields.text, fields.html) {
    case (let text?, nil):
      // The name says what the text is, as it does for a file; HTML has a key of its own.
      let name = path.lowercased()
      let isMarkdown = name.hasSuffix(".md") || name.hasSuffix(".markdown")
      return isMarkdown ? ScrapedDocument(path: path, markdown: Array(text.utf8)) : ScrapedDocument(path: path, text: text)
    case (nil, let html?):
      do {
        return try ScrapedDocument(path: path, html: Array(html.utf8))
      } catch {
        throw Fault(path: path, problem: error.diagnostic.summary, remedy: error.diagnostic.suggestion ?? "leave the page out")
      }
    case (nil, nil): throw Fault(path: path, problem: "neither \"text\" nor \"html\"")
    default: throw Fault(path: path, problem: "both \"text\" and \"html\"")
    }
  }
}
