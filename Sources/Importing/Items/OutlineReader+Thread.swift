extension OutlineReader {
  /// A page of posts answers its title, or the first question below it, whatever else is asked in the posts. Several questions
  /// are several threads.
  mutating func takeThread() -> Bool {
    guard itemStyles.isEmpty, candidates.count(where: { $0.asks == 1 && $0.style.isPlain }) < 4 else { return false }
    var signs = 0
    for index in page.lines.indices where page.verdicts[index].action != .keep && page.verdicts[index].action != .blank {
      if page.lines[index].folded.key.count <= 16, page.rules.wording.tellsOfThread(page.lines[index].folded.key) { signs += 1 }
      if signs >= 3 { break }
    }
    guard signs >= 3 else { return false }
    let asked = kept.prefix(5).first {
      let line = page.lines[$0]
      return line.content.count >= 6 && (line.asking.contains(.mark) || line.asking.isQuestion && !line.isProse)
    }
    if let asked, outline[asked] != .pageTitle {
      for (index, role) in outline.roles where role == .pageTitle { outline.roles[index] = nil }
      outline.roles[asked] = .pageTitle
    }
    return takeWhole()
  }
}
