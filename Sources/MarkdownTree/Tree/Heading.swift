/// A heading of a document.
public struct Heading: Sendable, Hashable {
  /// 2 to 6: level 1 is the page's title. Where a document has a heading of level 1, all move down by one.
  public let level: Int
  /// Unique in the page; what `#…` in an address points at. See `HeadingID`.
  public let id: String
  /// Plain text, without markup.
  public let text: String
  /// Line in the file, from 1.
  public let line: Int

  public init(level: Int, id: String, text: String, line: Int) {
    (self.level, self.id, self.text, self.line) = (level, id, text, line)
  }
}

extension MarkdownTree {
  /// All headings in order.
  public var headings: [Heading] {
    nodes.indices.compactMap { index in
      let node = nodes[index]
      guard node.kind == .heading, node.phase == .open else { return nil }
      return Heading(
        level: Int(node.number), id: string(node.text), text: plainText(ofBlockAt: index),
        line: Int(node.line))
    }
  }

  /// The level of the heading with which the document begins; 0 where it begins with something else.
  public var openingLevel: Int {
    guard let first = nodes.first, first.kind == .heading else { return 0 }
    return Int(first.number)
  }
}
