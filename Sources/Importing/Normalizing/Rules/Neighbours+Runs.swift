internal import HanText

extension NoisePage {
  /// Lines on end that begin with the same pictograph are one text: where half of them went as advertisement, all do.
  mutating func stripSiblings() {
    let inked = inked
    var order = 0
    while order < inked.count {
      guard let mark = lines[inked[order]].folded.text.first, mark.isPictograph || (0x2580...0x258F).contains(mark.value) else {
        order += 1
        continue
      }
      let run = inked[order...].prefix { lines[$0].folded.text.first == mark }
      let known = run.count { isAdvertisement($0) }
      if run.count >= 2, known * 2 >= run.count {
        for index in run { decide(index, .strip, "neighbour", "begins like the advertisement around it") }
      }
      order += run.count
    }
  }

  /// `这份笔记包括：`, the list it announces, and the call below the list.
  mutating func stripAnnounced() {
    for lead in inked where isAdvertisement(lead) && lines[lead].lastScalar == ":" {
      var members: [Int] = []
      var cursor = following(lead)
      while let index = cursor, verdicts[index] == nil, members.count < 12, !lines[index].isAskedOrAnswered,
        lines[index].headingLevel == nil, !lines[index].isCode
      {
        members.append(index)
        cursor = following(index)
      }
      guard !members.isEmpty, let end = cursor, isAdvertisement(end) else { continue }
      for index in members { decide(index, .strip, "neighbour", "announced by line \(lines[lead].number)") }
    }
  }

  /// `你将收获`, `课程大纲` below an advertisement, and all down to the next one where none of it is prose: a course is sold there,
  /// lesson by lesson.
  mutating func stripCurricula() {
    func isLabel(_ index: Int) -> Bool { rules.fields.curricula.contains(String(lines[index].folded.key)) }
    for label in inked where isLabel(label) {
      guard let above = preceding(label), isNoise(above) else { continue }
      let below = inked[(inked.firstIndex(of: label) ?? 0)...].prefix(60)
      let course = below.prefix { !isAdvertisement($0) || isLabel($0) }
      guard course.count < below.count, course.allSatisfy({ mayBePartOfCourse($0) }) else { continue }
      for index in course { decide(index, .strip, "course-pitch", "between the advertisements of lines \(lines[above].number) and below") }
    }
  }

  private func mayBePartOfCourse(_ index: Int) -> Bool {
    let line = lines[index]
    return line.folded.length <= 40 && line.lastScalar != "。" && !line.isCode && !line.marked.isAnswer
      && (line.headingLevel == nil || rules.fields.curricula.contains(String(line.folded.key)))
  }

  /// Words of buttons that stand together beside what is noise already, or alone between it and a block of code.
  mutating func stripButtons() {
    let inked = inked
    var order = 0
    while order < inked.count {
      let run = inked[order...].prefix { verdicts[$0] == nil && isButtonWord($0) }
      defer { order += max(1, run.count) }
      guard let first = run.first, let last = run.last else { continue }
      let above = preceding(first), below = following(last)
      if let above, lines[above].lastScalar == ":", !isStripped(above) { continue }
      let isBeside = above.map { isNoise($0) } ?? false || run.count >= 2 && below.map { isNoise($0) } ?? false
      let isCodeButton =
        run.count == 1 && [above, below].contains { $0.map { lines[$0].isCode } ?? false }
        && rules.fields.codeButtons.contains(String(lines[first].folded.key))
      if isCodeButton { decide(first, .strip, "neighbour", "button beside code") }
      let isInHead = order < 10 && above.map { isStripped($0) } ?? false
      guard isBeside, run.count >= 2 || isInHead || below.map({ lines[$0].isCode }) ?? false else { continue }
      for index in run { decide(index, .strip, "neighbour", "buttons beside noise") }
    }
  }

  /// `复制到剪贴板`, `代码语言：python`: what sites write above or below a block of code.
  mutating func stripLabelsOfCode() {
    func isCode(_ index: Int?) -> Bool { index.map { lines[$0].isCode || verdicts[$0]?.rule == "code-label" } ?? false }
    guard lines.contains(where: \.isCode) else { return }
    // From the end and from the beginning: a label may stand above a button, and a button below one.
    for index in Array(lines.indices.reversed()) + lines.indices where verdicts[index] == nil && lines[index].folded.key.count <= 24 {
      guard isCode(preceding(index)) || isCode(following(index)), isLabelOfCode(index) else { continue }
      decide(index, .strip, "code-label", "beside code")
    }
  }

  private func isLabelOfCode(_ index: Int) -> Bool {
    let line = lines[index], key = line.folded.key
    guard (2...24).contains(key.count), !line.isCode, !line.isListItem, line.headingLevel == nil, line.marked.markers.isEmpty,
      line.lastScalar != "。", line.lastScalar != ":"
    else { return false }
    if isMadeOfButtonWords(key[...]) { return true }
    guard let colon = line.folded.text.firstIndex(of: ":"), line.folded.text[..<colon].filter(\.isHan).suffix(4).contains("语") else {
      return false
    }
    return HTMLVocabulary.standard.languages.contains(String(line.folded.text[(colon + 1)...].filter { $0 != " " }.map(\.lowercased)))
  }

  /// `点击复制代码`: nothing but such words, since 深拷贝 and 主从复制 are told of beside code, too.
  private func isMadeOfButtonWords(_ key: ArraySlice<Unicode.Scalar>) -> Bool {
    key.isEmpty
      || rules.fields.codeButtonWords.contains { key.starts(with: $0) && isMadeOfButtonWords(key.dropFirst($0.count)) }
  }

  private func isButtonWord(_ index: Int) -> Bool {
    guard !lines[index].isListItem, !lines[index].isCode, lines[index].headingLevel == nil else { return false }
    return lines[index].matches.contains { $0.isWhole && rules.phrases.groups[$0.group].rule == "site-chrome" }
  }
}
