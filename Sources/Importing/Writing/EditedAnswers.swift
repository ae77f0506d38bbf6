internal import ContentModel

/// What a person made of a question's page, answer by answer: with it an answer takes its edits along to another page.
struct EditedAnswers {
  /// By ``QuestionDrafting/distinctKeys(of:)``.
  private(set) var answers: [String: Answer] = [:]
  /// Keys of those that have a place of their own, in their order.
  private(set) var order: [String] = []
  /// What a person wrote between answers: behind the one of that place, -1 above the first.
  private(set) var notes: [(behind: Int, text: String)] = []

  struct Answer {
    /// Its blocks as the import had them.
    let imported: [String]
    /// The same as the person left them: each where it was, nothing where it was removed.
    var blocks: [[String]]
    /// The heading above and the line of its origin, as the import wrote them and as they are; `nil` where the answer has no
    /// place of its own.
    var lead: Change?
    var attribution: Change?
    /// What stands instead of a block, without what was only put in beside it, by the block as the import had it.
    var replaced: [String: String] = [:]

    var isEdited: Bool { edited != imported }

    var edited: [String] { blocks.flatMap { $0 } }
  }

  /// A line that the import wrote, and what a person made of it.
  struct Change {
    let was: String?
    let now: String?

    /// What it is where the import would write another one.
    func merged(with new: String?) -> String? { now == was ? new : now }
  }

  /// - Returns: `nil` where the page has no text of documents, or collides with what this program draws of them.
  init?(of record: ContentRecord, in store: ContentStore) {
    guard let file = store.files[record.id], let base = try? store.base(record), let text = try? store.text(of: file),
      var drafting = QuestionDrafting.drawn(record, in: store)
    else { return nil }
    // On a page of somebody's own the only answer has the line of its source, too.
    drafting.isJoined = drafting.lineOfOnlyAnswer.map { text.contains($0) } ?? false
    // Another version of the program may have drawn the same answers otherwise.
    let drawn = ThreeWayMerge(
      base: ContentParts(base).body, ours: ContentParts(text).body, theirs: [""] + drafting.body.textLines)
    if drawn.conflicts > 0 { return nil }
    let members = drafting.orderedMembers, keys = QuestionDrafting.distinctKeys(of: members), sections = drafting.sections
    let page = PageSlots(sections, in: drawn.lines)
    for (member, key) in zip(members, keys) {
      answers[key] = Answer(imported: member.item.blocks, blocks: member.item.blocks.map { [$0] })
    }
    order = sections.map(\.key)
    if let top = page.texts[.free(-1)] { notes.append((-1, top)) }
    for (index, section) in sections.enumerated() {
      answers[section.key]?.lead = Change(was: section.lead, now: page.texts[.lead(index)])
      answers[section.key]?.attribution = Change(was: section.attribution, now: page.texts[.attribution(index)])
      if let note = page.texts[.free(index)] { notes.append((index, note)) }
      func own(_ text: String) -> String { HeadingLevel.raised(text, by: section.depth) }
      for (standing, block) in section.blocks.enumerated() {
        let place = section.merged.places[standing], slot = PageSlots.Slot.block(index, standing)
        if page.texts[slot] != block { answers[section.key]?.blocks[place] = page.texts[slot].map { [own($0)] } ?? [] }
        guard page.changed[slot] != block else { continue }
        let change = page.changed[slot].map(own)
        answers[section.key]?.replaced[members[section.merged.answer].item.blocks[place]] = change
        // What other sources say in the same words was edited for them, too.
        for other in section.merged.repeated where other.standing == standing {
          let key = keys[other.answer]
          guard members[other.answer].item.blocks[other.block] == section.merged.blocks[standing] else { continue }
          answers[key]?.blocks[other.block] = change.map { [$0] } ?? []
          answers[key]?.replaced[members[other.answer].item.blocks[other.block]] = change
        }
      }
    }
  }
}

extension QuestionDrafting {
  /// A page as it would be drawn of what was imported then; `nil` where nothing of that is known.
  static func drawn(_ record: ContentRecord, in store: ContentStore) -> QuestionDrafting? {
    let keys = Set(record.members), sources = Set(record.members.map { $0.split(separator: "#").dropLast().joined(separator: "#") })
    let members = store.sources.filter { sources.contains($0.id) }.flatMap { source in
      source.items.filter { keys.contains(source.key(of: $0)) }.map { Member(source: source, item: $0) }
    }
    guard !members.isEmpty, let language = try? Document.FileName.parse(record.path).get().language else { return nil }
    var drafting = QuestionDrafting(members, language: language, others: record.others ?? [])
    drafting.order = record.members
    return drafting
  }
}
