extension [UInt8] {
  /// Appends a text as a JSON string with its quotes. It may stand in a script as well: `<`, which could end the script's
  /// element, and U+2028 and U+2029, which once ended a line, are escaped with the quotes and control characters.
  public mutating func appendJSON(_ text: String) {
    var text = text
    append(UInt8(ascii: "\""))
    text.withUTF8 { bytes in
      var copied = 0, index = 0
      while index < bytes.count {
        let length = Self.escapedLength(bytes, at: index)
        if length > 0 {
          append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied..<index]))
          appendJSONEscape(bytes, at: index)
          copied = index + length
        }
        index += Swift.max(1, length)
      }
      append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied...]))
    }
    append(UInt8(ascii: "\""))
  }

  /// How many bytes from here are one character to escape; 0 where it stands for itself.
  private static func escapedLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    switch bytes[index] {
    case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "<"), 0x7F: 1
    case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] & 0xFE == 0xA8: 3
    default: 0
    }
  }

  private mutating func appendJSONEscape(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) {
    switch bytes[index] {
    case UInt8(ascii: "\""): append(contentsOf: "\\\"".utf8)
    case UInt8(ascii: "\\"): append(contentsOf: "\\\\".utf8)
    case UInt8(ascii: "\n"): append(contentsOf: "\\n".utf8)
    case UInt8(ascii: "\r"): append(contentsOf: "\\r".utf8)
    case UInt8(ascii: "\t"): append(contentsOf: "\\t".utf8)
    case 0xE2: append(contentsOf: (bytes[index + 2] == 0xA8 ? "\\u2028" : "\\u2029").utf8)
    case let byte: append(contentsOf: ("\\u00" + (byte < 16 ? "0" : "") + String(byte, radix: 16)).utf8)
    }
  }
}

/// A text as a JSON string with its quotes, safe in a script.
public func jsonString(_ text: String) -> String {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(text.utf8.count + 2)
  bytes.appendJSON(text)
  return String(decoding: bytes, as: UTF8.self)
}
