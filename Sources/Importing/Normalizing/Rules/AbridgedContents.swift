internal import HanText

extension NoisePage {
  /// A table of contents whose entries are worded a little otherwise than the titles below: three lines on end or more, marked
  /// alike, of which most share their words with a later line of the same mark, in the same order. O(entries · lines below).
  mutating func stripAbridgedContents() {
    let inked = inked
    var order = 0
    while order < inked.count / 2 {
      guard lines[inked[order]].marked.principal?.isNumbered == true, isEntry(inked[order]) else {
        order += 1
        continue
      }
      let style = TitleStyle(lines[inked[order]])
      let run = inked[order...].prefix { isEntry($0) && TitleStyle(lines[$0]) == style }
      defer { order += max(1, run.count) }
      guard run.count >= 3 else { continue }
      var places: [Int] = []
      var from = run.endIndex
      for entry in run {
        let own = Bigrams.of(lines[entry].contentKey)
        let place = inked[from...].indices.first { place in
          let line = lines[inked[place]]
          guard isEntry(inked[place]), TitleStyle(line) == style, line.marked.principal?.path == lines[entry].marked.principal?.path else {
            return false
          }
          // An answer stands below.
          guard place + 1 == inked.count || TitleStyle(lines[inked[place + 1]]) != style else { return false }
          let other = Bigrams.all(of: line.contentKey)
          return own.count(where: { other.contains($0) }) * 2 >= own.count
        }
        guard let place else { continue }
        places.append(place)
        from = place + 1
      }
      // The titles stand apart from each other, with their answers between.
      guard let first = places.first, let last = places.last, places.count >= 3, places.count * 4 >= run.count * 3,
        last - first >= 2 * (places.count - 1)
      else { continue }
      for entry in run { decide(entry, .strip, "contents-list", "much the same as titles from line \(lines[inked[first]].number) on") }
      // What announces the list, and what says that it ends.
      if order > 0, isAnnouncement(inked[order - 1]) { decide(inked[order - 1], .strip, "contents-list", "above a list of contents") }
      if run.endIndex < first, isAnnouncement(inked[run.endIndex]) {
        decide(inked[run.endIndex], .strip, "contents-list", "below a list of contents")
      }
    }
  }

  private func isEntry(_ index: Int) -> Bool {
    let line = lines[index]
    return !isStripped(index) && !line.isCode && !line.isObject && (4...60).contains(line.folded.length) && line.lastScalar != "。"
      && !line.marked.isAnswer && line.contentKey.count >= 3
  }

  /// `本文目录如下：`, `正文开始`: short, unmarked, and no title of its own.
  private func isAnnouncement(_ index: Int) -> Bool {
    let line = lines[index]
    return !isStripped(index) && line.folded.length <= 16 && line.marked.markers.isEmpty && !line.asking.isQuestion
      && (line.lastScalar == ":" || line.folded.string.contains("目录") || line.folded.string.contains("正文"))
  }
}
