/// A style sheet without what only its authors read.
enum CompactStyle {
  /// Takes away comments, indentation and empty lines. What stands in quotes stays as it is. O(bytes).
  static func compact(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var quote: UInt8?
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if let open = quote {
        if byte == UInt8(ascii: "\\"), index + 1 < bytes.count {
          result += bytes[index...index + 1]
          index += 2
          continue
        }
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "/"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "*") {
        let rest = bytes[(index + 2)...]
        index = rest.firstRange(of: "*/".utf8)?.upperBound ?? bytes.count
        continue
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if isSpace(byte), result.isEmpty || result.last == UInt8(ascii: "\n") {
        index += 1
        continue
      }
      result.append(byte)
      index += 1
    }
    return result
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
}
