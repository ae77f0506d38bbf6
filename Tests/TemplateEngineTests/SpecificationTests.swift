import Diagnostics
import Foundation
import TemplateEngine
import Testing

/// The Mustache specification's own files, where they lie beside the project.
@Suite struct SpecificationTests {
  static let folder: URL? = {
    let root = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL
    return ["..", "../.."].map { root.appending(path: "\($0)/shared/spec/mustache") }
      .first { FileManager.default.fileExists(atPath: $0.path) }
  }()

  struct Case: Sendable, CustomTestStringConvertible {
    let file, name, template, expected: String
    let data: TemplateValue
    let partials: [String: String]
    var testDescription: String { "\(file): \(name)" }
  }

  /// All but lambdas, which are not supported.
  static let cases: [Case] = [
    "comments", "delimiters", "inheritance", "interpolation", "inverted", "partials", "sections",
  ]
  .flatMap { file -> [Case] in
    guard let folder, let data = try? Data(contentsOf: folder.appending(path: file + ".json")),
      let root = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
      let tests = root["tests"] as? [[String: Any]]
    else { return [] }
    return tests.map { test in
      Case(
        file: file, name: test["name"] as! String, template: test["template"] as! String,
        expected: test["expected"] as! String, data: TemplateValue(json: test["data"] as Any),
        partials: test["partials"] as? [String: String] ?? [:])
    }
  }

  @Test(.enabled(if: !cases.isEmpty, "the specification's files are not beside the project"), arguments: cases)
  func rendersAsSpecified(_ test: Case) throws {
    var sources = test.partials.mapValues { SourceFile(path: "partial", text: $0) }
    sources["main"] = SourceFile(path: "main", text: test.template)
    let library = TemplateLibrary(sources)
    let output = String(decoding: try library.render("main", with: test.data), as: UTF8.self)
    #expect(output == test.expected)
    if test.name != "Failed Lookup" { #expect(!library.diagnostics.contains { $0.severity == .error }) }
  }

  @Test(.enabled(if: !cases.isEmpty, "the specification's files are not beside the project"))
  func findsAllCases() { #expect(Self.cases.count == 163) }
}

extension TemplateValue {
  /// A value of `JSONSerialization`.
  init(json: Any) {
    switch json {
    case let text as String: self = .text(text)
    case let number as NSNumber:
      self = isFlag(number) ? .bool(number.boolValue) : .text("\(number)")
    case let items as [Any]: self = .list(items.map(TemplateValue.init(json:)))
    case let fields as [String: Any]:
      self = .record(TemplateRecord(fields.map { (TemplateName($0.key), TemplateValue(json: $0.value)) }))
    default: self = .null
    }
  }
}

private func isFlag(_ number: NSNumber) -> Bool { String(cString: number.objCType) == "c" }
