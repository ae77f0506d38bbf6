/// Addresses in Chinese text: the autolink extension takes everything up to a space for the address, so that
/// `https://arxiv.org/abs/1。后文` is one link. A stop before the first Chinese punctuation ends it.
enum AutolinkRepair {
  /// Looks at the address whose scheme ends at the colon; returns where to go on.
  ///
  /// A Han character right after a letter or digit ends an address too (`https://example.org/a的说明`); after `/`, `_`
  /// or `=` it belongs to it (`https://zh.wikipedia.org/wiki/词`). Who means otherwise writes `<…>`.
  static func scan(
    colonAt colon: Int, in source: UnsafeBufferPointer<UInt8>, _ insertions: inout [SourceMarking.Insertion]
  ) -> Int {
    guard colon + 2 < source.count, source[colon + 1] == UInt8(ascii: "/"), source[colon + 2] == UInt8(ascii: "/"),
      let start = schemeStart(before: colon, in: source), isBare(at: start, in: source)
    else { return colon + 1 }
    // What the address holds, emphasis marks for instance, is not looked at again.
    let end = end(ofAddressFrom: colon + 3, in: source)
    if end < source.count, source[end] >= 0x80 { insertions.append(.init(offset: end, mark: .stop)) }
    return end
  }

  /// Where an address ends that goes on at `start`: at a space, at `<`, or where Chinese text goes on.
  static func end(ofAddressFrom start: Int, in source: UnsafeBufferPointer<UInt8>) -> Int {
    var index = start
    while index < source.count, source[index] > 0x20, source[index] != UInt8(ascii: "<") {
      if source[index] < 0x80 {
        index += 1
        continue
      }
      guard let (scalar, length) = UTF8Scalars.scalar(at: index, in: source) else { return index }
      let followsWord = source[index - 1] < 0x80 && isAlphanumeric(source[index - 1])
      if CJKText.isCJKPunctuation(scalar) || followsWord && CJKText.isCJK(scalar) { return index }
      index += length
    }
    return index
  }

  private static func schemeStart(before colon: Int, in source: UnsafeBufferPointer<UInt8>) -> Int? {
    var start = colon
    while start > 0, colon - start < 6, isLetter(source[start - 1]) { start -= 1 }
    let scheme = source[start..<colon].map { $0 | 0x20 }
    return ["http", "https", "ftp"].contains { scheme.elementsEqual($0.utf8) } ? start : nil
  }

  /// Not inside `<…>`, an attribute's quotes, `](…)` or a reference definition.
  private static func isBare(at start: Int, in source: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = start - 1
    guard index >= 0 else { return true }
    if source[index] == UInt8(ascii: "<") || source[index] == UInt8(ascii: "\"") { return false }
    if source[index] == UInt8(ascii: "(") { return index == 0 || source[index - 1] != UInt8(ascii: "]") }
    while index > 0, source[index] == 0x20 { index -= 1 }
    return !(index > 0 && source[index] == UInt8(ascii: ":") && source[index - 1] == UInt8(ascii: "]"))
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
  private static func isAlphanumeric(_ byte: UInt8) -> Bool { isLetter(byte) || (0x30...0x39).contains(byte) }
}
