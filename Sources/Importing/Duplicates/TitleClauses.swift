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

/// Chinese verbs that carry nothing but the noun after them.
enum VerbPhrases {
  /// `对 PDF 进行解析` → `对 PDF 解析`, so that a name is whole again.
  static func plain(_ clause: Substring) -> Substring {
    guard clause.contains("进行") else { return clause }
    return Substring(clause.split(separator: "进行").joined())
  }
}
