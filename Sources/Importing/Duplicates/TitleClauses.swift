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
