internal import Encodings

/// HTML as bytes under construction.
struct HTMLWriter {
  private(set) var bytes: [UInt8] = []

  init(capacity: Int) {
    bytes.reserveCapacity(capacity)
  }

  mutating func write(_ markup: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
  }

  mutating func write(_ raw: some Collection<UInt8>) {
    bytes.append(contentsOf: raw)
  }

  mutating func write(number: Int32) {
    bytes.append(contentsOf: String(number).utf8)
  }

  /// A line break unless the text is at the start of a line.
  mutating func startLine() {
    if let last = bytes.last, last != 0x0A { bytes.append(0x0A) }
  }

  /// Text for element content and double-quoted attributes.
  mutating func writeEscaped(_ text: ArraySlice<UInt8>) {
    text.withUnsafeBufferPointer { bytes.appendEscaped($0, special: .doubleQuotedMarkup) }
  }

  mutating func writeEscaped(_ text: String) { writeEscaped(Array(text.utf8)[...]) }

  /// An address for a double-quoted attribute: percent-encodes what an address cannot hold, as cmark does.
  mutating func writeAddress(_ address: ArraySlice<UInt8>) {
    for byte in address {
      if Self.inAddress.contains(byte) {
        bytes.append(byte)
      } else if byte == UInt8(ascii: "&") {
        write("&amp;")
      } else if byte == UInt8(ascii: "'") {
        write("&#x27;")
      } else {
        bytes.appendPercentEncoded(byte)
      }
    }
  }

  private static let inAddress = ASCIISet(
    "-_.+!*(),%#@?=;:/$~ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
}
