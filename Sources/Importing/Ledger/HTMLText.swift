internal import Encodings

/// HTML being written; text is escaped.
struct HTMLText {
  private var bytes: [UInt8] = []

  var content: String { String(decoding: bytes, as: UTF8.self) }

  /// Markup of our own.
  mutating func raw(_ markup: String) { bytes += markup.utf8 }

  /// Text of others, also inside of a quoted attribute. Control characters become U+FFFD.
  mutating func text(_ text: String) {
    bytes.appendEscaped(String(String.UnicodeScalarView(text.unicodeScalars.map { Self.isControl($0) ? "\u{FFFD}" : $0 })))
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 && scalar != "\t" && scalar != "\n" || scalar.value == 0x7F
  }
}
