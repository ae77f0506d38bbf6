import Foundation
import Testing

/// Cases in the manner of tree-sitter's: a name between `===`, the input, the longest line of `-`, what is expected.
struct NormalizationCase: CustomTestStringConvertible {
  let name: String
  let input: String
  let expected: String

  var testDescription: String { name }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")

  static var files: [URL] {
    let files = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    return (files ?? []).filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }
  }

  static var all: [NormalizationCase] {
    files.flatMap { file in (try? String(contentsOf: file, encoding: .utf8)).map(parse) ?? [] }
  }

  static func parse(_ text: String) -> [NormalizationCase] {
    var cases: [NormalizationCase] = []
    var name: String?
    var body: [String] = []
    func close() {
      guard let name else { return }
      let rulers = body.filter { !$0.isEmpty && $0.allSatisfy { $0 == "-" } }
      let ruler = rulers.max { $0.count < $1.count }
      let split = ruler.flatMap { body.lastIndex(of: $0) } ?? body.count
      let expected = split < body.count ? body[(split + 1)...] : []
      cases.append(
        NormalizationCase(
          name: name, input: body[..<split].joined(separator: "\n") + "\n",
          expected: expected.joined(separator: "\n").trimmingCharacters(in: .newlines)))
    }
    for line in text.components(separatedBy: "\n") {
      if line.hasPrefix("=== "), line.hasSuffix(" ===") {
        close()
        name = String(line.dropFirst(4).dropLast(4))
        body = []
      } else {
        body.append(line)
      }
    }
    close()
    return cases
  }

  /// A file of cases with the results that the program gives now.
  static func rewritten(_ cases: [(case: NormalizationCase, result: String)]) -> String {
    cases.map { "=== \($0.case.name) ===\n\($0.case.input)\(String(repeating: "-", count: 80))\n\($0.result)\n" }
      .joined(separator: "\n")
  }
}
