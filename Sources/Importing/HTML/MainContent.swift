/// The boxes of a page that hold the article, or the question and its answers.
///
/// Prose is weighed by block: what stands in links, menus, comments and hidden boxes weighs little or nothing. Boxes
/// with a known name (``HTMLVocabulary/content``) are taken where they hold most of the prose; else the search goes from
/// the body down as long as one box holds nearly all of it (Readability's idea, without its scores per tag).
struct MainContent {
  /// In document order, none inside another.
  let nodes: [Int]

  /// How much of the prose must be in named boxes; how much of a named box in named ones inside it; and how much a box
  /// must hold to be gone into: without a name, and inside a named one.
  private static let namedShare = 0.7, innerShare = 0.9, shareToDescend = 0.85, shareToNarrow = 0.96

  /// O(nodes · depth of names), a few passes over the flat tree.
  init(of tree: HTMLTree, _ vocabulary: HTMLVocabulary) {
    let weights = ProseWeights(of: tree, vocabulary)
    let total = weights.prose[0]
    guard total > 0 else {
      nodes = Self.body(of: tree).map { [$0] } ?? []
      return
    }
    let named = Self.named(in: tree, weights, vocabulary)
    let namedTotal = named.reduce(0) { $0 + weights.prose[$1] }
    if namedTotal >= Self.namedShare * total {
      nodes = named.filter { weights.prose[$0] >= min(20, 0.01 * namedTotal) }
        .map { Self.descend(from: $0, in: tree, weights, share: Self.shareToNarrow) }
    } else {
      nodes = [Self.descend(from: Self.body(of: tree) ?? 0, in: tree, weights, share: Self.shareToDescend)]
    }
  }

  private static func body(of tree: HTMLTree) -> Int? {
    (0..<tree.count).first { tree.tag($0) == .body }
  }

  /// Named boxes; of nested ones the inner where they hold nearly all of the outer's prose.
  private static func named(in tree: HTMLTree, _ weights: ProseWeights, _ vocabulary: HTMLVocabulary) -> [Int] {
    var candidates: [Int] = []
    for node in 1..<max(1, tree.count) where tree.tag(node).isContainer && weights.prose[node] > 0 {
      let isNamed =
        tree.tag(node) == .article || tree.tag(node) == .main
        || tree.attribute("itemprop", of: node).map { $0 == "articleBody" || $0 == "text" } ?? false
        || ElementNames(of: node, in: tree).isOne(of: vocabulary.content)
      if isNamed { candidates.append(node) }
    }
    // Inner boxes come after outer ones: decide from the back.
    var chosen: [Int] = []
    for node in candidates.reversed() {
      let inside = chosen.filter { $0 < tree.end(node) }
      let share = inside.reduce(0) { $0 + weights.prose[$1] } / weights.prose[node]
      if inside.isEmpty || share < innerShare {
        chosen.removeAll { $0 < tree.end(node) }
        chosen.append(node)
      }
    }
    return chosen.sorted()
  }

  private static func descend(from start: Int, in tree: HTMLTree, _ weights: ProseWeights, share: Double) -> Int {
    var node = start
    while true {
      var best: Int?
      var child = node + 1
      while child < tree.end(node) {
        if tree.tag(child).isContainer, weights.prose[child] > best.map({ weights.prose[$0] }) ?? 0 { best = child }
        child = tree.end(child)
      }
      guard let best, weights.prose[best] >= share * weights.prose[node] else { return node }
      node = best
    }
  }
}
