/// The part of YAML that front matter nearly always is: `key: text`, `key: [a, b]` and lists of `- item` lines.
///
/// Anything it is not sure of makes it give up, and Yams reads the file instead: a test holds the two equal. It takes
/// about a hundredth of the time.
enum FastFrontMatter {
  static func parse(_ bytes: [UInt8], _ range: Range<Int>) -> FrontMatter? {
    var entries: [FrontMatter.Entry] = []
    var pending: (key: FrontMatter.Text, items: [FrontMatter.Text])?
    var offset = range.lowerBound

    func close() {
      guard let (key, items) = pending else { return }
      let empty = FrontMatter.Text("", range: key.range.upperBound..<key.range.upperBound)
      entries.append(FrontMatter.Entry(key: key, value: items.isEmpty ? .text(empty) : .list(items)))
      pending = nil
    }

    while offset < range.upperBound {
      var end = offset
      while end < range.upperBound, bytes[end] != 0x0A { end += 1 }
      let next = end + 1
      if end > offset, bytes[end - 1] == 0x0D { end -= 1 }
      defer { offset = next }
      if end == offset { continue }

      // An item of the list that the last key opened.
      var start = offset
      while start < end, bytes[start] == 0x20 { start += 1 }
      if start == end { continue }
      if bytes[start] == 0x2D {
        guard pending != nil, start + 1 < end, bytes[start + 1] == 0x20,
          let item = scalar(bytes, start + 2..<end)
        else { return nil }
        pending!.items.append(item)
        continue
      }
      guard start == offset else { return nil }
      close()

      var colon = offset
      while colon < end, isKeyByte(bytes[colon]) { colon += 1 }
      guard colon > offset, colon < end, bytes[colon] == 0x3A, colon + 1 == end || bytes[colon + 1] == 0x20 else {
        return nil
      }
      let key = FrontMatter.Text(text(bytes, offset..<colon), range: offset..<colon)
      // A handful of keys: comparing them costs less than hashing.
      guard !entries.contains(where: { $0.key.value == key.value }) else { return nil }
      var value = colon + 1
      while value < end, bytes[value] == 0x20 { value += 1 }
      if value == end {
        pending = (key, [])
      } else if bytes[value] == 0x5B {
        guard let items = flowList(bytes, value..<end) else { return nil }
        entries.append(FrontMatter.Entry(key: key, value: .list(items)))
      } else {
        guard let item = scalar(bytes, value..<end) else { return nil }
        entries.append(FrontMatter.Entry(key: key, value: .text(item)))
      }
    }
    close()
    return FrontMatter(entries: entries)
  }

  private static func isKeyByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
      || byte == 0x5F
  }

  private static func text(_ bytes: [UInt8], _ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// A plain or quoted scalar on one line that means the same to every YAML reader.
  private static func scalar(_ bytes: [UInt8], _ range: Range<Int>, inFlow: Bool = false) -> FrontMatter.Text? {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, bytes[start] == 0x20 { start += 1 }
    while end > start, bytes[end - 1] == 0x20 { end -= 1 }
    guard start < end else { return nil }
    let first = bytes[start]
    if first == 0x22 || first == 0x27 {
      guard end - start >= 2, bytes[end - 1] == first else { return nil }
      let inner = start + 1..<end - 1
      for index in inner where bytes[index] == first || bytes[index] == 0x5C || isSpecial(bytes, index) { return nil }
      return FrontMatter.Text(text(bytes, inner), range: start..<end)
    }
    // Indicators of YAML at the start, `: ` and ` #` inside, and flow brackets are left to Yams.
    guard !isIndicator[Int(first)] else { return nil }
    for index in start..<end {
      let byte = bytes[index]
      if isSpecial(bytes, index) { return nil }
      if byte == 0x3A, index + 1 == end || bytes[index + 1] == 0x20 { return nil }
      if byte == 0x23, bytes[index - 1] == 0x20 { return nil }
      if inFlow, isIndicator[Int(byte)], ",[]{}:\"'".utf8.contains(byte) { return nil }
    }
    let value = text(bytes, start..<end)
    return value == "null" ? nil : FrontMatter.Text(value, range: start..<end)
  }

  /// By byte.
  private static let isIndicator = (0...0xFF).map { "-?:,[]{}#&*!|>'\"%@`~=<".utf8.contains($0) }

  /// Control characters, and the NEL, LS, PS and BOM that are line breaks or marks to YAML.
  private static func isSpecial(_ bytes: [UInt8], _ index: Int) -> Bool {
    let byte = bytes[index]
    if byte < 0x20 || byte == 0x7F || byte == 0xC2 { return true }
    guard byte == 0xE2 || byte == 0xEF, index + 2 < bytes.count else { return false }
    return byte == 0xEF
      ? bytes[index + 1] == 0xBB : bytes[index + 1] == 0x80 && bytes[index + 2] & 0xFE == 0xA8
  }

  private static func flowList(_ bytes: [UInt8], _ range: Range<Int>) -> [FrontMatter.Text]? {
    var end = range.upperBound
    while end > range.lowerBound, bytes[end - 1] == 0x20 { end -= 1 }
    guard end - range.lowerBound >= 2, bytes[end - 1] == 0x5D else { return nil }
    var items: [FrontMatter.Text] = []
    var start = range.lowerBound + 1
    if bytes[start..<end - 1].allSatisfy({ $0 == 0x20 }) { return [] }
    var quote: UInt8?
    for index in start..<end {
      let byte = bytes[index]
      if let open = quote {
        if byte == open { quote = nil }
        continue
      }
      let isStart = bytes[start..<index].allSatisfy { $0 == 0x20 }
      if isStart, byte == 0x22 || byte == 0x27 { quote = byte }
      guard byte == 0x2C || index == end - 1 else { continue }
      guard let item = scalar(bytes, start..<index, inFlow: true) else { return nil }
      items.append(item)
      start = index + 1
    }
    return quote == nil ? items : nil
  }
}
