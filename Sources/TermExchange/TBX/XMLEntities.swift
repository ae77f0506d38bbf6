internal import Diagnostics

/// Entities that an XML file declares itself, or in its DTD: they are not read, since a few lines of them can stand for gigabytes
/// or for files of this machine. What they stand for must not be lost in silence.
enum XMLEntities {
  private static let predefined: Set = ["amp", "lt", "gt", "quot", "apos"]

  /// At the first reference to an entity that XML itself does not know. O(file).
  static func fault(in file: SourceFile) -> Diagnostic? {
    let bytes = file.bytes
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "<") {
        if let end = skipped(at: index, in: bytes) { index = end } else { index += 1 }
        continue
      }
      guard bytes[index] == UInt8(ascii: "&") else {
        index += 1
        continue
      }
      let name = bytes[(index + 1)...].prefix {
        (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || "._-:".utf8.contains($0)
      }
      let end = index + 1 + name.count
      if !name.isEmpty, end < bytes.count, bytes[end] == UInt8(ascii: ";"), !predefined.contains(String(decoding: name, as: UTF8.self)) {
        return Diagnostic(
          .error, rule: "xml-entity", "entity \"\(String(decoding: name, as: UTF8.self))\" is not read: it is declared outside XML itself",
          at: file.location(of: index..<end + 1), suggestion: "write entities out first: xmllint --noent \(file.path) --output NEW.tbx")
      }
      index = end
    }
    return nil
  }

  /// The end of a comment, of CDATA or of the DTD that begins here.
  private static func skipped(at index: Int, in bytes: [UInt8]) -> Int? {
    for (opening, closing) in [("<!--", "-->"), ("<![CDATA[", "]]>")] where bytes[index...].starts(with: opening.utf8) {
      return bytes[index...].firstRange(of: Array(closing.utf8))?.upperBound ?? bytes.count
    }
    guard bytes[index...].starts(with: "<!DOCTYPE".utf8) else { return nil }
    let end = bytes[index...].firstIndex { $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "[") } ?? bytes.count
    guard end < bytes.count, bytes[end] == UInt8(ascii: "[") else { return end }
    return bytes[end...].firstRange(of: Array("]>".utf8))?.upperBound
      ?? bytes[end...].firstIndex(of: UInt8(ascii: "]")).map { $0 + 1 } ?? bytes.count
  }
}
