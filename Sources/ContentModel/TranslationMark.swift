internal import Diagnostics

/// Writes into a content file which text it translates.
public enum TranslationMark {
  /// The file's bytes with `translated-from: hash`: in place of the hash that stands there, else as the last line of the front
  /// matter. All else stays byte for byte.
  public static func writing(_ hash: String, into document: Document) -> [UInt8] {
    let bytes = document.file.bytes
    if let entry = document.frontMatter.entries.first(where: { $0.key.value == "translated-from" }) {
      let end = bytes[entry.key.range.lowerBound...].firstIndex(of: 0x0A) ?? bytes.count
      let line = bytes[..<end].last == 0x0D ? end - 1 : end
      return bytes[..<entry.key.range.lowerBound] + Array("translated-from: \(hash)".utf8) + bytes[line...]
    }
    // The fence is the line before the body.
    var fence = document.body.lowerBound
    if fence > 0, bytes[fence - 1] == 0x0A { fence -= 1 }
    while fence > 0, bytes[fence - 1] != 0x0A { fence -= 1 }
    let lineEnd = fence >= 2 && bytes[fence - 2] == 0x0D ? "\r\n" : "\n"
    return bytes[..<fence] + Array("translated-from: \(hash)\(lineEnd)".utf8) + bytes[fence...]
  }
}
