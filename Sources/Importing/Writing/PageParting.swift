internal import ContentModel
internal import Diagnostics

/// A file that took in a page that was joined to it, as the two files that it holds: the inverse of ``PageJoining``. What was
/// edited since goes with the part in which it stands.
struct PageParting {
  /// The file without the part; `nil` where it holds nothing else.
  let own: String?
  /// The file of the part.
  let other: String
  /// The part as it says it in the file: with the line of its source, where it has that there.
  let standing: String
  /// Whether all that the part says left the file: not where its heading is gone.
  let isWhole: Bool

  /// - Parameters:
  ///   - text: What both files are now.
  ///   - part: What the other one was.
  ///   - imported: What the import writes as the other one now, where it does.
  init(_ text: String, _ part: JoinedPart, imported: String?, language: LanguageTag) {
    let now = File(text), reference = part.origin == .imported ? imported ?? part.text : part.text
    let came = [File(part.text), File(reference)]
    guard let before = part.own.map({ File($0) }) else {
      let edited = Self.file(now.head(without: [part.page], naming: part.id), now.body, as: text), kept = File(edited)
      let isUnchanged = came.contains { kept.saysTheSame(as: $0) }
      other = isUnchanged ? reference : edited
      (own, standing, isWhole) = (nil, other, true)
      return
    }
    // Of what was imported into it since.
    let brought = imported.map { File($0) }, added = brought?.keys(in: now, besides: [before, came[1]]) ?? [:]
    let lost = brought == nil ? [:] : came[1].lists(neitherIn: now, nor: before)
    let sections = Sections(now.body, heading: PageJoining.heading(language))
    let place = sections.place(of: came[1].answer, startsFile: before.body.isEmpty)
    let labels = FootnoteLabels(of: came[0].answer, below: before.body)
    let section = place.map { labels.restored(sections.text($0)) } ?? came[1].answer
    let isUnchanged = came.contains { $0.answer == section || Self.isAttributed($0.answer, as: section) }
    standing = came[1].file(answering: section, adding: added, without: lost, as: reference)
    other = isUnchanged && added.isEmpty && lost.isEmpty ? reference : standing
    isWhole = place != nil || came[1].answer.isEmpty
    // What stays keeps its source.
    let head = Self.head(
      now, before: before, came: came + [brought].compactMap(\.self), page: part.page, keeping: isWhole ? nil : "sources")
    let body = place.map { sections.text(besides: $0) } ?? now.body
    let rest = Self.file(head, body, as: text)
    // Where nothing else was edited it is as it was, byte for byte.
    own = File(rest).saysTheSame(as: before) ? part.own : rest
  }

  /// The keys of a file without what came with another one.
  private static func head(_ now: File, before: File, came: [File], page: String, keeping: String?) -> FrontMatterText {
    var matter = FrontMatterText()
    for entry in now.entries {
      let key = entry.key
      switch entry.value {
      case .list where PageJoining.joined.contains(key) && key != keeping:
        var foreign = Set(
          came.flatMap { $0.values(key) + (key == "aliases" ? $0.values("title") : []) } + (key == "redirects" ? [page] : []))
        foreign.subtract(before.values(key))
        matter.add(key, now.values(key).filter { !foreign.contains($0) })
      case .text(let value):
        let isForeign =
          PageJoining.taken.contains(key) && value.value != before.value(key) && came.contains { $0.value(key) == value.value }
        matter.add(key, isForeign ? before.value(key) : value.value)
      case .list(let list): matter.add(key, list.map(\.value))
      }
    }
    // A stub that was answered by the other page.
    if now.value("status") == nil, came.allSatisfy({ $0.value("status") == nil }) { matter.add("status", before.value("status")) }
    return matter
  }

  /// Whether a text is an answer and the line that says where it comes from.
  private static func isAttributed(_ answer: String, as text: String) -> Bool {
    text.hasPrefix(answer + "\n\n—") && !text.dropFirst(answer.count + 2).contains("\n")
  }

  fileprivate static func file(_ matter: FrontMatterText, _ body: String, as text: String) -> String {
    PageJoining.withComments(of: [text], matter.file(body: body))
  }
}

extension JoinedPart {
  /// A translation as it stands on another page: an `id` in it is that of the page of which it began as a copy.
  func nameless(_ text: String) -> String {
    let parts = ContentParts(text)
    guard origin == .translation, parts.entries.contains(where: { $0.key == "id" }) else { return text }
    return ContentParts.lines(head: parts.entries.filter { $0.key != "id" }, body: parts.body + parts.ending).joined(separator: "\n")
  }
}

/// A content file taken apart.
private struct File {
  let entries: [(key: String, value: FrontMatter.Value)]
  let body: String

  init(_ text: String) {
    let split = FrontMatter.split(SourceFile(path: "", text: text))
    entries = split.frontMatter.entries.map { ($0.key.value, $0.value) }
    body = PageJoining.body(text, split.body)
  }

  func value(_ key: String) -> String? { values(key).first }

  func values(_ key: String) -> [String] {
    switch entries.first(where: { $0.key == key })?.value {
    case .text(let text): text.value.isEmpty ? [] : [text.value]
    case .list(let list): list.map(\.value)
    case nil: []
    }
  }

  /// What it says below another answer.
  var answer: String { [value("summary") ?? "", body].filter { !$0.isEmpty }.joined(separator: "\n\n") }

  /// The file with an answer as it was edited below another one: what it begins with is the summary, where it is more like that than
  /// like the beginning of the body.
  ///
  /// - Parameters:
  ///   - added: Further values of keys.
  ///   - lost: Items of lists that go.
  func file(
    answering answer: String, adding added: [String: [String]] = [:], without lost: [String: [String]] = [:], as text: String
  ) -> String {
    let end = answer.firstRange(of: "\n\n"), first = String(answer[..<(end?.lowerBound ?? answer.endIndex)])
    func likeness(_ other: String) -> Double {
      first == other
        ? 1
        : ComparableText.similarity(ComparableText.pairs(ComparableText.squash(first)), ComparableText.pairs(ComparableText.squash(other)))
    }
    let beginning = String(body[..<(body.firstRange(of: "\n\n")?.lowerBound ?? body.endIndex)])
    guard let summary = value("summary"), likeness(summary) > likeness(beginning) else {
      return PageParting.file(head(adding: added, without: lost), answer, as: text)
    }
    return PageParting.file(
      head(summary: first, adding: added, without: lost), end.map { String(answer[$0.upperBound...]) } ?? "", as: text)
  }

  /// - Parameter summary: Instead of that which it has.
  private func head(summary: String? = nil, adding added: [String: [String]], without lost: [String: [String]]) -> FrontMatterText {
    var matter = FrontMatterText()
    for (key, value) in entries {
      switch value {
      case .text(let text) where added[key] == nil: matter.add(key, key == "summary" ? summary ?? text.value : text.value)
      case .text, .list: matter.add(key, values(key).filter { lost[key]?.contains($0) != true } + (added[key] ?? []))
      }
    }
    for key in PageJoining.joined where !entries.contains(where: { $0.key == key }) { matter.add(key, added[key] ?? []) }
    for key in PageJoining.taken where value(key) == nil { matter.add(key, added[key]?.first) }
    return matter
  }

  /// Items that an import has taken away since.
  func lists(neitherIn now: File, nor before: File) -> [String: [String]] {
    var lists: [String: [String]] = [:]
    for key in ["aliases", "sources", "origins", "redirects"] {
      // No page has its title as an alias, in any spelling.
      func folded(_ value: String) -> String { key == "aliases" ? ComparableText.squash(value) : value }
      let known = Set([now, before].flatMap { $0.values(key) + $0.values("title") }.map(folded))
      let lost = values(key).filter { !known.contains(folded($0)) }
      if !lost.isEmpty { lists[key] = lost }
    }
    return lists
  }

  /// What it says in keys that come along with a page, as the page does, and no other file.
  func keys(in now: File, besides others: [File]) -> [String: [String]] {
    var lists: [String: [String]] = [:]
    for key in PageJoining.joined {
      let known = Set(others.flatMap { $0.values(key) + (key == "aliases" ? $0.values("title") : []) })
      let new = values(key).filter { !known.contains($0) && now.values(key).contains($0) }
      if !new.isEmpty { lists[key] = new }
    }
    for key in PageJoining.taken where key != "status" && value(key) == now.value(key) && others.allSatisfy({ $0.value(key) == nil }) {
      lists[key] = value(key).map { [$0] }
    }
    return lists
  }

  /// - Parameter id: That which it had, and may have lost where it stood.
  func head(without redirects: [String], naming id: String? = nil) -> FrontMatterText {
    var matter = FrontMatterText()
    if let id, value("id") == nil { matter.add("id", id) }
    for (key, value) in entries {
      switch value {
      case .text(let text): matter.add(key, text.value)
      case .list(let list): matter.add(key, list.map(\.value).filter { key != "redirects" || !redirects.contains($0) })
      }
    }
    return matter
  }

  /// Whatever the order of the keys.
  func saysTheSame(as other: File) -> Bool {
    let keys = Set(entries.map(\.key))
    return body == other.body && keys == Set(other.entries.map(\.key)) && keys.allSatisfy { values($0) == other.values($0) }
  }
}

/// The body of a file that others were joined to: its own answer, then those that came, each below the same heading.
private struct Sections {
  private let heading: String
  private let pieces: [String]

  init(_ body: String, heading: String) {
    self.heading = heading
    var pieces = [[Substring]()]
    for line in body.split(separator: "\n", omittingEmptySubsequences: false) {
      if line == heading { pieces.append([]) } else { pieces[pieces.count - 1].append(line) }
    }
    self.pieces = pieces.map { $0.joined(separator: "\n").trimmingBlankLines() }
  }

  func text(_ place: Range<Int>) -> String { pieces[place].joined(separator: separator).trimmingBlankLines() }

  func text(besides place: Range<Int>) -> String {
    let rest = pieces[..<place.lowerBound] + pieces[place.upperBound...]
    return rest.isEmpty ? "" : rest.joined(separator: separator).trimmingBlankLines()
  }

  private var separator: String { "\n\n\(heading)\n\n" }

  /// Where an answer stands: of as many sections as it had, those most like it. `nil` where its heading is gone.
  func place(of answer: String, startsFile: Bool) -> Range<Int>? {
    let length = Sections(answer, heading: heading).pieces.count
    let starts = (startsFile ? 0 : 1)...max(startsFile ? 0 : 1, pieces.count - length)
    guard !answer.isEmpty, pieces.count >= length + starts.lowerBound else { return nil }
    let wanted = ComparableText.pairs(ComparableText.squash(answer))
    func likeness(_ start: Int) -> Double {
      ComparableText.similarity(wanted, ComparableText.pairs(ComparableText.squash(text(start..<start + length))))
    }
    return starts.max { (likeness($0), $1) < (likeness($1), $0) }.map { $0..<$0 + length }
  }
}
