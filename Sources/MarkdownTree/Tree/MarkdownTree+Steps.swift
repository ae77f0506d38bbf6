/// An item of an ordered list that leads somewhere.
public struct Step: Sendable, Hashable {
  /// The heading of level 2 that it stands below.
  public let heading: Heading?
  /// The item's first link.
  public let link: Link
}

extension MarkdownTree {
  /// The items of the ordered lists that hold a link, in order. O(tree).
  public var steps: [Step] {
    var result: [Step] = []
    var heading: Heading?
    var lists: [Bool] = []
    var isWaiting = false
    for index in nodes.indices {
      let node = nodes[index]
      switch (node.kind, node.phase) {
      case (.heading, .open) where node.number == 2:
        heading = Heading(level: 2, id: string(node.text), text: plainText(ofBlockAt: index), line: Int(node.line))
      case (.list, .open): lists.append(node.flag)
      case (.list, .close): lists.removeLast()
      case (.item, .open): isWaiting = lists.last == true
      case (.item, .close): isWaiting = false
      case (.link, .open) where isWaiting:
        result.append(Step(heading: heading, link: link(at: index)))
        isWaiting = false
      default: break
      }
    }
    return result
  }
}
