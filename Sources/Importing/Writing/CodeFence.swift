/// Tells the lines of fenced code from other lines of Markdown, which are asked about one after another.
struct CodeFence {
  private var open: Substring?

  /// Whether a line is code, or begins or ends it.
  mutating func takes(_ line: Substring) -> Bool {
    // Code may stand in an item of a list or in a quotation, also as the first thing there.
    let text = line.drop { (open == nil ? " >-*+.)0123456789" : " >").contains($0) }
    let marks = text.first.map { mark in mark == "`" || mark == "~" ? text.prefix { $0 == mark } : "" } ?? ""
    if let fence = open {
      if marks.hasPrefix(fence), text.allSatisfy({ $0 == marks.first || $0 == " " }) { open = nil }
      return true
    }
    if marks.count > 2 { open = marks }
    return open != nil
  }
}
