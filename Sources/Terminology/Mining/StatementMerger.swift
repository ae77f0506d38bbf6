/// Joins what a page says of one concept in several places.
struct StatementMerger {
  let names: LexiconNames

  /// In the order in which the concepts are first stated. O(statements).
  func merged(_ statements: [Statement]) -> [Statement] {
    var result: [Statement] = []
    var owner: [String: Int] = [:]
    for statement in statements {
      let keys = statement.names.map(Self.key)
      let place = keys.lazy.compactMap { owner[$0] }.first { fits(statement, result[$0]) }
      if let place {
        for name in statement.names where !result[place].names.contains(name) { result[place].names.append(name) }
      } else {
        result.append(statement)
      }
      for key in keys where owner[key] == nil { owner[key] = place ?? result.count - 1 }
    }
    return result
  }

  /// One abbreviation may stand for two things: what its words say must agree.
  private func fits(_ statement: Statement, _ other: Statement) -> Bool {
    for name in statement.names where name.kind == .english {
      for known in other.names where known.kind == .english && Self.key(name) != Self.key(known) {
        let a = names.concepts(named: name.text), b = names.concepts(named: known.text)
        if !a.isEmpty, !b.isEmpty, Set(a).isDisjoint(with: b) { return false }
        if AbbreviationAlignment.holds(known.text, for: name.text) || AbbreviationAlignment.holds(name.text, for: known.text) {
          continue
        }
        if a.isEmpty || b.isEmpty, !sharesWord(name.text, known.text) { return false }
      }
    }
    return true
  }

  private func sharesWord(_ a: String, _ b: String) -> Bool {
    func words(_ text: String) -> Set<String> {
      Set(text.lowercased().split { !$0.isLetter }.map { String($0.prefix(5)) })
    }
    return !words(a).isDisjoint(with: words(b))
  }

  /// A name as it is told from others: width, case and plural aside.
  static func key(_ name: StatedName) -> String {
    let folded = FoldedText(name.text)
    var text = folded.text(0..<folded.scalars.count)
    if name.kind != .chinese, text.utf8.count > 3, text.hasSuffix("s") { text.removeLast() }
    return text
  }
}
