/// How much running text is inside each node of a page: about one unit a Han character, a quarter a letter.
struct ProseWeights {
  /// By node; what boxes of menus, comments and advertisements hold counts a tenth, blocks of links nothing.
  let prose: [Double]

  private struct Flags: OptionSet {
    let rawValue: UInt8
    static let dropped = Flags(rawValue: 1), linked = Flags(rawValue: 2), boilerplate = Flags(rawValue: 4)
  }

  init(of tree: HTMLTree, _ vocabulary: HTMLVocabulary) {
    let count = tree.count
    var flags = [Flags](repeating: [], count: count)
    var blocks = [Int](repeating: 0, count: count)
    var units = [Double](repeating: 0, count: count)
    var linked = [Double](repeating: 0, count: count)
    for node in 1..<max(1, count) {
      let parent = tree.parent(node), tag = tree.tag(node)
      flags[node] = flags[parent]
      blocks[node] = tag.isBlock || tag == .other ? node : blocks[parent]
      if flags[node].contains(.dropped) { continue }
      if tag == .text {
        let weight = Self.units(of: tree.text(node))
        units[blocks[node]] += weight
        if flags[node].contains(.linked) { linked[blocks[node]] += weight }
        continue
      }
      if tag == .a { flags[node].insert(.linked) }
      let names = ElementNames(of: node, in: tree)
      if tag == .script || ElementVisibility(of: node, tag, names, in: tree, vocabulary) != .shown {
        flags[node].insert(.dropped)
      }
      let isNamed = names.name(withWordOf: vocabulary.boilerplateWords) != nil && !names.isOne(of: vocabulary.content)
      if isNamed || tag == .nav || tag == .aside || tag == .footer { flags[node].insert(.boilerplate) }
    }
    var all = units
    for node in stride(from: count - 1, to: 0, by: -1) { all[tree.parent(node)] += all[node] }
    // A box that holds most of the page is no menu, whatever it is called.
    for node in 1..<max(1, count) where flags[node].contains(.boilerplate) {
      let inherits = flags[tree.parent(node)].contains(.boilerplate)
      if !inherits, all[node] > 0.5 * all[0] { flags[node].remove(.boilerplate) }
      if !inherits, !flags[node].contains(.boilerplate) { Self.propagate(from: node, in: tree, vocabulary, &flags) }
    }
    var prose = [Double](repeating: 0, count: count)
    for node in 0..<count where units[node] > 0 && linked[node] < 0.5 * units[node] {
      // Menus and counters are short, sentences are long.
      let length = min(1, max(0.2, units[node] / 20))
      prose[node] = units[node] * length * (flags[node].contains(.boilerplate) ? 0.1 : 1)
    }
    for node in stride(from: count - 1, to: 0, by: -1) { prose[tree.parent(node)] += prose[node] }
    self.prose = prose
  }

  /// Reads the flags below a box anew that turned out to be none of boilerplate.
  private static func propagate(
    from box: Int, in tree: HTMLTree, _ vocabulary: HTMLVocabulary, _ flags: inout [Flags]
  ) {
    for node in box + 1..<max(box + 1, tree.end(box)) {
      let parent = flags[tree.parent(node)].contains(.boilerplate)
      let tag = tree.tag(node)
      let own =
        tag != .text
        && (tag == .nav || tag == .aside || tag == .footer
          || ElementNames(of: node, in: tree).name(withWordOf: vocabulary.boilerplateWords) != nil)
      if parent || own { flags[node].insert(.boilerplate) } else { flags[node].remove(.boilerplate) }
    }
  }

  private static func units(of text: UnsafeBufferPointer<UInt8>) -> Double {
    var wide = 0, narrow = 0
    for byte in text {
      if byte >= 0xE0 { wide += 1 } else if byte > 0x20, byte < 0x80 { narrow += 1 }
    }
    return Double(wide) + Double(narrow) / 4
  }
}
