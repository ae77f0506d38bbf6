internal import HanText

/// Clauses of a title, at punctuation.
enum TitleClauses {
  struct Part {
    let text: Substring
    /// Whether a question mark ends it.
    let isQuestion: Bool
  }

  static func split(_ title: Substring) -> [Part] {
    var parts: [Part] = []
    var start = title.startIndex
    func close(at end: Substring.Index, isQuestion: Bool) {
      let text = title[start..<end]
      if !text.isEmpty, !saysNothing(text) { parts.append(Part(text: text, isQuestion: isQuestion)) }
    }
    let scalars = title.unicodeScalars
    for index in scalars.indices where !goesOn(title[scalars.index(after: index)...]) {
      switch scalars[index] {
      case " " where joins(title[scalars.index(after: index)...]): close(at: index, isQuestion: false)
      case "?", "？": close(at: index, isQuestion: true)
      case "!", "！", "。", ";", "；", ",", "，", ":", "：", "\n", "…": close(at: index, isQuestion: false)
      default: continue
      }
      start = scalars.index(after: index)
    }
    close(at: title.endIndex, isQuestion: false)
    return parts
  }

  private static func saysNothing(_ clause: Substring) -> Bool {
    clause.utf8.count <= 24 && TitleGrammar.standard.openers.contains(clause.split(separator: " ").joined(separator: " ").lowercased())
  }

  /// Whether another clause begins: `What is X and how does it work`.
  private static func joins(_ rest: Substring) -> Bool {
    guard let first = rest.unicodeScalars.first, first == "a" || first == "A" else { return false }
    let head = rest.prefix(longestJoin + 1).lowercased()
    return TitleGrammar.standard.joins.contains { head.hasPrefix($0 + " ") }
  }

  private static let longestJoin = TitleGrammar.standard.joins.map(\.count).max() ?? 0

  /// Whether what follows a mark belongs to what stands before it: `…，而不是 BN`.
  private static func goesOn(_ rest: Substring) -> Bool {
    TitleGrammar.standard.continuations.contains { rest.unicodeScalars.starts(with: $0.unicodeScalars) }
  }
}

/// The order of words that names and phrases are known in.
enum PlainWording {
  /// `对 PDF 进行解析` → `对 PDF 解析`, `性能为什么这么高` → `为什么性能高`, so that a name is whole again.
  ///
  /// The English possessive goes as well: `Go's scheduler`; an arrow becomes a word.
  static func plain(_ clause: Substring, _ grammar: TitleGrammar = .standard) -> Substring {
    var clause = clause
    for idle in grammar.idle where clause.containsBytes(of: idle) { clause = dropped(idle, from: clause) }
    for (word, signs) in [(" \(grammar.arrows[0]) ", grammar.arrows.dropFirst()), (grammar.roots[0], grammar.roots.dropFirst())] {
      for sign in signs {
        while let range = clause.firstBytes(of: sign) {
          clause = Substring(clause[..<range.lowerBound] + word + clause[range.upperBound...])
        }
      }
    }
    if let end = grammar.closing.first(where: { clause.hasSuffix($0.word) && clause.utf8.count > $0.word.utf8.count }) {
      clause = Substring(clause.dropLast(end.word.count) + end.read)
    }
    return whyFirst(withoutOccasion(clause, grammar), grammar)
  }

  /// `when training a model` → `training a model`.
  private static func withoutOccasion(_ clause: Substring, _ grammar: TitleGrammar) -> Substring {
    guard clause.utf8.contains(where: { $0 | 0x20 == 0x77 }) else { return clause }
    let lower = clause.lowercased()
    for word in grammar.occasions.lazy.map({ $0 + " " }) {
      guard let range = lower.firstBytes(of: word), lower.utf8.count == clause.utf8.count,
        range.lowerBound == lower.startIndex || lower[..<range.lowerBound].hasSuffix(" "),
        lower[range.upperBound...].prefix(while: { $0.isASCII && ($0.isLetter || $0 == "-") }).hasSuffix("ing")
      else { continue }
      let start = clause.utf8.index(clause.startIndex, offsetBy: lower.utf8.distance(from: lower.startIndex, to: range.lowerBound))
      let end = clause.utf8.index(start, offsetBy: word.utf8.count)
      return Substring(clause[..<start] + clause[end...])
    }
    return clause
  }

  /// Without an idle word, except where it is all that is said: `是怎样进行的`.
  private static func dropped(_ idle: String, from clause: Substring) -> Substring {
    var result = ""
    var rest = clause
    while let range = rest.firstBytes(of: idle) {
      let isVerb = rest[range.upperBound...].first.map { $0 == "的" } ?? true
      result += isVerb ? rest[..<range.upperBound] : rest[..<range.lowerBound] + (idle.last == " " ? " " : "")
      rest = rest[range.upperBound...]
    }
    return Substring(result + rest)
  }

  /// What follows the question word is joined to what stands before it, unless a verb of use or need follows: that is part
  /// of the question word's phrase (`为什么要用`).
  private static func whyFirst(_ clause: Substring, _ grammar: TitleGrammar) -> Substring {
    for word in grammar.why {
      guard let range = clause.firstBytes(of: word), range.lowerBound > clause.startIndex else { continue }
      var rest = clause[range.upperBound...].drop { $0 == " " }
      while !grammar.whyPhrase.contains(where: rest.hasPrefix), let idle = grammar.whyIdle.first(where: rest.hasPrefix) {
        rest = rest.dropFirst(idle.count).drop { $0 == " " }
      }
      guard !rest.isEmpty, !grammar.whyPhrase.contains(where: rest.hasPrefix) else { return clause }
      return Substring(word + clause[..<range.lowerBound] + rest)
    }
    return clause
  }
}
