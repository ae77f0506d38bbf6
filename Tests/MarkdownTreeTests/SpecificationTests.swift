import Diagnostics
import Foundation
import MarkdownTree
import Testing

/// Holds reader and renderer to the GitHub Flavored Markdown specification and cmark-gfm's own cases.
@Suite struct SpecificationTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let file: String
    let number: Int
    let extensions: [String]
    let markdown: String
    let html: String

    var testDescription: String { "\(file) \(number)" }
  }

  /// The folder beside the repository, or beside a worktree's parent.
  static let folder: URL? = {
    var root = URL(filePath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    return ["../shared/spec/gfm", "../../shared/spec/gfm"].map { root.appending(path: $0).standardizedFileURL }
      .first { FileManager.default.fileExists(atPath: $0.path) }
  }()

  static func examples(_ file: String) throws -> [Example] {
    let folder = try #require(folder)
    let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
    let fence = String(repeating: "`", count: 32)
    var result: [Example] = []
    for part in text.components(separatedBy: "\n\(fence) example").dropFirst() {
      let lines = part.components(separatedBy: "\n")
      let words = lines[0].split(separator: " ").map(String.init)
      let body = lines[1...].prefix { $0 != fence }
      let dot = try #require(body.firstIndex(of: "."))
      func join(_ lines: ArraySlice<String>) -> String {
        lines.map { $0 + "\n" }.joined().replacingOccurrences(of: "→", with: "\t")
      }
      var extensions = words.filter { $0 != "disabled" && $0 != "footnotes" }
      if file == "extensions.txt" { extensions = ["table", "strikethrough", "autolink", "tagfilter", "tasklist", "footnotes"] }
      if words.contains("footnotes") { extensions.append("footnotes") }
      if words.contains("disabled") { extensions.append("tasklist") }
      result.append(
        Example(
          file: file, number: result.count + 1, extensions: extensions, markdown: join(body[body.startIndex..<dot]),
          html: join(body[(dot + 1)...])))
    }
    return result
  }

  static let files = ["spec.txt", "extensions.txt", "regression.txt"]
  static func dialect(_ example: Example) -> Dialect { .specification(extensions: example.extensions) }

  /// Expected HTML with what later versions of cmark write otherwise; `nil` where nothing is said or footnotes are
  /// named as in an older version.
  static func expected(_ example: Example) -> String? {
    if example.html.hasPrefix("<IGNORE>") || example.html.contains("footnote") { return nil }
    return example.html.replacing("<input disabled=\"\" type=\"checkbox\">", with: "<input type=\"checkbox\" disabled=\"\" />")
      .replacing(
        "<input checked=\"\" disabled=\"\" type=\"checkbox\">",
        with: "<input type=\"checkbox\" checked=\"\" disabled=\"\" />")
  }

  @Test(.enabled(if: folder != nil, "../shared/spec/gfm is absent"), arguments: files)
  func parsesAsTheSpecificationSays(file: String) throws {
    for example in try Self.examples(file) {
      guard let expected = Self.expected(example) else { continue }
      let html = MarkdownTree.cmarkHTML(of: example.markdown, dialect: Self.dialect(example))
      #expect(html == expected, "\(file) \(example.number): \(example.markdown)")
    }
  }

  static func tree(_ example: Example, _ dialect: Dialect) -> MarkdownTree {
    let source = SourceFile(path: "", text: example.markdown)
    return MarkdownTree.parse(source, body: 0..<source.bytes.count, dialect: dialect).tree
  }

  static func holdsHTML(_ tree: MarkdownTree) -> Bool {
    tree.nodes.contains { $0.kind == .html || $0.kind == .htmlBlock }
  }

  @Test(.enabled(if: folder != nil, "../shared/spec/gfm is absent"), arguments: files)
  func rendersAsTheSpecificationSays(file: String) throws {
    for example in try Self.examples(file) {
      let tree = Self.tree(example, Self.dialect(example))
      guard let expected = Self.expected(example), !Self.holdsHTML(tree) else { continue }
      let html = Self.undoingIntended(String(decoding: tree.html(), as: UTF8.self))
      #expect(html == expected, "\(file) \(example.number): \(example.markdown)")
    }
  }

  /// Examples that we read otherwise on purpose, beside those with raw HTML, which is shown as text.
  static let intended: [String: [Int: String]] = [
    "spec.txt": [
      556: "a wiki link", 598: "a wiki link",
      604: "an unknown scheme", 606: "an unknown scheme", 607: "an unknown scheme", 609: "an unknown scheme",
      610: "an autolink", 614: "an autolink", 616: "an autolink", 619: "an autolink", 620: "an autolink",
    ],
    "extensions.txt": [17: "one tilde", 18: "one tilde"],
    "regression.txt": [10: "one tilde", 11: "one tilde"],
  ]

  @Test(.enabled(if: folder != nil, "../shared/spec/gfm is absent"), arguments: files)
  func differsFromTheSpecificationOnlyOnPurpose(file: String) throws {
    for example in try Self.examples(file) {
      let standard = Self.tree(example, Self.dialect(example))
      guard let expected = Self.expected(example), !Self.holdsHTML(standard) else { continue }
      let html = Self.undoingIntended(String(decoding: Self.tree(example, .ciyuan).html(), as: UTF8.self))
      let reason = Self.intended[file]?[example.number]
      if Self.undoingHeadings(html) == Self.undoingHeadings(expected) {
        #expect(reason == nil, "\(file) \(example.number) does not differ")
      } else {
        #expect(reason != nil, "\(file) \(example.number): \(example.markdown)\(html)")
      }
    }
  }

  /// Headings without level and id.
  static func undoingHeadings(_ html: String) -> String {
    html.replacing(/<h[1-6]( id="[^"]*")?>/, with: "<h>").replacing(/<\/h[1-6]>/, with: "</h>")
  }

  /// Takes out what pages have besides the specification's HTML.
  static func undoingIntended(_ html: String) -> String {
    var html = html
    for (ours, theirs) in [
      ("<div class=\"table\" tabindex=\"0\">\n<table>", "<table>"), ("</table>\n</div>", "</table>"),
      (" rel=\"noopener\"", ""), (" loading=\"lazy\" decoding=\"async\"", ""), ("<li class=\"task\">", "<li>"),
    ] {
      html = html.replacingOccurrences(of: ours, with: theirs)
    }
    return html
  }
}
