/// Where an attribute makes of a Han name another thing's: 大模型 is a language model, `图片生成类 AI 大模型` is none.
///
/// `Data/Linking/han-attributes.txt` lists the few names that a whole field uses in a narrower sense than their words have.
enum HanAttributes {
  /// How many words may stand between attribute and name.
  private static let reach = 4

  /// Whether such an attribute stands before the name at `start..<end`. O(1).
  static func change(from start: Int, to end: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let name = bytes[start..<end]
    guard start >= 6, let (_, attributes) = table.attributes.first(where: { name.suffix($0.name.count).elementsEqual($0.name) })
    else { return false }
    var before = bytes[max(0, start - 60)..<start]
    for _ in 0...reach {
      while before.last == 0x20 { before.removeLast() }
      if attributes.contains(where: { before.suffix($0.count).elementsEqual($0) }) { return true }
      guard let filler = table.between.first(where: { before.suffix($0.count).elementsEqual($0) }) else { return false }
      before.removeLast(filler.count)
    }
    return false
  }

  private static let table = read(EmbeddedFiles.all["Linking/han-attributes.txt"] ?? "")

  private static func read(_ text: String) -> (attributes: [(name: [UInt8], words: [[UInt8]])], between: [[UInt8]]) {
    var attributes: [(name: [UInt8], words: [[UInt8]])] = [], between: [[UInt8]] = []
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let words = line[line.index(after: colon)...].split(separator: " ").map { Array($0.utf8) }
      if line[..<colon] == "between" { between = words } else { attributes.append((Array(line[..<colon].utf8), words)) }
    }
    return (attributes, between)
  }
}
