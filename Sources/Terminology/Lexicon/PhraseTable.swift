/// Phrases by their folded form, found leftmost and longest.
package struct PhraseTable: Sendable {
  /// A trie as one flat table: node and scalar to node.
  private var children: [UInt64: Int32] = [:]
  /// The value of the phrase that ends at a node, -1 for none.
  private var values: [Int32] = [-1]

  package init() {}

  /// Adds a phrase unless one with the same folded form is there: earlier ones win. Phrases that fold to nothing are
  /// left out.
  /// - Returns: The value that the phrase has now.
  @discardableResult
  package mutating func add(_ phrase: some StringProtocol, value: Int32) -> Int32? {
    let folded = FoldedText(phrase)
    var scalars = folded.scalars[...]
    while scalars.last == FoldedText.barrier { scalars.removeLast() }
    guard !scalars.isEmpty else { return nil }
    var node: Int32 = 0
    for scalar in scalars {
      let key = UInt64(node) << 32 | UInt64(scalar)
      if let next = children[key] {
        node = next
      } else {
        values.append(-1)
        node = Int32(values.count - 1)
        children[key] = node
      }
    }
    if values[Int(node)] < 0 { values[Int(node)] = value }
    return values[Int(node)]
  }

  /// The longest phrase that begins at `start` and whose Latin ends are whole words; a plural `s` or `es` belongs to it.
  package func match(_ text: FoldedText, at start: Int) -> (end: Int, value: Int32)? {
    guard text.edges[start] else { return nil }
    var node: Int32 = 0
    var best: (end: Int, value: Int32)?
    var index = start
    while index < text.scalars.count {
      guard let next = children[UInt64(node) << 32 | UInt64(text.scalars[index])] else { break }
      node = next
      index += 1
      guard values[Int(node)] >= 0, let end = Self.wordEnd(text, index) else { continue }
      best = (end, values[Int(node)])
    }
    return best
  }

  /// Where the word that ends here, or its plural, ends; `nil` inside a word.
  private static func wordEnd(_ text: FoldedText, _ index: Int) -> Int? {
    if text.edges[index] { return index }
    let s: UInt32 = 0x73, e: UInt32 = 0x65
    if text.scalars[index] == s, text.edges[index + 1] { return index + 1 }
    if text.scalars[index] == e, index + 1 < text.scalars.count, text.scalars[index + 1] == s, text.edges[index + 2] {
      return index + 2
    }
    return nil
  }
}
