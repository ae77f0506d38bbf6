/// A value of JSON whose names keep their order, so that the same value is always the same bytes.
public indirect enum JSONValue: Sendable, Hashable {
  case text(String)
  case number(Int)
  case flag(Bool)
  case list([JSONValue])
  case object([Member])

  public struct Member: Sendable, Hashable {
    let name: String
    let value: JSONValue
  }

  /// An object of the members that have a value.
  public static func record(_ members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
    .object(members.compactMap { name, value in value.map { Member(name: name, value: $0) } })
  }

  /// A text, where it says something.
  public static func filled(_ text: String?) -> JSONValue? {
    text.flatMap { $0.isEmpty ? nil : .text($0) }
  }

  /// A list of texts, where it has any.
  public static func texts(_ texts: [String]) -> JSONValue? {
    texts.isEmpty ? nil : .list(texts.map { .text($0) })
  }

  /// JSON on one line; it may stand inside `<script>` as well (see `appendJSON`).
  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return bytes
  }

  private func append(to bytes: inout [UInt8]) {
    switch self {
    case .text(let text): bytes.appendJSON(text)
    case .number(let number): bytes += String(number).utf8
    case .flag(let flag): bytes += (flag ? "true" : "false").utf8
    case .list(let values):
      bytes.append(UInt8(ascii: "["))
      for (index, value) in values.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        value.append(to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        bytes.appendJSON(member.name)
        bytes.append(UInt8(ascii: ":"))
        member.value.append(to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }
}

extension JSONValue: ExpressibleByStringLiteral {
  public init(stringLiteral value: String) { self = .text(value) }
}
