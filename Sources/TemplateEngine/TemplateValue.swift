/// What a template is filled with.
///
/// Escaping follows from the kind: `text` is escaped by `{{name}}` and not by `{{{name}}}`; `html` is safe by its
/// origin and never escaped. `null`, `false`, an empty text, an empty `html` and an empty list are false in sections.
/// Lambdas do not exist: a template cannot run code.
public enum TemplateValue: Sendable, Hashable {
  case null
  case bool(Bool)
  case text(String)
  /// Bytes of HTML that whoever made them vouches for.
  case html([UInt8])
  case list([TemplateValue])
  case record(TemplateRecord)

  /// A text that may be missing.
  public static func optional(_ text: String?) -> TemplateValue { text.map(TemplateValue.text) ?? .null }

  /// A whole number in decimal digits.
  public static func number(_ number: Int) -> TemplateValue { .text(String(number)) }

  public static func records(_ records: some Sequence<TemplateRecord>) -> TemplateValue {
    .list(records.map(TemplateValue.record))
  }

  /// Whether a section shows itself.
  var isTrue: Bool {
    switch self {
    case .null: false
    case .bool(let flag): flag
    case .text(let text): !text.utf8.isEmpty
    case .html(let bytes): !bytes.isEmpty
    case .list(let items): !items.isEmpty
    case .record: true
    }
  }
}

extension TemplateValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByNilLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  public init(stringLiteral text: String) { self = .text(text) }
  public init(booleanLiteral flag: Bool) { self = .bool(flag) }
  public init(nilLiteral: ()) { self = .null }
  public init(arrayLiteral items: TemplateValue...) { self = .list(items) }
  public init(dictionaryLiteral fields: (TemplateName, TemplateValue)...) { self = .record(TemplateRecord(fields)) }
}
