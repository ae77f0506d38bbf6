/// Addresses that the autolink extension finds in text, by its rules.
enum BareAddress {
  /// The end of the address that begins at `index`.
  static func end(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard bytes[index] == UInt8(ascii: "h"), index == 0 || !MarkdownWriter.isLetter(bytes[index - 1]) else { return nil }
    let rest = bytes[index...]
    let scheme = ["https://", "http://"].first { rest.starts(with: $0.utf8) }
    guard let start = scheme.map({ index + $0.utf8.count }), start < bytes.count, hasHost(at: start, in: bytes) else {
      return nil
    }
    var end = AutolinkRepair.end(ofAddressFrom: start, in: bytes)
    while end > start, isTrimmed(from: index, to: end, in: bytes) { end -= 1 }
    return end
  }

  /// The last two labels of a host hold no `_`.
  private static func hasHost(at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard MarkdownWriter.isLetter(bytes[start]) || MarkdownWriter.isDigit(bytes[start]) else { return false }
    let host = bytes[start...].prefix {
      MarkdownWriter.isLetter($0) || MarkdownWriter.isDigit($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
        || $0 == UInt8(ascii: "_")
    }
    let labels = host.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return !labels.suffix(2).contains { $0.contains(UInt8(ascii: "_")) }
  }

  /// Whether the last byte does not belong to the address: stops, and a `)` without its `(`.
  private static func isTrimmed(from start: Int, to end: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let last = bytes[end - 1]
    if "?!.,:*_~'\";".utf8.contains(last) { return true }
    guard last == UInt8(ascii: ")") else { return false }
    let address = bytes[start..<end]
    return address.count { $0 == UInt8(ascii: ")") } > address.count { $0 == UInt8(ascii: "(") }
  }
}
