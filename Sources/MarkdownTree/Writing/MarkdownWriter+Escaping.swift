extension MarkdownWriter {
  /// Plain text, of one line or several, as Markdown that reads as this text. Space at the ends of lines goes; addresses
  /// stay as they are and read as links. Escapes only where Markdown would see something, to leave text that people edit.
  public static func escape(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in escapeLine(Array(String(line).trimmingSpace.utf8)) }
      .joined(separator: "\n")
  }

  private static func escapeLine(_ line: [UInt8]) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(line.count + 8)
    let blockMark = LineStart.offsetToEscape(line)
    line.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        // Inside an address, an escape would become part of it.
        if let end = BareAddress.end(at: index, in: bytes) {
          result.append(contentsOf: bytes[index..<end])
          index = end
          continue
        }
        if index == blockMark || needsEscape(at: index, in: bytes) { result.append(UInt8(ascii: "\\")) }
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func needsEscape(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let before = index > 0 ? bytes[index - 1] : 0x20
    let after = index + 1 < bytes.count ? bytes[index + 1] : 0x20
    switch bytes[index] {
    case UInt8(ascii: "`"), UInt8(ascii: "["), UInt8(ascii: "$"): return true
    case UInt8(ascii: "]"): return after == UInt8(ascii: "(") || after == UInt8(ascii: ":")
    case UInt8(ascii: "*"): return before != 0x20 || after != 0x20
    case UInt8(ascii: "_"): return !isWordByte(before) || !isWordByte(after)
    case UInt8(ascii: "~"): return before == UInt8(ascii: "~") || after == UInt8(ascii: "~")
    case UInt8(ascii: "<"):
      return isLetter(after) || [UInt8(ascii: "/"), UInt8(ascii: "!"), UInt8(ascii: "?")].contains(after)
    case UInt8(ascii: "&"): return isLetter(after) || after == UInt8(ascii: "#")
    case UInt8(ascii: "\\"): return index + 1 == bytes.count || isPunctuation(after)
    case UInt8(ascii: "{"): return after == UInt8(ascii: "n")
    default: return false
    }
  }

  static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func isWordByte(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }
  private static func isPunctuation(_ byte: UInt8) -> Bool {
    (0x21...0x7E).contains(byte) && !isWordByte(byte)
  }
}
