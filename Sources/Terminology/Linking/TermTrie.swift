/// A trie over folded keys, flat: the children of a node stand side by side, ordered by label.
struct TermTrie: Sendable {
  struct Node: Sendable {
    var firstChild: Int32 = 0
    var childCount: Int32 = 0
    /// Index of the key that ends here; -1 where none does.
    var key: Int32 = -1
  }

  private(set) var nodes: [Node] = [Node()]
  /// The byte that leads to each node.
  private(set) var labels: [UInt8] = [0]

  static let root: Int32 = 0

  /// Keys in byte order, without doubles, none empty. O(bytes).
  init(_ keys: [[UInt8]]) {
    struct Part {
      let node: Int32
      let keys: Range<Int>
      let depth: Int
    }
    var queue = [Part(node: Self.root, keys: 0..<keys.count, depth: 0)]
    var next = 0
    while next < queue.count {
      let part = queue[next]
      next += 1
      var index = part.keys.lowerBound
      if index < part.keys.upperBound, keys[index].count == part.depth {
        nodes[Int(part.node)].key = Int32(index)
        index += 1
      }
      nodes[Int(part.node)].firstChild = Int32(nodes.count)
      while index < part.keys.upperBound {
        let label = keys[index][part.depth]
        let start = index
        while index < part.keys.upperBound, keys[index][part.depth] == label { index += 1 }
        queue.append(Part(node: Int32(nodes.count), keys: start..<index, depth: part.depth + 1))
        nodes.append(Node())
        labels.append(label)
        nodes[Int(part.node)].childCount += 1
      }
    }
  }

  /// The child of a node by label, or -1. O(log children).
  @inline(__always)
  static func child(
    of node: Node, _ label: UInt8, _ labels: UnsafeBufferPointer<UInt8>
  ) -> Int32 {
    var low = node.firstChild
    var high = low + node.childCount
    while high - low > 4 {
      let middle = low + (high - low) / 2
      if labels[Int(middle)] <= label { low = middle } else { high = middle }
    }
    while low < high {
      if labels[Int(low)] == label { return low }
      low += 1
    }
    return -1
  }
}
