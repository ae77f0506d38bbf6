import TemplateEngine

/// Makes templates, partials and data from a seed: the same each time.
struct TemplateGenerator {
  private var state: UInt64
  /// Whether partials may be indented.
  private let indents: Bool

  init(seed: UInt64, indents: Bool) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    self.indents = indents
  }

  mutating func next(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int((state >> 11) % UInt64(bound))
  }

  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[next(elements.count)] }

  // MARK: Data

  /// `name` and `text` are texts, `yes` and `no` flags, `inner` a record, `items` and `none` lists, `words` of texts.
  mutating func data(depth: Int = 3) -> [String: Any] {
    var record: [String: Any] = ["yes": true, "no": false, "none": [[String: Any]]()]
    for name in ["name", "text"] where next(4) > 0 {
      record[name] = pick(["词 <b>", "a & \"b\"", "plain", "two\nlines", "'s"])
    }
    if depth > 0 {
      if next(3) > 0 { record["inner"] = data(depth: depth - 1) }
      if next(3) > 0 { record["items"] = (0..<next(4)).map { _ in data(depth: depth - 1) } }
    }
    record["words"] = (0..<next(4)).map { "w\($0)" }
    return record
  }

  // MARK: Templates

  /// Lines as people write them: inside a line, or on lines of their own.
  mutating func template(depth: Int = 3, partials: [String]) -> String {
    (0...next(4)).map { _ in line(depth: depth, partials: partials) }.joined() + "end\n"
  }

  private mutating func line(depth: Int, partials: [String]) -> String {
    let margin = pick(["", "", "  ", "\t"])
    switch next(depth > 0 ? 9 : 5) {
    case 0: return "{{! alone }}\n"
    case 1: return "{{=<% %>=}}\n<%\(value())%> {{\n<%={{ }}=%>\n"
    case 2, 3, 4: return margin + words(depth: depth, partials: partials) + "\n"
    case 5 where !partials.isEmpty: return (indents ? margin : "") + "{{> \(pick(partials)) }}\n"
    case 6:
      return
        "\(margin){{^\(section())}}\n\(template(depth: depth - 1, partials: partials))\(margin){{/\(lastSection)}}\n"
    case 7: return "\(margin){{#words}}  \n\(margin)- {{.}}\n\(margin){{/ words }}\n"
    default:
      return
        "\(margin){{# \(section()) }}\n\(template(depth: depth - 1, partials: partials))\(margin){{/\(lastSection)}}\n"
    }
  }

  /// Pieces without a line break, text first.
  private mutating func words(depth: Int, partials: [String]) -> String {
    pick(["text", "词语。", "{ } ", "'x'"])
      + (0...next(3)).map { _ in
        switch next(depth > 0 ? 8 : 5) {
        case 0: " text "
        case 1: "{{\(value())}}"
        case 2: "{{{ \(value()) }}}"
        case 3: "{{& \(value())}}"
        case 4: "{{! a comment }}"
        case 5: "{{#words}}[{{{.}}}]{{/words}}"
        case 6 where !partials.isEmpty: "{{>\(pick(partials))}}"
        case 6: "{{^\(section())}}\(words(depth: depth - 1, partials: partials)){{/\(lastSection)}}"
        default: "{{#\(section())}}\(words(depth: depth - 1, partials: partials)){{/\(lastSection)}}"
        }
      }.joined() + "."
  }

  private mutating func value() -> String { pick(["name", "text", "inner.name", "inner.inner.text", "missing"]) }

  private var sections: [String] = []

  private mutating func section() -> String {
    sections.append(pick(["yes", "no", "inner", "items", "none", "missing", "inner.items"]))
    return sections.last ?? ""
  }

  private var lastSection: String {
    mutating get { sections.popLast() ?? "" }
  }

  /// A parent with parameters, and a child that gives some of them.
  mutating func family(partials: [String]) -> (parent: String, child: String) {
    let parent = (0..<3).map { index in
      template(depth: 1, partials: partials)
        + "{{$b\(index)}}\n\(template(depth: 1, partials: partials)){{/b\(index)}}\n"
    }.joined()
    let arguments = (0..<3).filter { _ in next(2) == 0 }
      .map { "{{$b\($0)}}\n\(template(depth: 1, partials: partials)){{/b\($0)}}\n" }
    return (parent, template(depth: 1, partials: partials) + "{{<parent}}\n\(arguments.joined()){{/parent}}\n")
  }
}

extension TemplateValue {
  /// The generator's data, for our engine.
  init(generated: Any) {
    switch generated {
    case let flag as Bool: self = .bool(flag)
    case let text as String: self = .text(text)
    case let items as [Any]: self = .list(items.map(TemplateValue.init(generated:)))
    case let fields as [String: Any]:
      self = .record(TemplateRecord(fields.map { (TemplateName($0.key), TemplateValue(generated: $0.value)) }))
    default: self = .null
    }
  }
}
