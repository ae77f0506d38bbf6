internal import ContentModel
internal import Encodings

/// A file of the index: a script that hands its content to the client, `ciyuanSearch("name",content)`.
///
/// A script, because a page opened from the disk may load nothing else.
struct IndexFile {
  let name: String
  let file: OutputFile
  /// Whether the name follows from the file alone.
  private(set) var hasOwnName = true

  /// - Parameter head: a script to run before.
  init(name: String, head: [UInt8] = [], content: String) {
    self.name = name
    let call = "ciyuanSearch(\"\(name)\",\(content))\n"
    file = OutputFile(path: Self.path(name), bytes: head + Array(call.utf8))
  }

  /// Named for its content: `prefix` and six characters of its hash. `taken` are the names given so far.
  init(prefix: String, content: String, taken: inout Set<String>) {
    var hash = Fingerprint(content.utf8).value
    var name: String
    repeat {
      name = prefix + Self.digits(hash)
      hash = hash &* 0x9E37_79B9_7F4A_7C15 &+ 1
    } while !taken.insert(name).inserted
    self.init(name: name, content: content)
    hasOwnName = name == Self.name(prefix: prefix, content: content)
  }

  /// The name of a content that no other takes.
  static func name(prefix: String, content: String) -> String { prefix + digits(Fingerprint(content.utf8).value) }

  static func path(_ name: String) -> String { "search/\(name).js" }

  /// The content of a file, whose bytes are those of one without a head.
  static func content(_ bytes: [UInt8], name: String) -> ArraySlice<UInt8>? {
    let start = Array("ciyuanSearch(\"\(name)\",".utf8), end = Array(")\n".utf8)
    guard bytes.count >= start.count + end.count, bytes.starts(with: start), bytes.suffix(end.count).elementsEqual(end) else { return nil }
    return bytes[start.count..<bytes.count - end.count]
  }

  /// The length of a name without its prefix.
  static let hashLength = 6

  private static func digits(_ hash: UInt64) -> String {
    let digits = String(hash ^ hash >> 32, radix: 36)
    return String((String(repeating: "0", count: hashLength) + digits).suffix(hashLength))
  }
}
