/// A trie over folded keys, flat: the children of a node stand side by side, ordered by label, and a chain of only
/// children stands in one piece of memory.
struct TermTrie: Sendable {
  struct Node: Sendable {
    var firstChild: Int32 = 0
    /// Index of the key that ends here; -1 where none does.
    var key: Int32 = -1
    var childCount: UInt16 = 0
    /// The byte that leads here.
    let label: UInt8
  }

  private(set) var nodes = [Node(label: 0)]

  static let root: Int32 = 0

  /// Keys in byte order, without doubles, none empty. O(bytes).
  init(_ keys: [[UInt8]]) {
    struct Part {
      let node: Int
      let keys: Range<Int>
      let depth: Int
    }
    var stack = [Part(node: Int(Self.root), keys: 0..<keys.count, depth: 0)]
    while let part = stack.popLast() {
      var index = part.keys.lowerBound
      if index < part.keys.upperBound, keys[index].count == part.depth {
        nodes[part.node].key = Int32(index)
        index += 1
      }
      nodes[part.node].firstChild = Int32(nodes.count)
      let children = stack.count
      while index < part.keys.upperBound {
        let label = keys[index][part.depth]
        let start = index
        while index < part.keys.upperBound, keys[index][part.depth] == label { index += 1 }
        stack.append(Part(node: nodes.count, keys: start..<index, depth: part.depth + 1))
        nodes.append(Node(label: label))
        nodes[part.node].childCount += 1
      }
      stack[children...].reverse()
    }
  }

  /// The child of a node by label, or -1. O(log children).
  @inline(__always)
  static func child(of parent: Int32, _ label: UInt8, _ nodes: UnsafeBufferPointer<Node>) -> Int32 {
    let parent = nodes[Int(parent)]
    var low = parent.firstChild
    var high = low + Int32(parent.childCount)
    while high - low > 8 {
      let middle = low + (high - low) / 2
      if nodes[Int(middle)].label <= label { low = middle } else { high = middle }
    }
    while low < high {
      if nodes[Int(low)].label == label { return low }
      low += 1
    }
    return -1
  }

  /// The node that the bytes lead to from the root, or -1.
  func node(at bytes: some Sequence<UInt8>) -> Int32 {
    nodes.withUnsafeBufferPointer { nodes in
      var node = Self.root
      for byte in bytes where node >= 0 { node = Self.child(of: node, byte, nodes) }
      return node
    }
  }
}
