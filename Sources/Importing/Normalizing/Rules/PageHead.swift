internal import HanText

extension NoiseRule {
  /// What stands around a page's title in text that lost its markup: the site's menu above it, names and counters below.
  /// Each is a run of short lines of which one at least is known already.
  static let pageHead = NoiseRule(id: "page-head") { page in
    let head = Array(page.inked.prefix(reach))
    let menu = head.prefix { page.isKnownChrome($0) || page.isLabel(head: $0, longest: 8) }
    let hasMenu = menu.count >= 2 && menu.count < head.count && menu.contains(where: page.isKnownChrome)
    if hasMenu {
      for index in menu where !page.isStripped(index) { page.weigh(index, 1.2, "page-head", "in the menu above the title") }
    }
    page.stripBylines(hasMenu ? head[menu.count...] : head[...])
  }

  /// How many lines of a page are looked at.
  private static let reach = 24
}

extension NoisePage {
  fileprivate func isKnownChrome(_ index: Int) -> Bool { isNoise(index) || weights[index] >= 1 }

  /// Short and plain: a name, a button, a tag.
  fileprivate func isLabel(head index: Int, longest: Int) -> Bool {
    let line = lines[index]
    guard line.hint == nil, line.marked.markers.isEmpty, !line.asking.isQuestion, line.folded.key.count <= longest, !line.isCode else {
      return false
    }
    return line.lastScalar.map { !$0.isOne(of: "。:;!") } ?? false
  }

  /// `title`, `name of the author`, `2024-05-06`: labels between the title and what is known to be no part of the text.
  fileprivate mutating func stripBylines(_ head: ArraySlice<Int>) {
    guard let title = head.firstIndex(where: { !isKnownChrome($0) }) else { return }
    let below = head[(title + 1)...].prefix(6)
    let labels = below.prefix { !isStripped($0) && isLabel(head: $0, longest: 12) }
    guard !labels.isEmpty, labels.count <= 3, labels.endIndex < head.endIndex, isStripped(head[labels.endIndex]) else { return }
    for index in labels { decide(index, .strip, "byline", "between the title and line \(lines[head[labels.endIndex]].number)") }
  }
}
