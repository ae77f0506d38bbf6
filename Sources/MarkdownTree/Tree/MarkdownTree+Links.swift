public import Diagnostics

extension MarkdownTree {
  /// All links and images in order. O(tree).
  public var links: [Link] {
    nodes.indices.compactMap { index in
      let node = nodes[index]
      return (node.kind == .link || node.kind == .image) && node.phase == .open ? link(at: index) : nil
    }
  }

  func link(at index: Int) -> Link {
    let node = nodes[index]
    return Link(
      kind: Link.Kind(rawValue: node.number) ?? .inline, destination: string(node.text), isImage: node.kind == .image,
      text: plainText(ofBlockAt: index), line: Int(node.line))
  }

  /// Where a link stands: cmark gives the line, the destination's first occurrence there the column.
  public func location(of link: Link) -> SourceLocation {
    location(of: link.destination, nearLine: link.line)
  }

  /// Where a text stands that the tree says is at a line; the line's start where the source writes it otherwise.
  public func location(of text: String, nearLine line: Int) -> SourceLocation { file.location(of: text, nearLine: line) }

  /// Decides what becomes of every link and image, in order. O(tree).
  public mutating func rewriteLinks(_ resolve: (Link) -> LinkAction) {
    var result: [Node] = []
    result.reserveCapacity(nodes.count)
    // Links hold no links, but images hold both.
    var open: [Node?] = []
    for index in nodes.indices {
      var node = nodes[index]
      guard node.kind == .link || node.kind == .image else {
        result.append(node)
        continue
      }
      if node.phase == .close {
        guard var closing = open.removeLast() else { continue }
        if result.last?.phase == .open, closing.kind == .link, node.kind == .image {
          // A description that says nothing: the address has to.
          var label = Node(.text, .leaf, line: node.line)
          label.text = closing.text
          result.append(label)
        }
        closing.phase = .close
        result.append(closing)
        continue
      }
      switch resolve(link(at: index)) {
      case .keep: break
      case .replace(let target): apply(target, to: &node)
      case .link where open.contains(where: { $0?.kind == .link }):
        open.append(nil)
        continue
      case .link(let target):
        node.kind = .link
        node.number = Link.Kind.inline.rawValue
        apply(target, to: &node)
      case .unwrap:
        open.append(nil)
        continue
      }
      open.append(node)
      result.append(node)
    }
    nodes = result
  }

  mutating func apply(_ target: LinkTarget, to node: inout Node) {
    var writer = HTMLWriter(capacity: 64)
    writer.write(buffer[node.extra.indices])
    func write(_ name: String, _ value: String) {
      writer.write(Array(" \(name)=\"".utf8))
      writer.writeEscaped(value)
      writer.write("\"")
    }
    if let cssClass = target.cssClass { write("class", cssClass) }
    if let language = target.language { write("hreflang", language) }
    for (name, value) in target.attributes { write(name, value) }
    node.text = store(target.url.utf8)
    node.extra = store(writer.bytes)
  }
}
