/// Short names for what a script calls its own variables and functions, and `let` for `const`: every reader loads them, only authors read them.
///
/// The script is one strict function, so that nothing outside knows them. A name becomes the same short one wherever it
/// stands, whatever its scope. One that is a property, a key or a method as well, anywhere, stays; so does one that the
/// script does not declare, which is the browser's.
struct ShortNames {
  private let script: [UInt8]
  private let tokens: [ScriptToken]
  /// By bracket, the one that belongs to it; by other token, the bracket it stands in, -1 where it is in none.
  private let partners: [Int]

  /// The script with short names; as it is where its brackets do not match. O(bytes).
  static func shorten(_ script: [UInt8]) -> [UInt8] {
    guard let tokens = ScriptToken.tokens(of: script), let partners = partners(tokens) else { return script }
    return ShortNames(script: script, tokens: tokens, partners: partners).shortened()
  }

  private static func partners(_ tokens: [ScriptToken]) -> [Int]? {
    var partners = Array(repeating: -1, count: tokens.count), open: [Int] = []
    for (index, token) in tokens.enumerated() {
      switch token.text {
      case "(", "[", "{": open.append(index)
      case ")", "]", "}":
        guard let opening = open.popLast() else { return nil }
        (partners[opening], partners[index]) = (index, opening)
      default: partners[index] = open.last ?? -1
      }
    }
    return open.isEmpty ? partners : nil
  }

  private func shortened() -> [UInt8] {
    let shortNames = assignments()
    var result: [UInt8] = []
    var copied = 0
    for token in tokens where token.isName {
      guard let short = shortNames[token.text] else { continue }
      result += script[copied..<token.range.lowerBound] + Array(short.utf8)
      copied = token.range.upperBound
    }
    return result + script[copied...]
  }

  /// The shortest names for those that are used most.
  private func assignments() -> [String: String] {
    var uses: [String: Int] = [:], declared: Set<String> = [], kept: Set<String> = []
    for (index, token) in tokens.enumerated() where token.isName {
      uses[token.text, default: 0] += 1
      if isDeclared(index) { declared.insert(token.text) }
      if isProperty(index) { kept.insert(token.text) }
    }
    let wanted = declared.subtracting(kept).sorted { (uses[$1]!, $0) < (uses[$0]!, $1) }
    let taken = Set(uses.keys).union(Self.reserved)
    let letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".map(String.init)
    let pairs = letters.lazy.flatMap { first in letters.lazy.map { first + $0 } }
    // A script that works does not depend on which of the two it is.
    var result = kept.contains("const") ? [:] : ["const": "let"]
    for (name, short) in zip(wanted, (letters + pairs).filter { !taken.contains($0) }) where short.utf8.count < name.utf8.count {
      result[name] = short
    }
    return result
  }

  private func text(_ index: Int) -> String { tokens.indices.contains(index) ? tokens[index].text : "" }

  /// Whether a variable, a function, a class or a parameter gets its name here. Some that do are not recognized, and stay.
  private func isDeclared(_ index: Int) -> Bool {
    let before = text(index - 1)
    if ["const", "let", "function", "class"].contains(before) || text(index + 1) == "=>" { return true }
    guard ["(", "[", ",", "..."].contains(before), let opening = Optional(partners[index]), opening >= 0 else { return false }
    let isList = ["const", "let"].contains(text(opening - 1)) && text(opening) == "["
    return isList || text(opening) == "(" && isParameters(opening)
  }

  /// Whether a bracket begins the parameters of a function, or what is caught.
  private func isParameters(_ opening: Int) -> Bool {
    let behind = text(partners[opening] + 1)
    return behind == "=>" || behind == "{" && !["if", "for", "while", "switch"].contains(text(opening - 1))
  }

  /// Whether a name is one of an object's, or may be.
  private func isProperty(_ index: Int) -> Bool {
    let (before, behind) = (text(index - 1), text(index + 1))
    if before == "." || before == "?." || behind == ":" { return true }
    if behind == "(", before != "function", text(partners[index + 1] + 1) == "{" { return true }
    return partners[index] >= 0 && text(partners[index]) == "{" && ["{", ","].contains(before) && [",", "}", "="].contains(behind)
  }

  private static let reserved: Set<String> = ["do", "if", "in", "of", "as"]
}
