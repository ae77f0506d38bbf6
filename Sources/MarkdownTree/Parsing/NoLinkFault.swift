internal import Diagnostics

/// A `{no link}`, `{nolink}` or `｛no-link｝` that was meant as `{no-link}` and is none: it stays in the page as it is written.
struct NoLinkFault {
  private let text: String

  private static let longest = 16
  private static let fullWidthBraces = [Array("｛".utf8), Array("｝".utf8)]

  /// Of the brace that begins at `index`; `nil` where it holds anything else.
  static func found(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> NoLinkFault? {
    guard let opening = brace(0, at: index, in: bytes) else { return nil }
    var cursor = index + opening
    var letters = ""
    while cursor < min(bytes.count, index + longest) {
      if let closing = brace(1, at: cursor, in: bytes) {
        let text = String(decoding: bytes[index..<cursor + closing], as: UTF8.self)
        return NearMiss.suggestion(for: letters, among: ["nolink"]) != nil && letters.count > 4 ? NoLinkFault(text: text) : nil
      }
      switch bytes[cursor] {
      case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: " "): break
      case let byte where (0x61...0x7A).contains(byte | 0x20): letters.unicodeScalars.append(Unicode.Scalar(byte | 0x20))
      default: return nil
      }
      cursor += 1
    }
    return nil
  }

  /// How many bytes an opening (0) or closing (1) brace of either width takes here; `nil` where there is none.
  private static func brace(_ side: Int, at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    if bytes[index] == (side == 0 ? UInt8(ascii: "{") : UInt8(ascii: "}")) { return 1 }
    return bytes[index...].starts(with: fullWidthBraces[side]) ? 3 : nil
  }

  func diagnostic(in file: SourceFile, nearLine line: Int) -> Diagnostic {
    Diagnostic(
      .warning, rule: "no-link", "\"\(text)\" refuses no link", at: file.location(of: text, nearLine: line), suggestion: "write {no-link}")
  }
}
