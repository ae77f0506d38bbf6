extension BlockReader {
  mutating func enter(_ node: Int, _ tag: HTMLTag, _ names: ElementNames) {
    var frame = Frame(node: node, end: tree.end(node), tag: tag)
    if tag.isBlock {
      flush()
      breaks = 0
    }
    if let level = tag.headingLevel { headingLevel = level }
    switch tag {
    case .strong, .b, .th: frame.isBold = true
    case .dt:
      frame.isBold = true
      definitions.append(.name)
    case .span, .font:
      frame.isBold = Self.isBoldStyle(tree.attribute("style", of: node))
    case .em, .i: emphasized += 1
    case .del, .s, .strike: struck += 1
    case .code, .kbd, .samp, .tt: codes += 1
    case .a: openLinks.append(tree.attribute("href", of: node).flatMap(links.link))
    case .ul, .ol, .menu, .dir:
      let isReversed = tag == .ol && tree.attribute("reversed", of: node) != nil
      let start = tree.attribute("start", of: node).flatMap { Int($0) } ?? (isReversed ? items(of: node) : 1)
      // A list between the items of another one belongs to the item above it.
      if let list = lists.last, !list.isInItem, let latest = list.latest { open(latest, in: &frame) }
      lists.append(List(node: node, isOrdered: tag == .ol, next: start, step: isReversed ? -1 : 1))
    case .li:
      if lists.isEmpty {
        let number = ownNumber(of: node)
        lists.append(List(node: tree.parent(node), isOrdered: number != nil, next: number ?? 1))
        frame.opensList = true
      }
      if let value = tree.attribute("value", of: node).flatMap({ Int($0) }) { lists[lists.count - 1].next = value }
      lists[lists.count - 1].isInItem = true
      itemIsFresh = true
      let list = lists[lists.count - 1]
      let item = LineHint.Container.item(list: list.node, id: node, ordinal: list.isOrdered ? list.next : nil)
      lists[lists.count - 1].latest = item
      open(item, in: &frame)
    case .blockquote: open(.quote(id: node), in: &frame)
    case .dd: definitions.append(.text)
    default: break
    }
    if frame.isBold { bold += 1 }
    if tag != .html, tag != .body, let name = names.name(withWordOf: vocabulary.boilerplateWords), !holdsContent(node) {
      frame.namesBoilerplate = true
      boilerplate.append(name)
    } else if tag == .nav || tag == .aside || tag == .footer, !holdsContent(node) {
      frame.namesBoilerplate = true
      boilerplate.append(tag.rawValue)
    }
    frames.append(frame)
  }

  mutating func leave(_ frame: Frame) {
    if frame.tag.isBlock {
      flush()
      breaks = 0
    }
    containers.removeLast(frame.containers)
    if frame.isBold { bold -= 1 }
    if frame.namesBoilerplate { boilerplate.removeLast() }
    if frame.tag.headingLevel != nil { headingLevel = nil }
    switch frame.tag {
    case .em, .i: emphasized -= 1
    case .del, .s, .strike: struck -= 1
    case .code, .kbd, .samp, .tt: codes -= 1
    case .a: openLinks.removeLast()
    case .ul, .ol, .menu, .dir:
      if !lists.isEmpty { lists.removeLast() }
      itemIsFresh = false
    case .li:
      itemIsFresh = false
      if !lists.isEmpty {
        lists[lists.count - 1].isInItem = false
        lists[lists.count - 1].next += lists[lists.count - 1].step
      }
      if frame.opensList { lists.removeLast() }
    case .dt, .dd: definitions.removeLast()
    default: break
    }
  }

  /// How many items stand in a list itself, which counts down from there.
  private func items(of list: Int) -> Int {
    (list + 1..<tree.end(list)).count { tree.tag($0) == .li && tree.parent($0) == list }
  }

  /// The number that an editor writes into an item itself: `<ne-oli><i class="ne-list-symbol">2</i>`.
  private func ownNumber(of item: Int) -> Int? {
    guard tree.name(item).hasSuffix("oli"), let symbol = (item + 1..<tree.end(item)).first(where: { tree.tag($0) == .text }) else {
      return nil
    }
    return Int(String(decoding: tree.text(symbol), as: UTF8.self).prefix { $0.isNumber })
  }

  /// A box around the article is none of the article's lists or quotations.
  private mutating func open(_ container: LineHint.Container, in frame: inout Frame) {
    guard containers.count < LineHint.deepest, !holdsContent(frame.node) else { return }
    containers.append(container)
    frame.containers += 1
  }

  func holdsContent(_ node: Int) -> Bool {
    content.contains { $0 >= node && $0 < tree.end(node) }
  }

  static func isBoldStyle(_ style: String?) -> Bool {
    guard let style, let at = style.firstRange(of: "font-weight:") else { return false }
    let value = style[at.upperBound...].drop { $0 == " " }
    return value.hasPrefix("bold") || value.hasPrefix("600") || value.hasPrefix("700") || value.hasPrefix("800")
  }

  var style: InlineRuns.Style {
    var style: InlineRuns.Style = []
    // A heading is bold by itself.
    if bold > 0, headingLevel == nil { style.insert(.strong) }
    if emphasized > 0 { style.insert(.emphasis) }
    if struck > 0 { style.insert(.strikethrough) }
    if codes > 0 { style.insert(.code) }
    return style
  }
}
