internal import Diagnostics
internal import Encodings

extension Document {
  /// Fingerprint of what a translator translates: title, summary and body, without white space. A line wrapped elsewhere, keys
  /// in another order and keys that are the same in every language change nothing. O(body).
  public var translationHash: String {
    // A byte that UTF-8 never has stands between the parts.
    let parts = [Array(title.utf8), Array((text("summary") ?? "").utf8), Array(file.bytes[body])]
    return Fingerprint(parts.flatMap { Self.withoutSpace($0) + [0xFF] }).hexadecimal
  }

  /// The hash of the text that this file says it translates.
  public var translatedFrom: String? { text("translated-from") }

  static func isTranslationHash(_ text: String) -> Bool {
    text.utf8.count == 16 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  /// Without ASCII's white space, U+00A0, U+3000 and U+FEFF.
  private static func withoutSpace(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let rest = bytes[index...]
      if (0x09...0x0D).contains(bytes[index]) || bytes[index] == 0x20 {
        index += 1
      } else if rest.starts(with: [0xC2, 0xA0]) {
        index += 2
      } else if rest.starts(with: [0xE3, 0x80, 0x80]) || rest.starts(with: [0xEF, 0xBB, 0xBF]) {
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }
}
