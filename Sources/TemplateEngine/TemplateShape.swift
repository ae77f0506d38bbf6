/// What a template may count on: the names of its values and their kinds. Rendering an unknown name leaves a blank, so
/// templates are checked against a shape before anything is rendered.
///
///     let page: TemplateShape = [
///       "title": .text,
///       "isDraft": .flag,
///       "terms": .list(["name": .text, "address": .text]),
///       "contents": .list(.named("entry")),
///     ]
///
/// Every value may be missing (`.null`), but a record must then say so: a name that a record lacks is looked up in
/// the records around it.
public indirect enum TemplateShape: Sendable, Hashable {
  /// A text or safe HTML: written, or a section that shows itself unless it is empty.
  case text
  /// True or false: only for sections.
  case flag
  case list(TemplateShape)
  case record([String: TemplateShape])
  /// A shape from the table given beside: how trees refer to themselves.
  case named(String)
}

extension TemplateShape: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral fields: (String, TemplateShape)...) {
    self = .record(Dictionary(uniqueKeysWithValues: fields))
  }
}

extension TemplateShape {
  /// Where a value does not fit: `terms[0].name: missing`. For tests of the code that builds records.
  ///
  /// - Parameter names: the shapes behind `named`.
  public func mismatches(
    in value: TemplateValue, naming names: [String: TemplateShape] = [:], at path: String = ""
  ) -> [String] {
    switch (self, value) {
    case (_, .null), (.text, .text), (.text, .html), (.flag, .bool): return []
    case (.named(let name), _):
      guard let shape = names[name] else { return ["\(path): no shape is called \"\(name)\""] }
      return shape.mismatches(in: value, naming: names, at: path)
    case (.list(let element), .list(let items)):
      return items.enumerated().flatMap { element.mismatches(in: $1, naming: names, at: "\(path)[\($0)]") }
    case (.record(let shapes), .record(let record)):
      let prefix = path.isEmpty ? "" : path + "."
      let undeclared = record.fields.map(\.name.description).filter { shapes[$0] == nil }
        .map { "\(prefix)\($0): not declared" }
      let others = shapes.sorted { $0.key < $1.key }.flatMap { name, shape in
        record[TemplateName(name)].map { shape.mismatches(in: $0, naming: names, at: prefix + name) }
          ?? ["\(prefix)\(name): missing"]
      }
      return undeclared + others
    default: return ["\(path): is not a \(kind)"]
    }
  }

  /// The word for people.
  var kind: String {
    switch self {
    case .text: "text"
    case .flag: "flag"
    case .list: "list"
    case .record, .named: "record"
    }
  }
}
