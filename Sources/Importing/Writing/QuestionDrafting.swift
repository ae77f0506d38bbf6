internal import ContentModel
internal import HanText

/// Writes the file of one question from all items that ask it.
struct QuestionDrafting {
  struct Member {
    let source: ImportedSource
    var item: ImportedSource.Item

    var key: String { source.key(of: item) }
  }

  var members: [Member]
  /// The phrasing that a reader understands best; of several as good one with an answer.
  let title: String
  let language: LanguageTag
  /// Keys of the answers that the page has, in their order: they keep it, and new ones come behind. Empty: the best comes first.
  var order: [String] = []
  /// Whether the page was joined to one that a person wrote.
  var isJoined = false

  /// - Parameters:
  ///   - members: in the order of sources, at least one.
  ///   - language: of a page that keeps it, whatever its sources are in: its title is the clearest in that language. `nil`: the
  ///     language is that of the clearest title.
  init(_ members: [Member], language: LanguageTag? = nil) {
    self.members = members
    let titles = members.map { (title: $0.item.title, isAnswered: $0.item.isAnswered) }
    let own = language.map { wanted in titles.filter { ContentLanguage.of(title: $0.title, text: "") == wanted } } ?? []
    let title = TitleClarity.clearest(of: own.isEmpty ? titles : own)
    self.title = title
    self.language =
      language
      ?? ContentLanguage.of(title: title, text: members.map { $0.item.blocks.joined(separator: " ") }.joined(separator: " "))
  }

  var slug: String { Slug.make(from: title) }

  /// - Parameters:
  ///   - related: names of pages that ask something else about the same.
  ///   - redirects: pages that this one took in.
  ///   - reason: why its items are one question, in words; `nil` where there is one.
  func draft(id: String, slug: String, related: [String] = [], reason: String? = nil, redirects: [TakenInPage] = []) -> ContentDraft {
    let isAnswered = members.contains { $0.item.isAnswered && !$0.item.blocks.isEmpty }
    var matter = FrontMatterText()
    matter.add("title", title)
    matter.add("id", id)
    matter.add("aliases", otherPhrasings)
    matter.add("status", isAnswered ? "proposed" : "stub")
    matter.add("related", related)
    matter.add("sources", unique(members.map(\.source.slug)))
    matter.add("origins", members.map { $0.source.origin(of: $0.item) })
    matter.add("merged", reason)
    matter.add("redirects", redirects.map(\.page))
    return ContentDraft(
      id: id, section: .questions, language: language, slug: slug, text: matter.file(body: body),
      members: orderedMembers.map(\.key), redirects: redirects)
  }

  private var otherPhrasings: [String] {
    var seen: Set<String> = [ComparableText.squash(title)]
    return members.map(\.item.title).filter { seen.insert(ComparableText.squash($0)).inserted }
  }

  private func unique(_ values: [String]) -> [String] {
    var seen: Set<String> = []
    return values.filter { seen.insert($0).inserted }
  }

  /// Where the only answer comes from; `nil` where there is none or there are several.
  var lineOfOnlyAnswer: String? {
    let answers = answers(of: orderedMembers)
    return answers.count == 1 && !answers[0].blocks.isEmpty ? attribution(of: answers[0]) : nil
  }

  private func answers(of members: [Member]) -> [AnswerMerging.Merged] {
    let sources = Set(members.map(\.source.id))
    return AnswerMerging.merge(
      members.map { member in
        AnswerMerging.Answer(blocks: member.item.blocks, isCopy: isCopy(member, among: sources), attribution: attribution(of: member))
      })
  }

  private func attribution(of answer: AnswerMerging.Merged) -> String {
    let (dash, separator) = language == .chinese ? ("——", "；") : ("—", "; ")
    return "\(dash) \(answer.attributions.map(\.markdown).joined(separator: separator))"
  }

  var body: String { sections.map(\.text).filter { !$0.isEmpty }.joined(separator: "\n\n") }

  /// An answer as it stands on the page.
  struct Section {
    let key: String
    /// The heading above a further answer.
    var lead: String?
    var blocks: [String]
    /// Where it comes from: of several answers each ends so, and so does one that stands on a page of somebody's own.
    var attribution: String?
    let merged: AnswerMerging.Merged

    var text: String { ([lead] + blocks + [attribution]).compactMap(\.self).joined(separator: "\n\n") }
  }

  var sections: [Section] {
    let members = orderedMembers, keys = Self.distinctKeys(of: members), answers = answers(of: members)
    // Also where one source answers in two places.
    let isShared = isJoined || Set(members.map(\.source.id)).count > 1 || answers.count > 1
    return answers.enumerated().map { index, answer in
      let number = Self.numeral(index + 1)
      return Section(
        key: keys[answer.answer], lead: index == 0 ? nil : language == .chinese ? "## 回答\(number)" : "## Answer \(index + 1)",
        blocks: index == 0 ? answer.blocks : answer.blocks.map(HeadingLevel.lowered),
        attribution: isShared && !answer.blocks.isEmpty ? attribution(of: answer) : nil, merged: answer)
    }
  }

  /// The keys of members; a number tells those apart that one source asks in the same words.
  static func distinctKeys(of members: [Member]) -> [String] {
    var counts: [String: Int] = [:]
    return members.map { member in
      let key = member.key, count = counts[key, default: 0]
      counts[key] = count + 1
      return count == 0 ? key : "\(key) \(count)"
    }
  }

  /// Answers in the page's language first, then those of documents that are no copies, the longest first among them.
  var orderedMembers: [Member] {
    guard members.count > 1 else { return members }
    let sources = Set(members.map(\.source.id))
    return members.indices.map { index -> (place: Int, rank: Int, length: Int, index: Int) in
      let member = members[index]
      let place = order.isEmpty ? 0 : order.firstIndex(of: member.key) ?? order.count
      return (place, (isReadable(member) ? 0 : 2) + (isCopy(member, among: sources) ? 1 : 0), length(member), index)
    }
    .sorted { a, b in (a.place, a.rank, b.length, a.index) < (b.place, b.rank, a.length, b.index) }
    .map { members[$0.index] }
  }

  private func isCopy(_ member: Member, among sources: Set<String>) -> Bool { member.source.copyOf.map(sources.contains) ?? false }

  /// Whether an answer is in the page's language.
  private func isReadable(_ member: Member) -> Bool {
    ContentLanguage.of(title: "", text: member.item.blocks.joined(separator: " ")) == language
  }

  private func length(_ member: Member) -> Int { member.item.blocks.reduce(0) { $0 + $1.utf8.count } }

  private func attribution(of member: Member) -> AnswerMerging.Attribution {
    let (first, last) = (member.item.first, member.item.last)
    let lines = first == last ? "\(first)" : "\(first)–\(last)"
    let label = MarkdownEscaping.label(member.source.title)
    let link = "[\(label)](../sources/\(member.source.slug).\(member.source.language).md)"
    return AnswerMerging.Attribution(
      title: member.source.title, markdown: link + (language == .chinese ? "，第 \(lines) 行" : ", lines \(lines)"))
  }

  private static func numeral(_ number: Int) -> String {
    let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
    return number < digits.count ? digits[number] : " \(number)"
  }
}
