internal import ContentModel
internal import Diagnostics
internal import HanText

extension TermCheck {
  /// Concepts that one version of a page names again and again and the other never: there a word stands for it that is no name of
  /// it, or is another concept's.
  static func passages(in site: CheckedSite) -> [Diagnostic] {
    let pages = Dictionary(grouping: site.pages.filter { $0.document.id.section != .sources }, by: \.document.id)
    let near = NearName(site.termbase.concepts)
    return pages.keys.sorted().flatMap { id -> [Diagnostic] in
      guard let versions = pages[id], versions.count == 2 else { return [] }
      let named = versions.map { NamedConcepts($0, site) }
      return unmatched(named[0], named[1], near, site) + unmatched(named[1], named[0], near, site)
    }
  }

  /// What `ours` names and `theirs` does not, told where `theirs` should name it.
  private static func unmatched(_ ours: NamedConcepts, _ theirs: NamedConcepts, _ near: NearName, _ site: CheckedSite) -> [Diagnostic] {
    let language = theirs.page.document.language
    let pairs = PassageAlignment.align(ours.passages, theirs.passages).filter { $0.left != nil && $0.right != nil }
    func names(_ id: DocumentID) -> [Term] { site.names(of: id, language) }
    return ours.counts.keys.sorted().compactMap { id -> Diagnostic? in
      guard !site.proposed.contains(id), theirs.all[id] == nil, id != theirs.page.document.id, let name = names(id).first,
        let count = ours.counts[id],
        // A page that has another concept of its family speaks of it in other words.
        !theirs.all.keys.contains(where: { site.areKin(id, $0) && ours.all[$0] == nil }),
        let pair = pairs.first(where: { ours.sections[$0.left!][id] != nil }), let left = pair.left, let right = pair.right
      else { return nil }
      let section = theirs.page.sections[right]
      // In the same passages each names a concept that the other never does: the one is probably meant for the other.
      let own = Set(pairs.filter { ours.sections[$0.left!][id] != nil }.map { $0.right! })
      let strangers = theirs.counts.keys.filter { other in
        !site.proposed.contains(other) && ours.all[other] == nil && theirs.counts[other]! >= 2
          && Set(theirs.sections.indices.filter { theirs.sections[$0][other] != nil }) == own
      }
      if count >= 2, strangers.count == 1, let stranger = strangers.first, !site.areKin(id, stranger), let written = theirs.words[stranger]
      {
        return Diagnostic(
          .warning, rule: "inconsistent-translation",
          "\"\(written)\" is \(stranger.slug), where the \(ours.page.document.language) page has \(id.slug)",
          at: theirs.page.location(of: written, nearLine: section.line), suggestion: "write \"\(name.name)\"",
          notes: [Diagnostic.Note("named here", at: ours.page.location(of: ours.words[id] ?? "", nearLine: ours.page.sections[left].line))])
      }
      guard Self.isTelling(ours.words[id] ?? "") else { return nil }
      let similar = section.paragraphs.lazy.compactMap { near.find(names(id).map(\.name), in: $0) }.first
      guard similar != nil || count >= 3 else { return nil }
      return Diagnostic(
        .note, rule: "inconsistent-translation",
        similar.map { "\"\($0)\" is nearly, but not, a name of \(id.slug)" }
          ?? "\(id.slug) is named \(count) times in the \(ours.page.document.language) page and never here",
        at: similar.map { theirs.page.location(of: $0, nearLine: section.line) }
          ?? theirs.page.location(of: section.heading, nearLine: section.line),
        suggestion: "write \"\(name.name)\", or make the word in use a name of \(id.slug)",
        notes: [Diagnostic.Note("named here", at: ours.page.location(of: ours.words[id] ?? "", nearLine: ours.page.sections[left].line))])
    }
  }

  /// Whether a name is so long that nobody writes it by the way: four Han characters, two Latin words.
  private static func isTelling(_ name: String) -> Bool {
    HanScript.share(of: name) > 0
      ? name.unicodeScalars.count >= 4 && name.unicodeScalars.allSatisfy(HanScript.contains)
      : name.split { $0 == " " || $0 == "-" }.count >= 2
  }
}

/// The concepts that a version of a page names, by section.
private struct NamedConcepts {
  let page: CheckedPage
  let passages: [PassageAlignment.Passage]
  /// By section, in its heading and paragraphs.
  let sections: [[DocumentID: Int]]
  /// In paragraphs.
  let counts: [DocumentID: Int]
  /// Everywhere, title, links and code included; a name that several claim counts for each.
  let all: [DocumentID: Int]
  /// How each is written first.
  let words: [DocumentID: String]

  init(_ page: CheckedPage, _ site: CheckedSite) {
    self.page = page
    var counts: [DocumentID: Int] = [:], all: [DocumentID: Int] = [:], words: [DocumentID: String] = [:]
    for id in site.concepts(in: page.document.title + "\n" + (page.document.text("summary") ?? "")) { all[id] = 1 }
    // Code and addresses of links may name a concept too: whatever the file holds says that it is not missing.
    for id in site.concepts(in: page.document.file.text(in: page.document.body)) { all[id, default: 0] += 1 }
    for link in page.links { if case .found(let id) = site.termbase.concept(named: link) { all[id, default: 0] += 1 } }
    sections = page.sections.map { section in
      var named: [DocumentID: Int] = [:]
      for (text, isProse) in [(section.heading, false)] + section.paragraphs.map({ ($0, true) }) {
        for match in site.termbase.matches(in: text) {
          for claim in match.claims { all[claim.concept, default: 0] += 1 }
          guard match.claims.count == 1, let id = match.claims.first?.concept else { continue }
          named[id, default: 0] += 1
          if isProse { counts[id, default: 0] += 1 }
          if words[id] == nil { words[id] = match.name(in: text) }
        }
      }
      return named
    }
    (self.counts, self.all, self.words) = (counts, all, words)
    passages = page.sections.map { .init(level: $0.level, length: $0.paragraphs.reduce(0) { $0 + $1.utf8.count }) }
  }
}
