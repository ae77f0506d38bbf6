internal import HanText

extension OutlineReader {
  /// A list of threads: below each title stands the same row of counters (``NoiseRule/postFrames``). Three that ask show
  /// which row it is, and what else it stands below is a title too.
  mutating func takeThreads() -> Bool {
    var asking: [[Unicode.Scalar]: (count: Int, first: Int)] = [:]
    var forms: [(index: Int, form: [Unicode.Scalar])] = []
    for index in kept where !page.lines[index].isCode && page.lines[index].content.count <= 80 {
      guard let below = page.lines[(index + 1)...].firstIndex(where: { !$0.isBlank }),
        page.verdicts[below].action == .strip, ["counter", "post-frame"].contains(page.verdicts[below].rule)
      else { continue }
      let form = page.lines[below].folded.key.filter { !$0.isASCIIDigit && !$0.isOne(of: "kw万千") }
      forms.append((index, form))
      if page.lines[index].asking.isQuestion { asking[form, default: (0, index)].count += 1 }
    }
    // Of two that are as frequent, the one that stands first.
    guard let (form, (count, _)) = asking.max(by: { ($0.value.count, $1.value.first) < ($1.value.count, $0.value.first) }), count >= 3
    else { return false }
    let titles = forms.filter { $0.form == form }
    // Buttons below the last line of each post are below questions now and then.
    guard count * 3 >= titles.count * 2 else { return false }
    for (index, role) in outline.roles where role == .pageTitle { outline.roles[index] = nil }
    for title in titles { outline.roles[title.index] = .title }
    return true
  }

  /// A page of posts answers its title, or the first question below it, whatever else is asked in the posts. Several questions
  /// are several threads.
  mutating func takeThread() -> Bool {
    guard itemStyles.isEmpty, candidates.count(where: { $0.asks == 1 && $0.style.isPlain }) < 4, isThread else { return false }

    let asked = kept.prefix(5).first {
      let line = page.lines[$0]
      return line.content.count >= 6 && (line.asking.contains(.mark) || line.asking.isQuestion && !line.isProse)
    }
    if let title = kept.last(where: { outline[$0] == .pageTitle }), page.lines[title].asking.isQuestion,
      page.lines[title].marked.principal?.family == .tag || asked == nil
    {
      return takeWhole()
    }
    if let asked, outline[asked] != .pageTitle {
      for (index, role) in outline.roles where role == .pageTitle { outline.roles[index] = nil }
      outline.roles[asked] = .pageTitle
    }
    return takeWhole()
  }

  /// A page of posts whose title asks, and in whose posts few headings ask too: parts of one answer.
  mutating func takeTitleThread() -> Bool {
    guard page.document.title != nil, outline.roles.values.count(where: { $0.isItem }) <= 3,
      let title = kept.last(where: { outline[$0] == .pageTitle }),
      page.lines[title].asking.isQuestion, !page.rules.wording.namesCollection(page.lines[title].folded.key), isThread
    else { return false }
    return takeWhole()
  }

  /// Whether the buttons and counters that were stripped are those of posts.
  private var isThread: Bool {
    var signs = 0, stamps = 0
    for index in page.lines.indices where page.verdicts[index].action != .keep && page.verdicts[index].action != .blank {
      if page.lines[index].folded.key.count <= 16, page.rules.wording.tellsOfThread(page.lines[index].folded.key) { signs += 1 }
      // Who wrote when, again and again.
      if ["byline", "origin"].contains(page.verdicts[index].rule), page.lines[index].stamp == .moment { stamps += 1 }
      if stamps >= 4 || signs >= 3 || stamps >= 3 && signs >= 1 { return true }
    }
    return false
  }
}
