/// The words of everyday Chinese prose in `Data/Linking/han-words.txt`, one to three characters long, and how common each is.
enum HanWords {
  /// Characters of the longest word.
  static let longest = 3
  /// The logarithm, base 2, of the words that were counted.
  static let total = 26

  /// The logarithm, base 2, of how often the word occurs in prose; `nil` where it is not in the list. O(1).
  ///
  /// - Parameter word: UTF-8, Han characters alone.
  static func occurrences(of word: ArraySlice<UInt8>) -> Int? {
    guard word.count <= 3 * longest else { return nil }
    return table[key(word)].map(Int.init)
  }

  /// Whether any word begins with the first and ends with the second of two characters that stand side by side. O(1).
  static func join(_ pair: UnsafeBufferPointer<UInt8>) -> Bool { table[key(pair)] != nil }

  /// Nine bytes do not fit: of each character those bits that tell it.
  private static func key(_ word: some Sequence<UInt8>) -> UInt64 {
    var key: UInt64 = 0
    for byte in word { key = byte & 0xC0 == 0x80 ? key << 6 | UInt64(byte & 0x3F) : key << 4 | UInt64(byte & 0x0F) }
    return key
  }

  private static let table: [UInt64: UInt8] = {
    var table: [UInt64: UInt8] = [:]
    table.reserveCapacity(40_000)
    for line in (EmbeddedFiles.all["Linking/han-words.txt"] ?? "").utf8.split(separator: UInt8(ascii: "\n"))
    where line.first != UInt8(ascii: "#") {
      let parts = line.split(separator: UInt8(ascii: " "))
      guard parts.count == 3, let length = Int(String(Substring(parts[0]))), let logarithm = UInt8(String(Substring(parts[1])))
      else { continue }
      var words = parts[2]
      while words.count >= 3 * length {
        table[key(words.prefix(3 * length))] = logarithm
        words = words.dropFirst(3 * length)
      }
    }
    return table
  }()
}
