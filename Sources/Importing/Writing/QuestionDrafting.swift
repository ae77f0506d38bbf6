internal import ContentModel
internal import HanText

/// Writes the file of one question from all items that ask it.
struct QuestionDrafting {
  struct Member {
    let source: ImportedSource
    let item: ImportedSource.Item
  }

  let members: [Member]
  /// The phrasing that a reader understands best; of several as good one with an answer.
  let title: String
  let language: LanguageTag

  /// - Parameter members: in the order of sources, at least one.
  init(_ members: [Member]) {
    self.members = members
    title = TitleClarity.clearest(of: members.map { (title: $0.item.title, isAnswered: $0.item.isAnswered) })
    language = ContentLanguage.of(
      title: title, text: members.map { $0.item.blocks.joined(separator: " ") }.joined(separator: " "))
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
      members: members.map { $0.source.key(of: $0.item) }, redirects: redirects)
  }

  private var otherPhrasings: [String] {
    var seen: Set<String> = [ComparableText.squash(title)]
    return members.map(\.item.title).filter { seen.insert(ComparableText.squash($0)).inserted }
  }

  private func unique(_ values: [String]) -> [String] {
    var seen: Set<String> = []
    return values.filter { seen.insert($0).inserted }
  }

  /// With several sources each answer ends with where it comes from.
  private var body: String {
    let isChinese = language == .chinese
    let ordered = orderedMembers
    let sources = Set(members.map(\.source.id))
    let answers = AnswerMerging.merge(
      ordered.map { member in
        AnswerMerging.Answer(
          blocks: member.item.blocks, isCopy: member.source.copyOf.map(sources.contains) ?? false,
          attribution: attribution(of: member, isChinese: isChinese))
      })
    let isShared = sources.count > 1
    var blocks: [String] = []
    for (index, answer) in answers.enumerated() {
      if index > 0 { blocks.append(isChinese ? "## 回答\(Self.numeral(index + 1))" : "## Answer \(index + 1)") }
      blocks += index > 0 ? answer.blocks.map(Self.lowered) : answer.blocks
      if isShared {
        let (dash, separator) = isChinese ? ("——", "；") : ("—", "; ")
        blocks.append("\(dash) \(answer.attributions.map(\.markdown).joined(separator: separator))")
      }
    }
    return blocks.joined(separator: "\n\n")
  }

  /// Whether an answer is in the page's language.
  /// Answers in the page's language first, the longest first among them.
  private var orderedMembers: [Member] {
    guard members.count > 1 else { return members }
    return members.indices.map { (isForeign: !isReadable(members[$0]), length: length(members[$0]), index: $0) }
      .sorted { a, b in a.isForeign != b.isForeign ? b.isForeign : (b.length, a.index) < (a.length, b.index) }
      .map { members[$0.index] }
  }

  private func isReadable(_ member: Member) -> Bool {
    ContentLanguage.of(title: "", text: member.item.blocks.joined(separator: " ")) == language
  }

  private func length(_ member: Member) -> Int { member.item.blocks.reduce(0) { $0 + $1.utf8.count } }

  private func attribution(of member: Member, isChinese: Bool) -> AnswerMerging.Attribution {
    let (first, last) = (member.item.first, member.item.last)
    let lines = first == last ? "\(first)" : "\(first)–\(last)"
    let label = MarkdownEscaping.label(member.source.title)
    let link = "[\(label)](../sources/\(member.source.slug).\(member.source.language).md)"
    return AnswerMerging.Attribution(
      title: member.source.title, markdown: link + (isChinese ? "，第 \(lines) 行" : ", lines \(lines)"))
  }

  /// Headings below the heading of a further answer.
  private static func lowered(_ block: String) -> String {
    block.hasPrefix("#") && !block.hasPrefix("######") ? "#" + block : block
  }

  private static func numeral(_ number: Int) -> String {
    let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
    return number < digits.count ? digits[number] : " \(number)"
  }
}
