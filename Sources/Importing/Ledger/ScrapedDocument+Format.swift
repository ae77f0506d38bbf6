internal import FileSystem

extension ScrapedDocument {
  /// A document in the format that its name and its first bytes say.
  package init(path: String, decoded text: DecodedText) throws(UnreadableDocument) {
    switch Self.format(path: path, text.bytes) {
    case .html: try self.init(path: path, html: text.bytes)
    case .markdown, .text: self.init(path: path, text: String(decoding: text.bytes, as: UTF8.self))
    }
  }

  static func format(path: String, _ bytes: [UInt8]) -> Format {
    switch Path.extension(of: path).lowercased() {
    case "html", "htm", "xhtml", "shtml": return .html
    case "md", "markdown": return .markdown
    default: break
    }
    // A page saved under another name.
    let head = bytes.prefix(1024).drop { $0 <= 0x20 }.map { $0 >= 0x41 && $0 <= 0x5A ? $0 + 0x20 : $0 }
    let beginnings = ["<!doctype html", "<html", "<head", "<body", "<?xml"]
    guard beginnings.contains(where: { head.starts(with: $0.utf8) }) else { return .text }
    return head.starts(with: "<?xml".utf8) && head.firstRange(of: Array("<html".utf8)) == nil ? .text : .html
  }
}
