internal import Encodings

/// JSON written piece by piece, keys in the order of the calls: the same values give the same bytes.
struct JSONText {
  private(set) var bytes: [UInt8]

  /// - Parameter bytes: What stands before.
  init(_ bytes: some Sequence<UInt8> = []) { self.bytes = Array(bytes) }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Structure as it is: braces, brackets, commas, keys that need no escape.
  mutating func raw(_ text: StaticString) {
    text.withUTF8Buffer { bytes += $0 }
  }

  mutating func number(_ value: Int) { bytes += String(value).utf8 }

  mutating func bool(_ value: Bool) { raw(value ? "true" : "false") }

  mutating func optional(_ value: String?) {
    if let value { string(value) } else { raw("null") }
  }

  mutating func string(_ value: String) { bytes.appendJSON(value) }

  /// Values with commas between.
  mutating func list<Values: Sequence>(_ values: Values, _ write: (inout JSONText, Values.Element) -> Void) {
    raw("[")
    var isFirst = true
    for value in values {
      if !isFirst { raw(",") }
      isFirst = false
      write(&self, value)
    }
    raw("]")
  }
}
