extension OutlineReader {
  /// Styles by their lines, in the order of the page.
  var candidatesByStyle: [(style: TitleStyle, lines: [TitleCandidate])] {
    var order: [TitleStyle] = []
    var groups: [TitleStyle: [TitleCandidate]] = [:]
    for candidate in candidates where !candidate.style.isPlain {
      if groups[candidate.style] == nil { order.append(candidate.style) }
      groups[candidate.style, default: []].append(candidate)
    }
    return order.map { ($0, groups[$0]!) }
  }

  /// A style is one of items where half of its lines ask for something; question marks by name (`Q1:`) always.
  mutating func findItemStyles() {
    // On a page that announces questions, what is counted through from one is likelier to be them.
    let announces = outline.roles.contains { $0.value == .pageTitle && page.rules.wording.namesCollection(page.lines[$0.key].folded.key) }
    let plainQuestions = candidates.count { $0.style.isPlain && $0.asks == 1 }
    for (style, lines) in candidatesByStyle {
      let leaves = lines.filter { !parents.contains($0.index) }
      guard !leaves.isEmpty else { continue }
      if style.family == .question {
        // One `问：` amid questions without a mark is not how the page marks its own.
        if leaves.count > 1 || plainQuestions < 4 { itemStyles.insert(style) }
        continue
      }
      // A question too long for a title is one of those that tell the style.
      let long = leaves.count { !$0.isTitle && TitleFault(page.lines[$0.index]) == .tooLong && asks($0.index) }
      let share = (leaves.reduce(0) { $0 + $1.asks } + Double(long)) / Double(leaves.count)
      let sure = leaves.count { $0.asks >= 0.7 } + long
      // Each round of an interview may count anew.
      let isCounted =
        leaves[0].ordinal == 1 && zip(leaves, leaves.dropFirst()).allSatisfy { $1.ordinal == 1 || $1.ordinal == ($0.ordinal ?? 0) + 1 }
        && leaves.count(where: \.isTitle) * 4 >= leaves.count * 3
      if announces, isCounted, style.depth == 1, leaves.count >= 3, sure >= 2, share >= 0.3 { itemStyles.insert(style) }
      switch style.family {
      case .bullet, .letter:
        // Points of an answer may be questions too.
        let heading = leaves.count { isFollowedByAnswer($0) }
        // A report of an interview may have no other marks.
        let isReport = announces && !style.isIndented && leaves.count >= 5 && share >= 0.55 && isOnlyAsking(style)
        if leaves.count >= 3, share >= 0.85 || sure * 3 >= leaves.count * 2 && heading * 4 >= leaves.count * 3 || isReport {
          itemStyles.insert(style)
        }
      case .bracketed, .circled:
        let heading = leaves.count { isFollowedByAnswer($0) }
        if leaves.count >= 3, share >= 0.7 || share >= 0.55 && sure >= 3 && heading == leaves.count && isCounted {
          itemStyles.insert(style)
        }
      case nil where style.isBold && style.level == 0:
        if sure >= 2, share >= 0.6 { itemStyles.insert(style) }
      default:
        if sure >= 2 && share >= 0.45 || sure == 1 && leaves.count == 1 && style.level > 0 { itemStyles.insert(style) }
      }
    }
    takeHeadingStyle()
    // Under numbers of their own a dialogue is a part of the answers.
    if !numbered.isEmpty { itemStyles = itemStyles.filter { $0.family != .speaker && ($0.family != .label || $0.isNumbered) } }
    dropNestedStyles()
    dropChapters()
    dropListedQuestions()
  }

  /// Where no style asks enough: the outermost of those whose lines stand apart like headings, each above a text of its own, if some
  /// of them ask. Titles such as `连接泄漏` ask for nothing.
  private mutating func takeHeadingStyle() {
    guard itemStyles.isEmpty else { return }
    let heading = candidatesByStyle.filter { style, lines in
      let leaves = lines.filter { !parents.contains($0.index) }
      // Points are counted anew in each answer; what runs on through the page counts its items.
      let isOfPoints = style.family.map { [.bullet, .letter, .bracketed, .circled].contains($0) } ?? false
      if isOfPoints, style.level == 0, !runsOn(leaves) { return false }
      return leaves.count >= 4 && leaves.count { $0.asks >= 0.7 } >= 2 && leaves.reduce(0) { $0 + $1.asks } >= 0.2 * Double(leaves.count)
        && leaves.count(where: \.isTitle) * 10 >= leaves.count * 9
        && leaves.count { leaf in following(leaf.index).map { TitleStyle(page.lines[$0]) != style } ?? false } * 10 >= leaves.count * 9
    }
    guard let outermost = heading.min(by: { $0.style.rank < $1.style.rank }) else { return }
    itemStyles.insert(outermost.style)
    headingStyle = outermost.style
  }

  /// Whether lines count from one on, six or more, but for one in ten.
  private func runsOn(_ lines: [TitleCandidate]) -> Bool {
    let counted = lines.reduce(0) { $1.path == [$0 + 1] ? $0 + 1 : $0 }
    return counted >= 6 && counted * 10 >= lines.count * 9
  }

  /// Whether lines of no other style ask, but for points of lists.
  private func isOnlyAsking(_ style: TitleStyle) -> Bool {
    !candidatesByStyle.contains { other, lines in
      other != style && other.family != .bullet && other.rank < LineMarker.rankOfPoints && lines.count { $0.asks >= 0.7 } >= 2
    }
  }

  /// `一、怎么省` over `1.1 …?`: a style of which most lines have nothing but the first question of another below them heads
  /// chapters, whatever it asks.
  private mutating func dropChapters() {
    for (style, lines) in candidatesByStyle where itemStyles.contains(style) && lines.count >= 2 {
      let heads = lines.count { line in
        guard let next = following(line.index) else { return false }
        let below = TitleStyle(page.lines[next])
        return below != style && below.rank > style.rank && itemStyles.contains(below)
      }
      if heads * 3 >= lines.count * 2 { itemStyles.remove(style) }
    }
  }

  /// Whether text stands below a line that is no further point of its list.
  private func isFollowedByAnswer(_ candidate: TitleCandidate) -> Bool {
    guard let next = following(candidate.index) else { return false }
    return TitleStyle(page.lines[next]) != candidate.style && !page.lines[next].isListItem
  }

  /// Points that ask inside an answer: `依次问自己：` above bullets that nothing answers, on a page whose questions are
  /// marked otherwise.
  private mutating func dropListedQuestions() {
    let groups = candidatesByStyle.filter { itemStyles.contains($0.style) }
    for inner in groups where inner.style.rank >= LineMarker.rankOfPoints {
      let isInside = groups.contains { outer in
        outer.style != inner.style && outer.style.rank < inner.style.rank && outer.lines[0].index < inner.lines[0].index
      }
      // Each but the last of its list stands right above the next.
      let unanswered = inner.lines.count { candidate in
        following(candidate.index).map { TitleStyle(page.lines[$0]) == inner.style } ?? false
      }
      if isInside, unanswered * 2 >= inner.lines.count { itemStyles.remove(inner.style) }
    }
  }

  /// `3.5 题？` between `3.` and `4.`: put in between two others, and no part of the first, which has no other parts.
  mutating func takeInserted() {
    let titles = candidates.filter { outline[$0.index] == .title }
    for candidate in candidates
    where outline[candidate.index] == .body && candidate.isTitle && candidate.asks >= 0.7 && candidate.path.count >= 2 {
      guard let above = titles.last(where: { $0.index < candidate.index }), above.path == Array(candidate.path.dropLast()),
        above.style.family == candidate.style.family,
        !candidates.contains(where: {
          $0.index != candidate.index && $0.path.count == candidate.path.count && $0.path.starts(with: above.path)
        })
      else { continue }
      if let next = titles.first(where: { $0.index > candidate.index }), next.path.last != above.path.last.map({ $0 + 1 }) { continue }
      take(candidate)
    }
  }

  mutating func findParents() {
    var open: [TitleCandidate] = []
    for candidate in candidates where candidate.isDecimal && candidate.isTitle {
      while let last = open.last, !candidate.isBelow(last) {
        // A list of `1.` `2.` inside `1.1` ends nothing.
        if candidate.path.count > last.path.count || candidate.style == last.style { open.removeLast() } else { break }
      }
      // `3.28` below `3.` is a day, no part of it.
      if let last = open.last, candidate.isBelow(last), candidate.path[last.path.count] <= 2 { parents.insert(last.index) }
      open.append(candidate)
    }
  }

  /// A dialogue inside the answers to questions that are marked otherwise.
  private mutating func dropDialogues(_ groups: [(style: TitleStyle, lines: [TitleCandidate])]) {
    for inner in groups where inner.style.family == .speaker {
      let isInside = groups.contains { outer in
        outer.style != inner.style && outer.style.isNumbered && outer.lines.count >= 3 && outer.lines[0].index < inner.lines[0].index
          && outer.lines.reduce(0) { $0 + $1.asks } / Double(outer.lines.count) >= 0.6
      }
      if isInside { itemStyles.remove(inner.style) }
    }
  }

  /// A style whose lines stand inside the items of a higher one and begin anew in each: sub-questions of an answer.
  private mutating func dropNestedStyles() {
    let groups = candidatesByStyle.filter { itemStyles.contains($0.style) }
    dropDialogues(groups)
    for outer in groups where outer.style.level > 0 || outer.style.family == .question || outer.style.family == .pictograph {
      for inner in groups where inner.style != outer.style && inner.style.rank > outer.style.rank {
        guard outer.lines.reduce(0, { $0 + $1.asks }) / Double(outer.lines.count) >= 0.6 else { continue }
        let restarts = zip(inner.lines, inner.lines.dropFirst()).count { ($1.ordinal ?? 0) <= ($0.ordinal ?? 0) }
        let inside = inner.lines.count { outer.lines[0].index < $0.index }
        if inside * 10 >= inner.lines.count * 9, restarts > 0 || inner.style.depth == 0 || outer.style.level > 0 {
          itemStyles.remove(inner.style)
        }
      }
    }
  }
}

extension TitleCandidate {
  fileprivate var isDecimal: Bool { style.family == .decimal && style.delimiter != TitleStyle.listed }

  /// No heading of the markup is below a paragraph.
  fileprivate func isBelow(_ other: TitleCandidate) -> Bool {
    other.path.count < path.count && path.starts(with: other.path) && (style.level == 0 || other.style.level > 0)
  }
}

extension TitleStyle {
  /// Lower ranks enclose higher ones.
  var rank: Int {
    if level > 0 { return level }
    switch family {
    case .chapter: return 10
    case .han: return 11 + (delimiter == "(" ? 1 : 0)
    case .question, .speaker, .label: return 13
    case .pictograph: return 14
    case .decimal: return 14 + depth + (delimiter == ")" ? 3 : 0) + (isIndented ? 1 : 0)
    case .bracketed: return LineMarker.rankOfPoints
    case .circled, .letter: return 21
    case .bullet: return 22
    default: return isBold ? 19 : 23
    }
  }
}
