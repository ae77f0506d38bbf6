internal import HanText

/// Terms of all sources, mentions of one concept together, without those that the content has already.
struct TermGroups {
  struct Group {
    /// Squashed names, sorted.
    var names: [String]
    var mentions: [TermDrafting.Mention]
  }

  let groups: [Group]

  /// - Parameter known: squashed names of the terms that people wrote.
  init(_ sources: [ImportedSource], known: Set<String>) {
    var mentions: [TermDrafting.Mention] = []
    for source in sources {
      mentions += source.terms.map { TermDrafting.Mention(source: source, term: $0) }
      for (index, item) in source.items.enumerated() where item.kind == Item.Kind.definition.rawValue {
        let isChinese = HanScript.share(of: item.title) > 0
        let term = ImportedSource.Term(
          chinese: isChinese ? item.title : nil, english: isChinese ? nil : item.title, abbreviation: nil, aliases: [],
          definition: nil, line: item.first)
        mentions.append(
          TermDrafting.Mention(
            source: source, term: term, item: index, blocks: item.blocks, last: item.last > item.first ? item.last : nil))
      }
    }
    // Full names are what makes two mentions one concept; abbreviations alone stand for many things.
    var parent = Array(mentions.indices)
    func root(_ index: Int) -> Int {
      var index = index
      while parent[index] != index { index = parent[index] }
      return index
    }
    var first: [String: Int] = [:]
    for (index, mention) in mentions.enumerated() {
      for name in [mention.term.chinese, mention.term.english] {
        guard let name = name.map(ComparableText.squash), !name.isEmpty else { continue }
        if let other = first[name] {
          let (a, b) = (root(index), root(other))
          parent[max(a, b)] = min(a, b)
        } else {
          first[name] = index
        }
      }
    }
    var byRoot: [Int: Group] = [:]
    for (index, mention) in mentions.enumerated() {
      let names = Self.names(of: mention.term)
      byRoot[root(index), default: Group(names: [], mentions: [])].mentions.append(mention)
      byRoot[root(index)]!.names += names
    }
    groups = byRoot.sorted { $0.key < $1.key }.map { group in
      Group(names: Set(group.value.names).sorted(), mentions: group.value.mentions)
    }.filter { group in !group.names.isEmpty && !group.names.contains(where: known.contains) }
  }

  private static func names(of term: ImportedSource.Term) -> [String] {
    [term.chinese, term.english, term.chinese == nil && term.english == nil ? term.abbreviation : nil]
      .compactMap { $0.map(ComparableText.squash) }.filter { !$0.isEmpty }
  }
}
