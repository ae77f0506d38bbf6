import Foundation
import Testing

@testable import Importing

/// Pages and the lines they are read as, from `HTML/Cases/*.txt`.
@Suite struct HTMLCaseTests {
  struct Case: CustomTestStringConvertible {
    let name: String
    let page: String
    let expected: String
    var testDescription: String { name }
  }

  static let cases: [Case] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")
    let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    return files.sorted { $0.path < $1.path }.flatMap { file in
      parse((try? String(contentsOf: file, encoding: .utf8)) ?? "")
    }
  }()

  /// `=== name ===`, the page, a line of hyphens (the longest is the divider), the expected lines.
  static func parse(_ text: String) -> [Case] {
    var cases: [Case] = []
    var name: String?
    var lines: [Substring] = []
    func finish() {
      guard let name else { return }
      let longest = lines.filter { $0.count >= 3 && $0.allSatisfy { $0 == "-" } }.map(\.count).max() ?? 3
      let divider = lines.lastIndex { $0.count == longest && $0.allSatisfy { $0 == "-" } } ?? lines.count - 1
      let expected = lines[(divider + 1)...].filter { !$0.isEmpty }.joined(separator: "\n")
      cases.append(Case(name: name, page: lines[..<divider].joined(separator: "\n"), expected: expected))
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("=== "), line.hasSuffix(" ===") {
        finish()
        name = String(line.dropFirst(4).dropLast(4))
        lines = []
      } else {
        lines.append(line)
      }
    }
    finish()
    return cases
  }

  @Test(arguments: cases) func readsAsExpected(_ example: Case) throws {
    let document = try ScrapedDocument(path: "page.html", html: Array(example.page.utf8))
    #expect(document.lines.map(Self.describe).joined(separator: "\n") == example.expected)
  }

  @Test func findsCases() { #expect(Self.cases.count > 20) }

  static func describe(_ line: ScrapedLine) -> String {
    guard let hint = line.hint else { return "? \(line.text)" }
    let quote = String(repeating: "> ", count: hint.quoteDepth)
    let outside = hint.boilerplate == 1 ? "~ " : ""
    return outside + quote + role(hint, line.text)
  }

  private static func role(_ hint: LineHint, _ text: String) -> String {
    let markdown = hint.markdown ?? text
    switch hint.role {
    case .heading(let level): return "h\(level) \(markdown)"
    case .paragraph:
      return "\(hint.listDepth > 0 ? "p\(hint.listDepth)" : "p")\(hint.startsBlock ? "" : "+") \(markdown)"
    case .listItem(let depth, let ordinal): return "li\(depth) \(ordinal.map { "\($0). " } ?? "")\(markdown)"
    case .code(let language): return "code\(language.map { "(\($0))" } ?? "")\(hint.startsBlock ? "" : "+") |\(text)"
    case .tableRow(let cells, let isHeader): return "\(isHeader ? "th" : "tr") \(cells.joined(separator: " | "))"
    case .formula: return "tex \(text)"
    case .image(let address, let alternative): return "img \(address) [\(alternative)]"
    case .divider: return "hr"
    }
  }
}
