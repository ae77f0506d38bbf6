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
      if start < end { parts.append(Part(text: title[start..<end], isQuestion: isQuestion)) }
    }
    for index in title.indices {
      switch title[index] {
      case "?", "？": close(at: index, isQuestion: true)
      case "!", "！", "。", ";", "；", ",", "，", ":", "：", "\n", "…": close(at: index, isQuestion: false)
      default: continue
      }
      start = title.index(after: index)
    }
    close(at: title.endIndex, isQuestion: false)
    return parts
  }
}

/// The order of words that names and phrases are known in.
enum PlainWording {
  /// `对 PDF 进行解析` → `对 PDF 解析`, `性能为什么这么高` → `为什么性能高`, so that a name is whole again.
  ///
  /// The English possessive goes as well: `Go's scheduler`.
  static func plain(_ clause: Substring) -> Substring {
    var clause = clause
    for idle in ["进行", "'s ", "’s "] where clause.contains(idle) {
      clause = Substring(clause.split(separator: idle).joined(separator: idle.last == " " ? " " : ""))
    }
    return whyFirst(clause)
  }

  /// What follows the question word is joined to what stands before it, unless a verb of use or need follows: that is part
  /// of the question word's phrase (`为什么要用`).
  private static func whyFirst(_ clause: Substring) -> Substring {
    for word in ["为什么", "为何", "为啥"] {
      guard let range = clause.firstRange(of: word), range.lowerBound > clause.startIndex else { continue }
      var rest = clause[range.upperBound...].drop { $0 == " " }
      while let light = ["这么", "那么", "如此", "会", "还"].first(where: rest.hasPrefix), !rest.hasPrefix("会话") {
        rest = rest.dropFirst(light.count).drop { $0 == " " }
      }
      guard let next = rest.first, !"要需用选使采引必而不".contains(next) else { return clause }
      return Substring(word + clause[..<range.lowerBound] + rest)
    }
    return clause
  }
}
