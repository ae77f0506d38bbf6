internal import ContentModel

/// Answers that a person edited, wherever they stand now: the body of a page with its own and those that came to it.
struct MovedAnswers {
  private var pages: [(edits: EditedAnswers, place: Place)] = []

  /// What the page on which a person edited answers is to the one that is drawn.
  enum Place {
    case page
    /// Another page that goes, and this one takes its place.
    case part
    case otherPage
  }

  var isEmpty: Bool { pages.isEmpty }

  mutating func add(_ edits: EditedAnswers, as place: Place) { pages.append((edits, place)) }

  /// The body that a drafting gives with the edits.
  ///
  /// - Parameter order: keys of the answers, as the import writes them without the edits.
  /// - Returns: The text, how many places were changed by both, and what gave way to another edit of the same words.
  func body(of drafting: QuestionDrafting, order: [String]) -> (text: String, conflicts: Int, behind: [String]) {
    var drafting = drafting, conflicts = 0
    drafting.order = order
    let members = drafting.orderedMembers, keys = QuestionDrafting.distinctKeys(of: members), plain = drafting.sections
    drafting.members = zip(members, keys).map { member, key in
      guard let (answer, place) = found(key) else { return member }
      // An answer that a person removed from the page that it leaves stands again.
      if place != .page, answer.edited.isEmpty { return member }
      let merge = ThreeWayMerge(
        base: answer.imported.map { $0[...] }, ours: answer.edited.map { $0[...] }, theirs: member.item.blocks.map { $0[...] })
      conflicts += merge.conflicts
      var member = member
      member.item.blocks = merge.lines.map(String.init)
      return member
    }
    let behind = share(editsOf: plain, of: members, keys, in: &drafting.members)
    var sections = drafting.sections
    for index in sections.indices {
      guard let (answer, place) = found(sections[index].key) else { continue }
      if let lead = answer.lead, place == .page || lead.now != nil { sections[index].lead = lead.merged(with: sections[index].lead) }
      if let line = answer.attribution, place == .page || line.now != nil {
        sections[index].attribution = line.merged(with: sections[index].attribution)
      }
    }
    return (put(sections, language: drafting.language), conflicts, behind)
  }

  /// What several answers say in the same words, and a person edited in one of them, is edited for all: it stands once. Of
  /// several edits that of the page itself stays, else the first.
  ///
  /// - Returns: Those that gave way.
  private func share(
    editsOf sections: [QuestionDrafting.Section], of members: [QuestionDrafting.Member], _ keys: [String],
    in edited: inout [QuestionDrafting.Member]
  ) -> [String] {
    var behind: [String] = []
    for section in sections {
      for (standing, place) in section.merged.places.enumerated() {
        let repeated = section.merged.repeated.filter { $0.standing == standing }.map { ($0.answer, $0.block) }
        let said = [(section.merged.answer, place)] + repeated
        let edits = said.compactMap { answer, block -> (text: String, isOwn: Bool)? in
          guard let (found, page) = found(keys[answer]), let text = found.replaced[members[answer].item.blocks[block]] else { return nil }
          return (text, page == .page)
        }
        guard said.count > 1, let kept = (edits.first(where: \.isOwn) ?? edits.first)?.text else { continue }
        for (answer, block) in said {
          let was = members[answer].item.blocks[block], own = found(keys[answer])?.answer.replaced[was]
          edited[answer].item.blocks = edited[answer].item.blocks.map { block in
            if let own { block.replacing(own, with: kept) } else { block == was ? kept : block }
          }
          if let own, own != kept, !behind.contains(own) { behind.append(own) }
        }
      }
    }
    return behind.map { "\"\($0.prefix(40))\", since the same words were edited otherwise on this page" }
  }

  private func found(_ key: String) -> (answer: EditedAnswers.Answer, place: Place)? {
    for page in pages { if let answer = page.edits.answers[key] { return (answer, page.place) } }
    return nil
  }

  /// Sections with what people wrote between them: it stays behind the answer that it stood behind, or behind the one before.
  private func put(_ sections: [QuestionDrafting.Section], language: LanguageTag) -> String {
    let placeOf = Dictionary(sections.enumerated().map { ($1.key, $0) }) { first, _ in first }
    var notes: [Int: [String]] = [:], answersStub = false
    for page in pages where page.place != .otherPage {
      for note in page.edits.notes {
        let before = page.edits.order.prefix(note.behind + 1)
        notes[before.reversed().lazy.compactMap { placeOf[$0] }.first ?? -1, default: []].append(note.text)
      }
      answersStub = answersStub || (page.edits.answers.values.allSatisfy(\.imported.isEmpty) && !page.edits.notes.isEmpty)
    }
    var texts = notes[-1] ?? []
    if answersStub, sections.contains(where: { !$0.blocks.isEmpty }) { texts.append(PageJoining.heading(language)) }
    for (index, section) in sections.enumerated() { texts += [section.text] + (notes[index] ?? []) }
    return texts.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }
}
