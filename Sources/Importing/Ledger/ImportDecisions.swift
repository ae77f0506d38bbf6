package import Diagnostics
internal import Yams

/// What people settled, from `Content/import.yml`; it wins over every rule and score, on every import.
///
///     same:            # questions that are one, by file name, id, origin, or source#title
///       - [shen-me-shi-lora, lora-de-yuan-li]
///     different:       # questions that only look alike
///       - [shen-me-shi-lora, shen-me-shi-qlora]
///     keep:            # lines that are content: document (or the end of its name):line, and a hash of the text
///       - scrapes/page.txt:14#3f2a9c1b
///     strip:           # lines that are noise
///       - scrapes/page.txt:20-24
package struct ImportDecisions: Sendable, Hashable {
  package struct Overrule: Sendable, Hashable {
    package let document: String
    package let lines: ClosedRange<Int>
    /// Hash of the line's text (``lineName(_:)``); `nil`: the numbers alone decide.
    package let hash: String?
    package let action: LineVerdict.Action
    /// Where it is written.
    package let place: SourceLocation

    func naming(_ document: String) -> Overrule {
      Overrule(document: document, lines: lines, hash: hash, action: action, place: place)
    }
  }

  /// Questions of which people settled whether they are one.
  package struct Pairing: Sendable, Hashable {
    package let names: [String]
    /// Where it is written.
    package let place: SourceLocation
  }

  package var same: [Pairing] = []
  package var different: [Pairing] = []
  package var overrules: [Overrule] = []

  package static let none = ImportDecisions()

  /// Reads the file. What is wrong in it is reported and left out.
  package static func parse(_ file: SourceFile) -> (ImportDecisions, [Diagnostic]) {
    var decisions = ImportDecisions()
    var diagnostics: [Diagnostic] = []
    func fault(_ summary: String, _ mark: Mark?, _ suggestion: String? = nil) {
      let place = file.location(line: mark?.line ?? 1, column: mark?.column ?? 1)
      diagnostics.append(Diagnostic(.error, rule: "import-decisions", summary, at: place, suggestion: suggestion))
    }
    let root: Yams.Node?
    do {
      root = try Yams.compose(yaml: file.text)
    } catch {
      let (problem, mark) = Self.cause(error)
      fault("No valid YAML" + (problem.map { ": \($0)" } ?? ""), mark, "close every bracket and quote; one entry a line: - [first, second]")
      return (decisions, diagnostics)
    }
    guard let root, root.null == nil else { return (decisions, diagnostics) }
    guard let mapping = root.mapping else {
      fault("A mapping with the keys same, different, keep and strip is expected", root.mark)
      return (decisions, diagnostics)
    }
    for (key, value) in mapping {
      guard let name = key.string, ["same", "different", "keep", "strip"].contains(name) else {
        let near = key.string.flatMap { NearMiss.suggestion(for: $0, among: ["same", "different", "keep", "strip"]) }
        fault("Unknown key \"\(key.string ?? "")\"", key.mark, near.map { "write \"\($0)\"" })
        continue
      }
      if value.sequence == nil, value.null == nil { fault("A list is expected", value.mark, "begin each entry with \"- \"") }
      for entry in value.sequence ?? [] {
        let place = file.location(line: entry.mark?.line ?? 1, column: entry.mark?.column ?? 1)
        if name == "same" || name == "different" {
          let names = entry.sequence?.compactMap(\.string) ?? []
          guard names.count >= 2 else {
            fault("At least two questions are expected", entry.mark, "write [first, second]")
            continue
          }
          guard Set(names).count == names.count else {
            let twice = names.first { name in names.count { $0 == name } > 1 } ?? ""
            fault("\"\(twice)\" is named twice in one list", entry.mark, "name each question once, or remove the list")
            continue
          }
          let pairing = Pairing(names: names, place: place)
          if name == "same" { decisions.same.append(pairing) } else { decisions.different.append(pairing) }
        } else if let text = entry.string, let overrule = overrule(text, name == "keep" ? .keep : .strip, place) {
          decisions.overrules.append(overrule)
        } else {
          fault("A line is expected", entry.mark, "write document:line, as the audit page shows it")
        }
      }
    }
    return (decisions, diagnostics)
  }

  /// What the parser of YAML has to say, and where.
  private static func cause(_ error: any Error) -> (String?, Mark?) {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
      (problem, mark)
    default: (nil, nil)
    }
  }

  /// `document:14`, `document:14-20`, each with `#hash` or without.
  private static func overrule(_ text: String, _ action: LineVerdict.Action, _ place: SourceLocation) -> Overrule? {
    guard let colon = text.lastIndex(of: ":"), colon != text.startIndex else { return nil }
    let parts = text[text.index(after: colon)...].split(separator: "#", maxSplits: 1)
    let numbers = (parts.first ?? "").split(separator: "-").map { Int($0) }
    guard let first = numbers.first ?? nil, numbers.count <= 2, let last = numbers.last ?? nil, first >= 1, first <= last
    else { return nil }
    return Overrule(
      document: String(text[..<colon]), lines: first...last, hash: parts.count > 1 ? String(parts[1]) : nil,
      action: action, place: place)
  }
}
