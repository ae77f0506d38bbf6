/// Where a Han name only seems to stand, because a word crosses its edge: `来自编码器` is 来自 and 编码器, `并发现` is 并 and 发现.
///
/// Chinese is not segmented (that cuts names as often as it saves them); the few crossings that happen are listed in
/// `Data/Linking/han-edges.txt`.
enum HanEdges {
  /// Whether a word crosses an edge of the name at `start..<end`. O(1): a few characters around it are looked at.
  static func isCrossed(from start: Int, to end: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if start >= 3, let before = table.begins[character(at: start, in: bytes)], before.contains(character(at: start - 3, in: bytes)) {
      guard start >= 6 else { return true }
      if !table.exceptions.contains(character(at: start - 6, in: bytes) << 24 | character(at: start - 3, in: bytes)) { return true }
    }
    guard end + 3 <= bytes.count, let endings = table.ends[character(at: end, in: bytes)] else { return false }
    return endings.contains { $0.holds(bytes[start..<end]) }
  }

  /// The three bytes from `index` on as a number.
  @inline(__always)
  private static func character(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    UInt64(bytes[index]) << 16 | UInt64(bytes[index + 1]) << 8 | UInt64(bytes[index + 2])
  }

  /// What does not end before a character: a name, or names that end so.
  private struct Ending {
    let bytes: [UInt8]
    let isWhole: Bool

    func holds(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
      (!isWhole || bytes.count == name.count) && name.suffix(bytes.count).elementsEqual(bytes)
    }
  }

  private static let table = read(EmbeddedFiles.all["Linking/han-edges.txt"] ?? "")

  private static func read(_ text: String) -> (begins: [UInt64: Set<UInt64>], exceptions: Set<UInt64>, ends: [UInt64: [Ending]]) {
    var begins: [UInt64: Set<UInt64>] = [:], exceptions: Set<UInt64> = [], ends: [UInt64: [Ending]] = [:]
    func number(_ text: some StringProtocol) -> UInt64 { text.utf8.reduce(0) { $0 << 8 | UInt64($1) } }
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let words = line[line.index(after: colon)...].split(separator: " ")
      let head = line[..<colon].split(separator: " ")
      switch head.first {
      case "begin": begins[number(head[1])] = Set(words.map { number($0) })
      case "end", "ending":
        let ending = Ending(bytes: Array(head[1].utf8), isWhole: head[0] == "end")
        for word in words { ends[number(word), default: []].append(ending) }
      default: exceptions.formUnion(words.map { number($0) })
      }
    }
    return (begins, exceptions, ends)
  }
}
