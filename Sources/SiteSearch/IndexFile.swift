internal import ContentModel

/// A file of the index: a script that hands its content to the client, `ciyuanSearch("name",content)`.
///
/// A script, because a page opened from the disk may load nothing else.
struct IndexFile {
  let name: String
  let file: OutputFile

  init(name: String, content: String) {
    self.name = name
    file = OutputFile(path: "search/\(name).js", text: "ciyuanSearch(\"\(name)\",\(content))\n")
  }

  /// Named for its content.
  init(prefix: String, content: String) {
    self.init(name: prefix + Self.digest(content), content: content)
  }

  init(prefix: String, bytes: [UInt8]) {
    self.init(prefix: prefix, content: "\"\(Base64Text.encode(bytes))\"")
  }

  /// Eight characters of the 64-bit FNV-1a hash.
  private static func digest(_ content: String) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in content.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let digits = String(hash, radix: 36)
    return String((String(repeating: "0", count: 8) + digits).suffix(8))
  }
}
