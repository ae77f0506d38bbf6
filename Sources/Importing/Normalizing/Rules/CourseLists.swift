internal import HanText

extension NoiseRule {
  /// What sells a course and has a form of its own: lessons on end (`第 3 讲 …`), and what pupils are quoted with.
  static let courseLists = NoiseRule(id: "course-pitch") { page in
    page.stripSeries(of: 3, "lessons on end") { $0.isLesson }
    page.stripSeries(of: 2, "parts of a series on end") { $0.isPartOfSeries }
    page.stripSeries(of: 2, "what people are quoted with") { $0.isTestimonial }
  }
}

extension NoisePage {
  /// Lines on end of one form, at least so many, none of which is a title in the text.
  fileprivate mutating func stripSeries(of least: Int, _ evidence: String, where isMember: (PageLine) -> Bool) {
    let inked = inked
    var order = 0
    while order < inked.count {
      let run = inked[order...].prefix { verdicts[$0] == nil && isMember(lines[$0]) }
      defer { order += max(1, run.count) }
      guard run.count >= least else { continue }
      // A contents list stands again below, and its own rule knows it.
      let keys = Set(run.map { lines[$0].folded.key })
      guard !inked[(order + run.count)...].contains(where: { keys.contains(lines[$0].folded.key) }) else { continue }
      if order > 0, verdicts[inked[order - 1]] == nil, lines[inked[order - 1]].lastScalar == ":",
        lines[inked[order - 1]].folded.length <= 12,
        lines[inked[order - 1]].marked.markers.isEmpty
      {
        decide(inked[order - 1], .strip, "course-pitch", "above " + evidence)
      }
      for index in run {
        decide(index, .strip, "course-pitch", evidence)
        weigh(index, 2, "course-pitch", evidence)
      }
    }
  }
}

extension PageLine {
  /// `第 3 讲 …`, `第 5~12 节 …`: what courses are parted into. Chapters and parts are a book's, which may be the text.
  fileprivate var isLesson: Bool {
    let key = folded.key
    guard key.first == "第", folded.length <= 60, !isCode, lastScalar != "。", !asking.contains(.mark) else { return false }
    let number = key.dropFirst().prefix { $0.isASCIIDigit || $0.isOne(of: "一二三四五六七八九十") }
    guard (1...4).contains(number.count), let unit = key.dropFirst(1 + number.count).first else { return false }
    return unit.isOne(of: "讲课节期周")
  }

  /// `第二篇：…`, `本系列第 3 篇：…`: other articles of a series, by their place in it.
  fileprivate var isPartOfSeries: Bool {
    let key = folded.key
    guard hint == nil, let start = key.prefix(8).firstIndex(of: "第"), folded.length <= 60, lastScalar != "。", !isCode else { return false }
    let number = key[(start + 1)...].prefix { $0.isASCIIDigit || $0.isOne(of: "一二三四五六七八九十") }
    guard (1...3).contains(number.count), number.endIndex + 2 < key.endIndex, key[number.endIndex].isOne(of: "篇弹期") else { return false }
    return start == 0 || ["本系列", "系列", "上一", "下一"].contains { key[..<start].elementsEqual($0.unicodeScalars) }
  }

  /// `学员 小禾："…"`
  fileprivate var isTestimonial: Bool {
    let text = folded.text
    guard (8...120).contains(text.count), !isCode, let colon = text.prefix(20).firstIndex(of: ":"), colon + 2 < text.count,
      text[(colon + 1)...].first(where: { $0 != " " })?.isOne(of: "\"“「『") == true
    else { return false }
    let name = folded.key.prefix(2)
    return ["学员", "学生", "学友", "读者", "客户", "用户", "家长"].contains { name.elementsEqual($0.unicodeScalars) }
  }
}
