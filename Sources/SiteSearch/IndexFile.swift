internal import ContentModel
internal import Encodings

/// A file of the index: a script that hands its content to the client, `ciyuanSearch("name",content)`.
///
/// A script, because a page opened from the disk may load nothing else.
struct IndexFile {
  let name: String
  let file: OutputFile

  /// - Parameter head: a script to run before.
  init(name: String, head: [UInt8] = [], content: String) {
    self.name = name
    let call = "ciyuanSearch(\"\(name)\",\(content))\n"
    file = OutputFile(path: "search/\(name).js", bytes: head + Array(call.utf8))
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
  }

  /// The length of a name without its prefix.
  static let hashLength = 6

  private static func digits(_ hash: UInt64) -> String {
    let digits = String(hash ^ hash >> 32, radix: 36)
    return String((String(repeating: "0", count: hashLength) + digits).suffix(hashLength))
  }
}
