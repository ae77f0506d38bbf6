/// Bytes in addresses as `%E6`: RFC 3986, section 2.1.
public enum PercentEncoding {
  /// Decodes strictly: `nil` for an escape that is none, and for bytes that are not UTF-8. O(bytes).
  public static func decode(_ text: some StringProtocol) -> String? {
    var isValid = true
    let bytes = decoded(text) { _ in isValid = false }
    return isValid ? String(validating: bytes, as: UTF8.self) : nil
  }

  /// Decodes what people wrote: an escape that is none stays as it is, and so does all of a text whose bytes would not
  /// be UTF-8. O(bytes).
  public static func decodeLeniently(_ text: some StringProtocol) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
    return String(validating: decoded(text) { $0.append(UInt8(ascii: "%")) }, as: UTF8.self) ?? String(text)
  }

  /// Decodes a value of a query as forms write it, with `+` for a space; leniently.
  public static func decodeFormValue(_ text: some StringProtocol) -> String {
    decodeLeniently(String(text).replacing("+", with: " "))
  }

  /// Encodes every byte of the UTF-8 form that is not in `kept`.
  public static func encode(_ text: some StringProtocol, keeping kept: ASCIISet) -> String {
    if text.utf8.allSatisfy(kept.contains) { return String(text) }
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if kept.contains(byte) { bytes.append(byte) } else { bytes.appendPercentEncoded(byte) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// `stray` is told of each `%` without two digits after it; what follows the sign is text.
  private static func decoded(_ text: some StringProtocol, stray: (inout [UInt8]) -> Void) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      let digits = rest.prefix(2).compactMap(value)
      if digits.count == 2 {
        bytes.append(digits[0] << 4 | digits[1])
        rest = rest.dropFirst(2)
      } else {
        stray(&bytes)
      }
    }
    return bytes
  }

  private static func value(of digit: UInt8) -> UInt8? {
    switch digit {
    case 0x30...0x39: digit - 0x30
    case 0x41...0x46: digit - 0x41 + 10
    case 0x61...0x66: digit - 0x61 + 10
    default: nil
    }
  }
}

extension [UInt8] {
  /// Appends `%` and two digits.
  @inlinable public mutating func appendPercentEncoded(_ byte: UInt8) {
    append(UInt8(ascii: "%"))
    append(Self.hexadecimalDigit(byte >> 4))
    append(Self.hexadecimalDigit(byte & 15))
  }

  @inlinable static func hexadecimalDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }
}
