internal import ContentModel
internal import HanText

/// Writes the file of one term from all that sources say of it.
struct TermDrafting: Sendable {
  struct Mention: Sendable {
    let source: ImportedSource
    let term: ImportedSource.Term
    /// Index of the item that defines it.
    var item: Int?
    /// Blocks of a definition that the source gives it as an item of its own.
    var blocks: [String] = []
    var last: Int?
  }

  let mentions: [Mention]

  var title: String { chinese ?? english ?? abbreviation ?? "" }
  var language: LanguageTag { chinese == nil ? .english : .chinese }

  /// English names make the better address: they are what people type.
  var slug: String { Slug.make(from: english ?? abbreviation ?? title) }

  private var chinese: String? { commonest(mentions.compactMap(\.term.chinese)) }
  private var english: String? { commonest(mentions.compactMap(\.term.english)) }
  private var abbreviation: String? { commonest(mentions.compactMap(\.term.abbreviation)) }

  func draft(id: String, slug: String, names: [String]) -> ContentDraft {
    let title = title
    let others = mentions.flatMap { [$0.term.chinese, $0.term.english].compactMap { $0 } + $0.term.aliases }
    var seen: Set<String> = Set([title, english, abbreviation].compactMap { $0.map(ComparableText.squash) })
    let further = others.filter { seen.insert(ComparableText.squash($0)).inserted }.sorted()
    let isChinese = language == .chinese
    var matter = FrontMatterText()
    matter.add("title", title)
    matter.add("id", id)
    matter.add("abbreviation", abbreviation == title ? nil : abbreviation)
    matter.add("admitted", further.filter { (HanScript.share(of: $0) > 0) == isChinese })
    if isChinese {
      matter.add("translation", [english].compactMap { $0 } + further.filter { HanScript.share(of: $0) == 0 })
    }
    matter.add("status", "proposed")
    matter.add("sources", unique(mentions.map(\.source.slug)))
    matter.add("origins", unique(mentions.map { mention in
      "\(mention.source.slug)#L\(mention.term.line)" + (mention.last.map { "-L\($0)" } ?? "")
    }))
    return ContentDraft(
      id: id, section: .terms, language: language, slug: slug, text: matter.file(body: body), members: names)
  }

  /// The fullest definition; further ones are in the sources.
  private var body: String {
    let blocks = mentions.map(\.blocks).max { a, b in length(a) < length(b) } ?? []
    if !blocks.isEmpty { return blocks.joined(separator: "\n\n") }
    return mentions.compactMap(\.term.definition).max { ($0.count, $1) < ($1.count, $0) } ?? ""
  }

  private func length(_ blocks: [String]) -> Int { blocks.reduce(0) { $0 + $1.utf8.count } }

  private func commonest(_ names: [String]) -> String? {
    var counts: [String: Int] = [:]
    for name in names { counts[name, default: 0] += 1 }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  private func unique(_ values: [String]) -> [String] {
    var seen: Set<String> = []
    return values.filter { seen.insert($0).inserted }
  }
}
