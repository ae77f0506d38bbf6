extension TextEncoding {
  /// A byte order mark and its length.
  static func byteOrderMark(of bytes: [UInt8]) -> (encoding: TextEncoding, length: Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    return nil
  }

  /// What the head of a document says about itself: a saved HTTP header, an XML declaration, a `<meta charset>` or
  /// `<meta http-equiv>`, in this order. Only the first 4,096 bytes are read (browsers look at 1,024).
  ///
  /// - Returns: the label as written; `nil` where nothing is declared.
  static func declaredLabel(in bytes: [UInt8]) -> String? {
    // Of the bytes of every encoding in question those below 0x80 mean ASCII here: markup stands between characters.
    let head = bytes.prefix(4096).map { $0 < 0x80 ? ($0 >= 0x41 && $0 <= 0x5A ? $0 + 0x20 : $0) : 0x3F }
    let text = head[...]
    if head.starts(with: "http/".utf8), let end = find("\n\n", in: text) ?? find("\r\n\r\n", in: text),
      let label = label(after: "charset=", in: text[..<end])
    {
      return label
    }
    if head.starts(with: "<?xml".utf8), let end = find("?>", in: text),
      let label = label(after: "encoding=", in: text[..<end])
    {
      return label
    }
    var rest = text
    while let start = find("<meta", in: rest) {
      let end = rest[start...].firstIndex(of: UInt8(ascii: ">")) ?? rest.endIndex
      if let label = label(after: "charset=", in: rest[start..<end]) { return label }
      rest = rest[end...]
    }
    return nil
  }

  private static func label(after key: String, in text: ArraySlice<UInt8>) -> String? {
    guard let start = find(key, in: text) else { return nil }
    let label = text[(start + key.utf8.count)...].drop { $0 == 0x22 || $0 == 0x27 || $0 == 0x20 }
      .prefix { ($0 >= 0x61 && $0 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2D || $0 == 0x5F }
    return label.isEmpty ? nil : String(decoding: label, as: UTF8.self)
  }

  private static func find(_ needle: String, in text: ArraySlice<UInt8>) -> Int? {
    let needle = Array(needle.utf8)
    guard text.count >= needle.count else { return nil }
    return (text.startIndex...(text.endIndex - needle.count)).first { text[$0...].starts(with: needle) }
  }
}
