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
  /// Other questions, which people made one with that of the page, by the keys of their members: their answers stand behind, below
  /// their titles.
  let others: [[String]]
  /// By the key of a member: which of all questions it is, the page's own first.
  private let questionOf: [String: Int]

  /// - Parameters:
  ///   - members: in the order of sources, at least one.
  ///   - others: questions that people made one with that of the page; not all members.
  ///   - language: of a page that keeps it, whatever its sources are in: its title is the clearest in that language. `nil`: the
  ///     language is that of the clearest title.
  init(_ members: [Member], language: LanguageTag? = nil, others: [[String]] = []) {
    self.members = members
    self.others = others
    questionOf = Dictionary(others.enumerated().flatMap { index, keys in keys.map { ($0, index + 1) } }) { first, _ in first }
    let title = Self.clearestTitle(of: members.filter { [questionOf] in questionOf[$0.key] == nil }, language)
    self.title = title
    self.language =
      language
      ?? ContentLanguage.of(title: title, text: members.map { $0.item.blocks.joined(separator: " ") }.joined(separator: " "))
  }

  /// Of those in a language, if there are any.
  static func clearestTitle(of members: [Member], _ language: LanguageTag?) -> String {
    let titles = members.map { (title: $0.item.title, isAnswered: $0.item.isAnswered) }
    let own = language.map { wanted in titles.filter { ContentLanguage.of(title: $0.title, text: "") == wanted } } ?? []
    return TitleClarity.clearest(of: own.isEmpty ? titles : own)
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
      members: orderedMembers.map(\.key), others: others, redirects: redirects)
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
    /// The heading above a further answer, or one to another question.
    var lead: String?
    /// How many levels its headings are lowered.
    let depth: Int
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
    var counts: [Int: Int] = [:]
    return answers.map { answer in
      let question = questionOf[members[answer.answer].key] ?? 0, number = counts[question, default: 0] + 1
      counts[question] = number
      // A further answer stands below the title of its question, the first one right below it.
      let depth = (question == 0 ? 0 : 1) + (number == 1 ? 0 : 1)
      let further = language == .chinese ? "回答\(Self.numeral(number))" : "Answer \(number)"
      let text = number > 1 || question == 0 ? further : heading(of: question)
      return Section(
        key: keys[answer.answer], lead: depth == 0 ? nil : String(repeating: "#", count: depth + 1) + " " + text, depth: depth,
        blocks: answer.blocks.map { HeadingLevel.lowered($0, by: depth) },
        attribution: isShared && !answer.blocks.isEmpty ? attribution(of: answer) : nil, merged: answer)
    }
  }

  private func heading(of question: Int) -> String {
    let keys = Set(others[question - 1])
    return MarkdownEscaping.escape(Self.clearestTitle(of: members.filter { keys.contains($0.key) }, language))
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

  /// Answers to the page's question first, of these those in its language, then those of documents that are no copies, the longest
  /// first among them.
  var orderedMembers: [Member] {
    guard members.count > 1 else { return members }
    let sources = Set(members.map(\.source.id))
    return members.indices.map { index -> (question: Int, place: Int, rank: Int, length: Int, index: Int) in
      let member = members[index]
      let place = order.isEmpty ? 0 : order.firstIndex(of: member.key) ?? order.count
      let rank = (isReadable(member) ? 0 : 2) + (isCopy(member, among: sources) ? 1 : 0)
      return (questionOf[member.key] ?? 0, place, rank, length(member), index)
    }
    .sorted { a, b in (a.question, a.place, a.rank, b.length, a.index) < (b.question, b.place, b.rank, a.length, b.index) }
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
