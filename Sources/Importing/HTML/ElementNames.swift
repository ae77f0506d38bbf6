/// What an element is called: its classes and its id, as written and normalized.
struct ElementNames {
  let names: [String]
  private let normalized: [String]

  init(of node: Int, in tree: HTMLTree) {
    var names: [String] = []
    for value in [tree.attribute("class", of: node), tree.attribute("id", of: node)] {
      guard let value, !value.isEmpty else { continue }
      names += value.split(whereSeparator: { $0.isWhitespace }).prefix(24).map(String.init)
    }
    self.names = names
    normalized = names.map { HTMLVocabulary.normalize($0) }
  }

  func isOne(of vocabulary: Set<String>) -> Bool {
    normalized.contains { vocabulary.contains($0) }
  }

  /// The first name with a word of the vocabulary.
  func name(withWordOf vocabulary: Set<String>) -> String? {
    names.first { HTMLVocabulary.words(of: $0).contains(where: vocabulary.contains) }
  }
}
