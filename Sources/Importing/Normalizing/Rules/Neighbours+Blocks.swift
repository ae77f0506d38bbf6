internal import HanText

extension NoisePage {
  /// What stands apart between two blank lines and is an advertisement for its greater part is one altogether: the name
  /// above it, the question that it opens with, the button below. Pages of text alone have blank lines.
  mutating func stripBlocks() {
    guard document.format == .text else { return }
    var start = 0
    while start < lines.count {
      guard !isBlank(start) else {
        start += 1
        continue
      }
      let end = lines[start...].indices.first { isBlank($0) } ?? lines.count
      if (2...12).contains(end - start) { stripBlock(start..<end) }
      start = end
    }
  }

  private mutating func stripBlock(_ block: Range<Int>) {
    let known = block.filter { isAdvertisement($0) }
    guard let first = known.first, !block.contains(where: { lines[$0].isAskedOrAnswered || lines[$0].isCode }) else { return }
    let open = block.filter { verdicts[$0] == nil }
    guard !open.isEmpty, open.count <= 2, open.allSatisfy({ mayBelong($0) }) else { return }
    // `有没有更快的办法？` over nothing but an advertisement may be the page's, unless its questions are marked.
    if open.contains(where: { lines[$0].asking.contains(.mark) }), lines.count(where: { $0.isAskedOrAnswered }) < 2 { return }
    for index in open { decide(index, .strip, "neighbour", "in one block with the advertisement of line \(lines[first].number)") }
  }

  /// A name, a lead, a button: short, unmarked, and no sentence that says something by itself.
  private func mayBelong(_ index: Int) -> Bool {
    let line = lines[index]
    return line.folded.length <= (line.isLatin ? 90 : 40) && line.lastScalar != "。" && !line.isListItem && !line.isObject
      && line.marked.markers.allSatisfy { $0.family == .pictograph } && line.lastScalar != ":" && weights[index] > -1
  }
}
