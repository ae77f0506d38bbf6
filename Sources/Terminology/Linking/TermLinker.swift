public import ContentModel
public import Diagnostics
public import MarkdownTree

/// Links the first mention of each concept in each section of a page.
public struct TermLinker: Sendable {
  public let termbase: Termbase

  public init(_ termbase: Termbase) {
    self.termbase = termbase
  }

  /// Links terms of every language in a page: the first mention of a concept after each heading, the longest name that
  /// stands there. Not in headings, links, code and formulas, not the page's own concept, not what `{no-link}` refuses, and not behind a
  /// link to the concept that the section has already. An everyday
  /// word is a name only where the page speaks of the concept's subject (`PageSubject`).
  ///
  /// Written as `<a class="term" href="…" data-term="slug">`, on top of what the target says.
  ///
  /// - Parameters:
  ///   - title: The page's; with its headings it says what the page is about.
  ///   - language: The page's; decides between concepts that share a name.
  ///   - ownConcept: The concept that the page explains.
  ///   - tags: The page's tags and subject field; decide between concepts that share a name.
  ///   - target: Where a concept's page is; `nil` leaves its mentions as text, and names that it shares to the others.
  /// - Returns: the links made, in order, and a diagnostic for each name that may mean several concepts.
  public func link(
    _ tree: inout MarkdownTree, title: String = "", language: LanguageTag, ownConcept: DocumentID? = nil, tags: some Sequence<String> = [],
    target: (DocumentID) -> LinkTarget?
  ) -> (mentions: [Mention], diagnostics: [Diagnostic]) {
    var subject = PageSubject(termbase, tags: Set(tags))
    if let ownConcept { subject.add(ownConcept) }
    for text in [title] + tree.headings.map(\.text) { subject.read(text) }
    var matches: [[TermMatcher.Match]] = []
    tree.linkTexts { run in
      matches.append(termbase.names(in: run.bytes))
      subject.read(matches[matches.count - 1], in: run.bytes)
      return []
    }
    var page = Page(language: language, ownConcept: ownConcept, tags: Set(tags), subject: subject)
    var remaining = matches[...]
    tree.linkTexts(passing: {
      page.enter($1); page.linked.insert($0.prefix { $0 != "#" })
    }) { run in
      links(in: run, remaining.removeFirst(), &page, target)
    }
    let file = tree
    let diagnostics = page.ambiguous.map { name, line, concepts in
      Termbase.ambiguity(of: name, between: concepts, at: file.location(of: name, nearLine: line))
    }
    return (page.mentions, diagnostics)
  }

  /// What is known of a page while its texts are read.
  private struct Page {
    let language: LanguageTag
    let ownConcept: DocumentID?
    let tags: Set<String>
    let subject: PageSubject
    var mentions: [Mention] = []
    var ambiguous: [(name: String, line: Int, concepts: [DocumentID])] = []
    var section = 0
    /// Concepts settled in this section.
    var settled: Set<Int32> = []
    /// Addresses to which links of the writer lead in this section, without what stands behind `#`.
    var linked: Set<Substring> = []

    mutating func enter(_ section: Int) {
      guard section != self.section else { return }
      self.section = section
      settled.removeAll(keepingCapacity: true)
      linked.removeAll(keepingCapacity: true)
    }
  }

  private func links(
    in run: TextRun, _ matches: [TermMatcher.Match], _ page: inout Page, _ target: (DocumentID) -> LinkTarget?
  ) -> [TextLink] {
    page.enter(run.section)
    var result: [TextLink] = []
    for match in matches {
      if run.refusesLastWord, match.range.upperBound == run.bytes.count { continue }
      guard let claim = claim(on: match, in: run, &page, target), page.subject.allows(claim), page.settled.insert(claim.concept).inserted
      else { continue }
      let concept = termbase.concepts[Int(claim.concept)]
      guard concept.id != page.ownConcept, var link = target(concept.id), !page.linked.contains(link.url[...]) else { continue }
      link.cssClass = link.cssClass.map { "term \($0)" } ?? "term"
      link.attributes.append((name: "data-term", value: concept.id.slug))
      result.append(TextLink(range: match.range, target: link))
      page.mentions.append(
        Mention(
          concept: concept.id, term: concept.terms[Int(claim.term)], headingID: run.headingID,
          sentence: run.sentence(around: match.range), line: run.line))
    }
    return result
  }

  /// Which of the claims on a name is meant; notes names that stay ambiguous, once a page for the same concepts.
  private func claim(
    on match: TermMatcher.Match, in run: TextRun, _ page: inout Page, _ target: (DocumentID) -> LinkTarget?
  ) -> TermClaim? {
    if let sole = termbase.matcher.patterns.soleClaims[Int(match.entry)] { return sole }
    let claims = termbase.matcher.claims(on: match).filter { target(termbase.concepts[Int($0.concept)].id) != nil }
    switch termbase.resolve(claims, language: page.language, tags: page.tags, own: page.ownConcept) {
    case .found(let id): return claims.first { termbase.concepts[Int($0.concept)].id == id }
    case .unknown: return nil
    case .ambiguous(let concepts):
      if !page.ambiguous.contains(where: { $0.concepts == concepts }) {
        page.ambiguous.append((String(decoding: run.bytes[match.range], as: UTF8.self), run.line, concepts))
      }
      return nil
    }
  }
}
