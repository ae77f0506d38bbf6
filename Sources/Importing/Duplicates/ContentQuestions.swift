package import ContentModel
package import Diagnostics

/// The questions of a content folder, and which of them ask the same: for editors, who add pages by hand.
///
/// A page asks in its title, in every language it has; translations are one page. Aliases of imported pages are titles
/// that other documents gave the question and count as well; those that people write are search words.
package struct ContentQuestions: Sendable {
  package struct Group: Sendable, Hashable {
    /// Slugs of the pages, sorted; two and more.
    package let pages: [String]
    package let score: Double
    package let reason: String
    /// Whether people settled that they are one, and the next import is to make one page of them.
    package var isDecided = false
  }

  package let groups: [Group]
  /// Pairs of pages for people to settle, likeliest first.
  package let undecided: [Group]
  /// What is wrong with the decisions: those that contradict each other, and names that nothing has; and with titles that are compared
  /// with no other, or in part.
  package let faults: [Diagnostic]
  private let documents: [String: [Document]]
  private let recognizer: DuplicateRecognizer?

  /// - Parameter isCompared: Whether groups and pairs will be asked for, which take far longer than all else.
  package init(_ corpus: Corpus, decisions: ImportDecisions, isCompared: Bool = true) {
    var documents: [String: [Document]] = [:]
    var candidates: [QuestionCandidate] = []
    var pageOf: [String: String] = [:]
    var names = PageNames()
    var importedTitles: Set<String> = []
    for document in corpus.documents where document.id.section == .questions {
      let slug = document.id.slug
      documents[slug, default: []].append(document)
      let answer = document.status == .stub ? nil : Self.answer(of: document)
      // As an import sees them: a heading on the page that asks the same heads a section there.
      let sources = Set(document.texts("origins").map { String($0.prefix { $0 != "#" }) })
      let pages = sources.isEmpty ? [document.file.path] : sources.sorted()
      let aliases = document.texts("origins").isEmpty ? [] : document.texts("aliases")
      for (index, title) in ([document.title] + aliases).enumerated() {
        let id = Self.id(document, index)
        pageOf[id] = slug
        if !sources.isEmpty { importedTitles.insert(id) }
        candidates.append(
          QuestionCandidate(id: id, title: title, answerText: answer, language: document.language, documents: pages))
        names.add(id, title: title, of: document)
      }
    }
    recognizer = isCompared ? DuplicateRecognizer(decisions: names.expanded(decisions), termPages: corpus.documents) : nil
    self.documents = documents
    let known = decisions.contradictions(canonical: names.question) + names.unknown(in: decisions)
    guard let result = recognizer?.groups(of: candidates) else {
      (groups, undecided, faults) = ([], [], known)
      return
    }
    let wordless = Set(result.wordless)
    faults =
      known
      + corpus.documents.filter { $0.id.section == .questions }.compactMap {
        TitleRemark.one($0.title, isWordless: wordless.contains(Self.id($0, 0)), at: Self.title(in: $0))
      }
    let decided = Self.united(decisions.same.map { Set($0.names.flatMap { names.pages($0) }) })
    // Between pages that an import wrote, the import has looked at every title of both: what it leaves apart for one of
    // them is no duplicate for another.
    let imported = Set(documents.filter { $0.value.contains { !$0.texts("origins").isEmpty } }.keys)
    let titlesOf = Dictionary(grouping: candidates.map(\.id).filter { importedTitles.contains($0) }, by: { pageOf[$0] ?? "" })
    func isSettledByImport(_ group: DuplicateGrouping.Group) -> Bool {
      let pages = Set(group.members.compactMap { pageOf[$0] }), members = Set(group.members)
      return pages.isSubset(of: imported) && !pages.allSatisfy { members.isSuperset(of: titlesOf[$0] ?? []) }
    }
    groups = Self.distinct(
      result.groups.filter { !isSettledByImport($0) }.map {
        let pages = Self.pages($0.members, pageOf)
        return Group(
          pages: pages, score: $0.score, reason: $0.reason, isDecided: decided.contains { $0.isSuperset(of: pages) })
      })
    let together = Set(groups.flatMap { group in group.pages.flatMap { a in group.pages.map { [a, $0] } } })
    undecided = Self.distinct(
      result.undecided.map { Group(pages: Self.pages([$0.first, $0.second], pageOf), score: $0.score, reason: $0.reason) }
    ).filter { !together.contains($0.pages) }
  }

  /// The candidate that a page is by one of its titles.
  private static func id(_ document: Document, _ index: Int) -> String { "\(document.id.slug).\(document.language)~\(index)" }

  /// Sets that have a page in common, as one. O(sets²).
  private static func united(_ sets: [Set<String>]) -> [Set<String>] {
    sets.reduce(into: []) { united, set in
      let meeting = united.filter { !$0.isDisjoint(with: set) }
      united.removeAll { !$0.isDisjoint(with: set) }
      united.append(meeting.reduce(set) { $0.union($1) })
    }
  }

  private static func pages(_ members: [String], _ pageOf: [String: String]) -> [String] { Set(members.compactMap { pageOf[$0] }).sorted() }

  /// Each set of pages once, the best first; what lies within one page is left out.
  private static func distinct(_ groups: [Group]) -> [Group] {
    var seen: Set<[String]> = []
    return groups.filter { $0.pages.count > 1 }
      .sorted { ($1.score, $0.pages.joined(separator: "\n")) < ($0.score, $1.pages.joined(separator: "\n")) }
      .filter { seen.insert($0.pages).inserted }
  }

  /// The page's title in its first language.
  package func title(of page: String) -> String { documents[page]?.first?.title ?? page }

  /// Pages that an import made of several questions: the titles that were asked, and why they are one.
  package var merged: [(page: String, titles: [String], reason: String)] {
    documents.keys.sorted().compactMap { page in
      guard let document = documents[page]?.first(where: { $0.text("merged") != nil }), let reason = document.text("merged") else {
        return nil
      }
      return (page, [document.title] + document.texts("aliases"), reason)
    }
  }

  /// Where the page is written.
  package func path(of page: String) -> String { documents[page]?.first?.file.path ?? page }

  /// The one page with this title in some language, else the one with this alias.
  package func page(titled title: String) -> String? {
    let wanted = ComparableText.squash(title)
    guard !wanted.isEmpty else { return nil }
    for titles in [{ [$0.title] }, { $0.texts("aliases") }] as [(Document) -> [String]] {
      let found = documents.filter { $0.value.contains { titles($0).contains { ComparableText.squash($0) == wanted } } }
      if found.count == 1 { return found.first?.key }
    }
    return nil
  }

  package func contains(_ page: String) -> Bool { documents[page] != nil }

  package var pages: [String] { documents.keys.sorted() }

  /// A warning at each page that asks already, in its title or one of its aliases, what a new page is going to ask. A page that has
  /// no version in the language of the new one is named in that language's file name.
  package static func diagnostics(asking title: String, as page: String, _ language: LanguageTag, in corpus: Corpus) -> [Diagnostic] {
    let questions = corpus.documents.filter { $0.id.section == .questions }
    let documents = questions.filter { $0.id.slug != page }
    let candidates = documents.enumerated().flatMap { index, document in
      ([document.title] + document.texts("aliases")).map { QuestionCandidate(id: String(index), title: $0) }
    }
    var seen: Set<String> = []
    return DuplicateRecognizer(termPages: corpus.documents).matches(of: title, among: candidates).compactMap { match in
      guard let document = Int(match.id).map({ documents[$0] }), seen.insert(document.id.slug).inserted else { return nil }
      let versions = questions.filter { $0.id == document.id }
      let known = versions.first { $0.language == language } ?? document, slug = document.id.slug
      let alias = match.title == known.title ? "" : ", also \"\(TitleRemark.shown(match.title))\","
      let different = "or settle that they differ: ciyuan duplicates --different \(slug) \(page)"
      return Diagnostic(
        .warning, rule: "duplicate-question",
        "\"\(TitleRemark.shown(known.title))\"\(alias) \(match.isCertain ? "asks the same already" : "may ask the same"): \(match.reason)",
        at: Self.title(in: known),
        suggestion: known.language == language
          ? "edit this page instead, \(different)"
          : "it has no version in this language: write that as questions/\(slug).\(language).md"
            + " (ciyuan new question --slug \(slug) --language \(language) …), \(different)")
    }
  }

  /// A warning at the title of each page that asks what another page asks already.
  package func diagnostics() -> [Diagnostic] {
    var diagnostics = faults
    for group in groups {
      // The older page is the one to merge into.
      let ordered = group.pages.sorted { rank($0) < rank($1) }
      for page in ordered.dropFirst() {
        guard let (known, document) = versions(ordered[0], page) else { continue }
        if group.isDecided, let kept = kept(known, document) {
          diagnostics.append(kept)
          continue
        }
        let names = "\(ordered[0]) \(page)"
        diagnostics.append(
          Diagnostic(
            .warning, rule: "duplicate-question",
            group.isDecided
              ? "is one question with \"\(TitleRemark.shown(known.title))\", as import.yml says, and still a page"
              : "asks the same as \"\(TitleRemark.shown(known.title))\": \(recognizer?.reason(known.title, document.title) ?? group.reason)",
            at: Self.title(in: document),
            suggestion: group.isDecided
              ? "make them one page: ciyuan import"
              : "make them one page: ciyuan duplicates --same \(names), then ciyuan import; or settle that they differ: ciyuan duplicates --different \(names)",
            notes: [Diagnostic.Note("the other question is here", at: Self.title(in: known))]))
      }
    }
    return diagnostics
  }

  /// A warning at a page that an import kept beside the one which has its answers now: another import does not change that.
  private func kept(_ first: Document, _ second: Document) -> Diagnostic? {
    let origins = [first, second].map { Set($0.texts("origins")) }
    guard !origins[0].isDisjoint(with: origins[1]) else { return nil }
    let (page, whole) = origins[0].count < origins[1].count ? (first, second) : (second, first)
    return Diagnostic(
      .warning, rule: "duplicate-question",
      "is one question with \"\(TitleRemark.shown(whole.title))\", which has its answers as well: an import kept it because it was edited",
      at: Self.title(in: page),
      suggestion: "move what you changed to \(whole.file.path), write \"redirects: [\(page.id)]\" there, and remove this file",
      notes: [Diagnostic.Note("the other question is here", at: Self.title(in: whole))])
  }

  /// A version of each of two pages: in the same language where there is one that both have.
  private func versions(_ first: String, _ second: String) -> (Document, Document)? {
    guard let ours = documents[first], let theirs = documents[second], let one = ours.first, let other = theirs.first else { return nil }
    for document in theirs { if let known = ours.first(where: { $0.language == document.language }) { return (known, document) } }
    return (one, other)
  }

  /// The older page first: what an import wrote before what people added, then by the day of writing (a page without a
  /// date counts as new), then what is published before what is not, then by name.
  private func rank(_ page: String) -> (Int, String, Int, String) {
    let versions = documents[page] ?? []
    let order: [Document.Status?] = [.published, .proposed, .stub, .draft]
    let isImported = versions.contains { !$0.texts("origins").isEmpty }
    let date = versions.compactMap { $0.date?.description }.min() ?? "9999"
    return (isImported ? 0 : 1, date, order.firstIndex(of: versions.first?.status) ?? order.count, page)
  }

  private static func title(in document: Document) -> SourceLocation {
    document.frontMatter.text("title").map { document.file.location(of: $0.range) } ?? document.location(of: "title")
  }

  /// The beginning of a page's text without the lines that say where an answer comes from: pages of one source share those
  /// and nothing else.
  private static func answer(of document: Document) -> String {
    document.file.bytes[document.body].prefix(4_000).split(separator: 0x0A)
      .filter { !($0.starts(with: "—".utf8) && $0.firstRange(of: Array("](../sources/".utf8)) != nil) }
      .map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
  }
}
