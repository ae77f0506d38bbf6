/// A name, a sign, a number, a string or a regular expression of a script.
struct ScriptToken {
  /// Empty for a string or a regular expression.
  let text: String
  let range: Range<Int>
  let isName: Bool

  /// Nothing for a script with a template literal, or with what is not plainly a division or a regular expression. O(bytes).
  static func tokens(of script: [UInt8]) -> [ScriptToken]? {
    var tokens: [ScriptToken] = []
    var index = 0
    func append(to end: Int, isName: Bool = false, isLiteral: Bool = false) {
      let text = isLiteral ? "" : String(decoding: script[index..<end], as: UTF8.self)
      tokens.append(ScriptToken(text: text, range: index..<end, isName: isName))
      index = end
    }
    while index < script.count {
      let byte = script[index], rest = script[index...]
      switch byte {
      case 0x20, 0x09, 0x0A, 0x0D: index += 1
      case UInt8(ascii: "`"): return nil
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        append(to: CompactScript.literalEnd(rest, from: index), isLiteral: true)
      case UInt8(ascii: "/") where rest.starts(with: "//".utf8):
        index = rest.firstIndex(of: 0x0A) ?? script.count
      case UInt8(ascii: "/") where rest.starts(with: "/*".utf8):
        index = rest.indices.dropFirst(3).first { script[$0] == UInt8(ascii: "/") && script[$0 - 1] == UInt8(ascii: "*") } ?? script.count
        index = min(index + 1, script.count)
      case UInt8(ascii: "/"):
        guard let divides = divides(tokens) else { return nil }
        if divides { append(to: index + 1) } else { append(to: CompactScript.literalEnd(rest, from: index), isLiteral: true) }
      case _ where isNamePart(byte):
        let end = rest.firstIndex { !isNamePart($0) } ?? script.count
        append(to: end, isName: !(0x30...0x39).contains(byte))
      default:
        let sign = ["...", "?.", "=>", "++", "--"].first { rest.starts(with: $0.utf8) }
        append(to: index + (sign?.utf8.count ?? 1))
      }
    }
    return tokens
  }

  /// Whether a slash behind these divides; nothing where only a parser could tell.
  private static func divides(_ tokens: [ScriptToken]) -> Bool? {
    guard let last = tokens.last else { return false }
    if last.isName { return !CompactScript.keywords.contains(last.text) }
    switch last.text {
    case ")":
      var depth = 0
      let opening = tokens.lastIndex { token in
        depth += token.text == ")" ? 1 : token.text == "(" ? -1 : 0
        return depth == 0
      }
      return opening.map { $0 == 0 || !["if", "for", "while"].contains(tokens[$0 - 1].text) }
    case "}": return nil
    case "", "]", "++", "--": return true
    default: return last.text.utf8.allSatisfy(isNamePart)
    }
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...: true
    default: false
    }
  }
}
