import Diagnostics
internal import Yams

extension FrontMatter {
  /// Reads any YAML mapping of texts and lists of texts; faults carry line and column.
  static func parseYAML(_ file: SourceFile, _ range: Range<Int>) -> (FrontMatter, [Diagnostic]) {
    let text = file.text(in: range)
    let lineStarts = YAMLMarks(file: file, range: range)
    func fault(_ summary: String, at place: Range<Int>, suggestion: String? = nil) -> Diagnostic {
      Diagnostic(.error, rule: "front-matter", summary, at: file.location(of: place), suggestion: suggestion)
    }
    let node: Node?
    do {
      node = try Yams.compose(yaml: text)
    } catch {
      let (problem, place, suggestion) = lineStarts.describe(error)
      return (FrontMatter(entries: []), [fault(problem, at: place, suggestion: suggestion)])
    }
    guard let node, case .mapping(let mapping) = node else {
      if node == nil || node?.scalar?.string.isEmpty == true { return (FrontMatter(entries: []), []) }
      return (
        FrontMatter(entries: []),
        [fault("front matter is not a list of keys and values", at: range, suggestion: "write lines such as \"title: …\"")]
      )
    }
    var entries: [Entry] = []
    var diagnostics: [Diagnostic] = []
    for (keyNode, valueNode) in mapping {
      let keyRange = lineStarts.range(of: keyNode)
      guard let key = keyNode.scalar?.string else {
        diagnostics.append(fault("key is not a text", at: keyRange, suggestion: "write lines such as \"title: …\""))
        continue
      }
      let value: Value
      switch valueNode {
      case .scalar(let scalar):
        value = .text(Text(scalar.isNull ? "" : scalar.string, range: lineStarts.range(of: valueNode)))
      case .sequence(let sequence):
        var items: [Text] = []
        for item in sequence {
          guard let scalar = item.scalar else {
            diagnostics.append(
              fault(
                "\"\(key)\" holds something else than texts", at: lineStarts.range(of: item),
                suggestion: "write it as \(key): [one, another]"))
            continue
          }
          items.append(Text(scalar.string, range: lineStarts.range(of: item)))
        }
        value = .list(items)
      default:
        diagnostics.append(
          fault(
            "\"\(key)\" is neither a text nor a list of texts", at: keyRange, suggestion: "write \(key): text, or \(key): [one, another]"))
        continue
      }
      entries.append(Entry(key: Text(key, range: keyRange), value: value))
    }
    return (FrontMatter(entries: entries), diagnostics)
  }
}

extension Node.Scalar {
  /// YAML's null, written plainly: `key:` or `key: ~`.
  var isNull: Bool {
    style == .plain && (string.isEmpty || string == "~" || string == "null")
  }
}
