internal import Terminology

/// Terms of all sources, mentions of one concept together, without those that the content has already.
struct TermGroups {
  struct Group: Sendable {
    /// Squashed names, sorted.
    let names: [String]
    let mentions: [TermDrafting.Mention]
  }

  let groups: [Group]

  /// - Parameter known: squashed names of the terms that people wrote.
  init(_ sources: [ImportedSource], known: Set<String>) {
    let mentions = sources.flatMap { TermDrafting.Mention.all(in: $0) }
    let concepts = ConceptNames()
    var union = MentionUnion(mentions.map { concepts.concept(of: $0.term) })
    // A full name makes two mentions one concept, and so does what the lexicon knows to be one.
    var first: [String: Int] = [:]
    for (index, mention) in mentions.enumerated() {
      for name in mention.term.fullNames.map(ComparableText.squash) + union.conceptKeys(index) where !name.isEmpty {
        if let other = first[name] { union.join(other, index) } else { first[name] = index }
      }
    }
    // An abbreviation does where nothing contradicts: `ANN` is two things, and their full names tell them apart.
    var byAbbreviation: [String: [Int]] = [:]
    for (index, mention) in mentions.enumerated() {
      guard let abbreviation = mention.term.abbreviation.map(Self.singular), !abbreviation.isEmpty else { continue }
      let candidates = byAbbreviation[abbreviation] ?? []
      let english = Set(union.members(of: index).compactMap { mentions[$0].term.english.map(ComparableText.squash) })
      let match = candidates.first { other in
        let others = Set(union.members(of: other).compactMap { mentions[$0].term.english.map(ComparableText.squash) })
        return union.agreesOnConcept(index, other) && (english.isEmpty || others.isEmpty || !english.isDisjoint(with: others))
      }
      if let match { union.join(match, index) }
      byAbbreviation[abbreviation, default: []].append(index)
    }
    groups = union.groups.map { members in
      let mentions = members.map { mentions[$0] }
      guard concepts.isWorthAPage(mentions) else { return Group(names: [], mentions: []) }
      return Group(names: Set(mentions.flatMap { Self.names(of: $0.term) }).sorted(), mentions: mentions)
    }.filter { group in !group.names.isEmpty && !group.names.contains(where: known.contains) }
  }

  /// `LLMs` → `llm`.
  private static func singular(_ abbreviation: String) -> String {
    let name = ComparableText.squash(abbreviation)
    return name.count > 2 && name.hasSuffix("s") && abbreviation.hasSuffix("s") ? String(name.dropLast()) : name
  }

  /// Identity goes by the full names; by the abbreviation where there is none, or where it is long enough to be known by.
  private static func names(of term: ImportedSource.Term) -> [String] {
    let full = term.fullNames.map(ComparableText.squash)
    let abbreviation = term.abbreviation.map(singular) ?? ""
    return (full + (full.isEmpty || abbreviation.count >= 3 ? [abbreviation] : [])).filter { !$0.isEmpty }
  }
}

/// The concepts of the lexicon by name.
private struct ConceptNames {
  private let names = LexiconNames.standard

  /// Whether something can be said of a term: a source defines it, or both its names are stated and used as a term's. One English
  /// word that nobody knows as one needs a title or a table of terms (正弦, sinusoidal).
  func isWorthAPage(_ mentions: [TermDrafting.Mention]) -> Bool {
    if mentions.contains(where: { $0.term.definition != nil || $0.item != nil }) { return true }
    return mentions.contains { mention in
      switch mention.term.use {
      case .listed: true
      case .repeated: mention.term.english?.contains(" ") == true || concept(of: mention.term) != nil
      case .passing, nil: false
      }
    }
  }

  /// The one concept that a term's full names mean; `nil` where they mean none or several.
  func concept(of term: ImportedSource.Term) -> Int? {
    var found: Set<Int> = []
    for name in term.fullNames {
      let concepts = names.concepts(named: name)
      if concepts.count == 1 { found.insert(concepts[0]) }
    }
    return found.count == 1 ? found.first : nil
  }
}

extension ImportedSource.Term {
  var fullNames: [String] {
    // Short Latin aliases are abbreviations.
    [chinese, english].compactMap { $0 } + aliases.filter { $0.utf8.count > 5 }
  }
}
