extension CompactScript {
  /// A line of code without the spaces around its punctuation. Strings, regular expressions and comments stay as they are,
  /// and so does all that follows what may be a division or a regular expression. O(bytes).
  static func withoutSpaces(_ line: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var index = line.startIndex
    while index < line.endIndex {
      let byte = line[index]
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        let end = literalEnd(line, from: index)
        result += line[index..<end]
        index = end
      case UInt8(ascii: "/"):
        let next = index + 1 < line.endIndex ? line[index + 1] : 0
        guard next != UInt8(ascii: "/"), next != UInt8(ascii: "*"), let before = result.last, before != UInt8(ascii: ")") else {
          return result + line[index...]
        }
        let isRegularExpression = punctuation.contains(before) && before != UInt8(ascii: "]") || keywords.contains(lastWord(result))
        let end = isRegularExpression ? literalEnd(line, from: index) : index + 1
        result += line[index..<end]
        index = end
      case 0x20:
        var next = index
        while next < line.endIndex, line[next] == 0x20 { next += 1 }
        if next < line.endIndex, !result.isEmpty, needsSpace(result[result.count - 1], line[next]) { result.append(0x20) }
        index = next
      default:
        result.append(byte)
        index += 1
      }
    }
    return result
  }

  private static func lastWord(_ bytes: [UInt8]) -> String {
    let start = bytes.lastIndex { !(0x61...0x7A).contains($0) } ?? -1
    return String(decoding: bytes[(start + 1)...], as: UTF8.self)
  }

  /// Words with a regular expression behind them where a name would be divided.
  static let keywords: Set<String> = [
    "return", "typeof", "case", "in", "of", "do", "else", "void", "delete", "throw", "await", "yield",
  ]

  /// Where the string or regular expression ends that begins at `start`.
  static func literalEnd(_ line: ArraySlice<UInt8>, from start: Int) -> Int {
    var index = start + 1, inClass = false
    while index < line.endIndex {
      switch line[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "[") where line[start] == UInt8(ascii: "/"): inClass = true
      case UInt8(ascii: "]"): inClass = false
      case line[start] where !inClass: return index + 1
      default: break
      }
      index += 1
    }
    return line.endIndex
  }

  private static func needsSpace(_ before: UInt8, _ after: UInt8) -> Bool {
    // `a + +b`, `a < !--b`, `a / /b/`
    let signs: Set<UInt8> = [0x2B, 0x2D, 0x2F, 0x21, 0x2A]
    if signs.contains(after), signs.contains(before) || before == UInt8(ascii: "<") { return true }
    return !punctuation.contains(before) && !punctuation.contains(after)
  }

  private static let punctuation = Set("()[]{};,=:?<>&|!+-*/%".utf8)
}
