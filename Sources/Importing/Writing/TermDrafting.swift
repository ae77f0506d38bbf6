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
  /// A name of Latin letters may be the only one that Chinese pages have.
  var language: LanguageTag { chinese == nil ? ContentLanguage.of(title: title, text: body) : .chinese }

  /// English names make the better address: they are what people type.
  var slug: String { Slug.make(from: english ?? abbreviation ?? title) }

  private var chinese: String? { commonest(mentions.compactMap(\.term.chinese)) }
  private var english: String? { commonest(mentions.compactMap(\.term.english)) }
  private var abbreviation: String? { commonest(mentions.compactMap(\.term.abbreviation)) }

  /// - Parameter redirects: pages that this one took in.
  func draft(id: String, slug: String, names: [String], redirects: [TakenInPage] = []) -> ContentDraft {
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
      // A name that both languages share is the name in either.
      let translation = english ?? (chinese == nil ? title : nil)
      matter.add("translation", [translation].compactMap { $0 } + further.filter { HanScript.share(of: $0) == 0 })
    }
    matter.add("status", "proposed")
    matter.add("sources", unique(mentions.map(\.source.slug)))
    matter.add(
      "origins",
      unique(
        mentions.flatMap { mention in
          ["\(mention.source.slug)#L\(mention.term.line)" + (mention.last.map { "-L\($0)" } ?? "")]
            + (mention.term.definitionLine.map { ["\(mention.source.slug)#L\($0)"] } ?? [])
        }))
    matter.add("redirects", redirects.map(\.page))
    return ContentDraft(
      id: id, section: .terms, language: language, slug: slug, text: matter.file(body: body), members: names,
      redirects: redirects)
  }

  /// The fullest definition; further ones are in the sources. A sentence that stands anywhere in a source's text is quoted, with
  /// its place: it is evidence, and the author's words until somebody has written their own.
  private var body: String {
    let blocks = mentions.map(\.blocks).max { a, b in length(a) < length(b) } ?? []
    if !blocks.isEmpty { return blocks.joined(separator: "\n\n") }
    let defining = mentions.filter { $0.term.definition != nil }
    return defining.max { ($0.term.definition!.count, $1.term.definition!) < ($1.term.definition!.count, $0.term.definition!) }?.quotation
      ?? ""
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

extension TermDrafting.Mention {
  /// What a source says of terms: in passing, and as items that define one.
  static func all(in source: ImportedSource) -> [TermDrafting.Mention] {
    // 键 and 值 stand for one another's sense on a page, and 十亿 is B; nobody looks them up.
    source.terms.filter { $0.chinese.map { $0.count != 1 && !isNumber($0) } ?? true }.map { TermDrafting.Mention(source: source, term: $0) }
      + source.items.enumerated().filter { $0.element.kind == Item.Kind.definition.rawValue }.map { index, item in
        TermDrafting.Mention(
          source: source, term: ImportedSource.Term(definedBy: item), item: index, blocks: item.blocks,
          last: item.last > item.first ? item.last : nil)
      }
  }
}

extension TermDrafting.Mention {
  private static func isNumber(_ name: String) -> Bool { name.allSatisfy { "零一二三四五六七八九十百千万亿".contains($0) } }

  /// `“X 是指…。”（[source](../sources/slug.zh.md)，第 12 行）`.
  fileprivate var quotation: String? {
    guard let definition = term.definition else { return nil }
    let sentence = MarkdownEscaping.escapeLineStart(MarkdownEscaping.escape(definition.withoutInvisible))
    let title = MarkdownEscaping.label(source.title)
    let link = "[\(title)](../sources/\(source.slug).\(source.language).md)"
    let line = term.definitionLine ?? term.line
    return HanScript.share(of: definition) > 0
      ? "“\(sentence)”（\(link)，第 \(line) 行）" : "“\(sentence)” (\(link), line \(line))"
  }
}

extension ImportedSource.Term {
  /// The names in a title such as `基于人工反馈的强化学习（RLHF）`.
  fileprivate init(definedBy item: ImportedSource.Item) {
    var title = item.title
    var inBrackets: String?
    if let last = title.last, last == "）" || last == ")", let open = title.lastIndex(where: { $0 == "（" || $0 == "(" }),
      open > title.startIndex
    {
      inBrackets = title[title.index(after: open)...].dropLast().trimmingSpace()
      title = title[..<open].trimmingSpace()
    }
    self.init(chinese: nil, english: nil, abbreviation: nil, aliases: [], definition: nil, line: item.first)
    for name in [title, inBrackets].compactMap({ $0 }) where !name.isEmpty {
      if HanScript.share(of: name) > 0 {
        if chinese == nil { chinese = name } else { aliases.append(name) }
      } else if name.utf8.count <= 6, name.contains(where: \.isUppercase), !name.contains(" ") {
        abbreviation = abbreviation ?? name
      } else {
        english = english ?? name
      }
    }
  }
}
