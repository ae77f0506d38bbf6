/// Clauses of a title, at punctuation.
enum TitleClauses {
  static func split(_ title: Substring) -> [Substring] {
    title.split { character in
      switch character {
      case "?", "？", "!", "！", "。", ";", "；", ",", "，", ":", "：", "\n", "…": true
      default: false
      }
    }
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
