internal import ContentModel
internal import Diagnostics
internal import HanText

extension TermCheck {
  /// A translation in prose that the terms contradict: `微调（pre-training）`, a title that names one concept in one
  /// language and another in the other, a page that names a concept in one language alone.
  static let inconsistentTranslation = TermCheck(id: "inconsistent-translation") { site in
    site.pages.flatMap { page in page.paragraphs.flatMap { glosses(in: $0, of: page, site) } } + titles(in: site)
      + passages(in: site)
  }

  /// A name of a concept, and in brackets after it, in the other script, the name of another one that is not its kin.
  private static func glosses(in paragraph: String, of page: CheckedPage, _ site: CheckedSite) -> [Diagnostic] {
    let bytes = Array(paragraph.utf8)
    return site.termbase.matches(in: paragraph).compactMap { match in
      guard let content = bracket(after: match.range.upperBound, in: bytes) else { return nil }
      let name = match.name(in: paragraph)
      guard (HanScript.share(of: name) > 0) != (HanScript.share(of: content) > 0) else { return nil }
      let inside = site.termbase.matches(in: content)
      guard inside.count == 1, inside[0].range == 0..<content.utf8.count else { return nil }
      let meant = site.concepts(in: match), stated = site.concepts(in: inside[0])
      guard meant.isDisjoint(with: stated), let concept = meant.sorted().first, let other = stated.sorted().first,
        !site.areKin(concept, other), !site.names(of: other).contains(where: { $0.name.contains(name) })
      else { return nil }
      let language: LanguageTag = HanScript.share(of: content) > 0 ? .chinese : .english
      return Diagnostic(
        .warning, rule: "inconsistent-translation", "\"\(content)\" is \(other.slug), not \"\(name)\"", at: page.location(of: content),
        suggestion: site.names(of: concept, language).first.map { "write \"\($0.name)\"" },
        notes: inside[0].claims.prefix(1).map { Diagnostic.Note("\(other.slug) has this name here", at: $0.term.location) })
    }
  }

  /// What the bracket that begins here holds.
  private static func bracket(after index: Int, in bytes: [UInt8]) -> String? {
    var start = index
    while start < bytes.count, bytes[start] == 0x20 { start += 1 }
    let wide = Array("（".utf8)
    if start < bytes.count, bytes[start] == UInt8(ascii: "(") {
      start += 1
    } else if bytes[start...].starts(with: wide) {
      start += wide.count
    } else {
      return nil
    }
    let rest = String(decoding: bytes[start...].prefix(120), as: UTF8.self)
    guard let end = rest.firstIndex(where: { ")）".contains($0) }) else { return nil }
    return String(rest[..<end])
  }

  private static func titles(in site: CheckedSite) -> [Diagnostic] {
    site.corpus.ids(in: .questions).compactMap { id in
      let versions = site.corpus.versions(of: id)
      guard versions.count == 2 else { return nil }
      let concepts = versions.map { site.concepts(in: $0.title) }
      let (first, second) = (concepts[0].subtracting(concepts[1]), concepts[1].subtracting(concepts[0]))
      guard let only = first.sorted().first, let other = second.sorted().first,
        !first.contains(where: { a in second.contains { site.areKin(a, $0) } })
      else { return nil }
      return Diagnostic(
        .warning, rule: "inconsistent-translation", "title names \(other.slug), and in \(versions[0].language) \(only.slug)",
        at: versions[1].location(of: "title"), suggestion: "name the same concepts in both titles",
        notes: [Diagnostic.Note("the other title is here", at: versions[0].location(of: "title"))])
    }
  }
}

extension CheckedSite {
  /// Every concept that a text may name.
  func concepts(in text: String) -> Set<DocumentID> {
    termbase.matches(in: text).reduce(into: []) { $0.formUnion(concepts(in: $1)) }
  }

  func concepts(in match: TermMatch) -> Set<DocumentID> { Set(match.claims.map(\.concept)).subtracting(proposed) }

  /// Whether one is stated to be related to, broader than or to be seen with the other: what stands in brackets may then
  /// well be an example.
  func areKin(_ a: DocumentID, _ b: DocumentID) -> Bool {
    func names(_ id: DocumentID) -> Set<String> {
      Set(corpus.versions(of: id).flatMap { version in ["related", "broader", "see"].flatMap { version.texts($0) } })
    }
    return names(a).contains(b.slug) || names(b).contains(a.slug)
  }
}
