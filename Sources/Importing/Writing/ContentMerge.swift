internal import ContentModel

/// Merges what a person made of a content file with what a new import would write.
///
/// Front matter is merged key by key (lists item by item), the body line by line. A title or status that a person changed stays, and what
/// the import calls the page becomes an alias. An answer that a person wrote where no source had any stays the first.
struct ContentMerge {
  let text: String
  /// Places that both changed: keys of the front matter (the person's value stays), or places of the body (marked).
  let conflicts: [String]

  typealias Entry = ContentParts.Entry

  /// - Parameters:
  ///   - conflictsInBody: Of a body of the import that has what the person made of it already; `nil` where it has not.
  ///   - gone: What had come into the front matter with pages that leave now.
  init(
    base: String, ours: String, theirs: String, language: LanguageTag, conflictsInBody: Int? = nil,
    without gone: [HeadEdits] = []
  ) {
    let (baseFile, ourFile, theirFile) = (ContentParts(base), ContentParts(ours), ContentParts(theirs))
    let our = gone.reduce(ourFile.entries) { $1.removed(from: $0) }
    let head = Self.heads(base: baseFile.entries, ours: our, theirs: theirFile.entries)
    var conflicts = head.conflicts
    let body = conflictsInBody.map { (lines: theirFile.body, conflicts: $0) } ?? Self.body(baseFile, ourFile, theirFile, language: language)
    conflicts += Self.places(body.conflicts)
    let ending = (ourFile.hasText ? ourFile : theirFile).ending.prefix(1)
    let lines = ContentParts.lines(head: ourFile.hasFrontMatter ? head.entries : nil, body: body.lines + ending)
    // Lines end as the person's editor ends them.
    text = lines.joined(separator: ours.utf8.contains(0x0D) ? "\r\n" : "\n")
    self.conflicts = conflicts
  }

  /// How many places of a body collide, in words.
  static func places(_ count: Int) -> [String] {
    count == 0 ? [] : [count == 1 ? "one place of the text" : "\(count) places of the text"]
  }

  /// Front matter of a page that both changed, and the keys whose values collide.
  static func heads(base: [Entry], ours: [Entry], theirs: [Entry]) -> (entries: [Entry], conflicts: [String]) {
    var conflicts: [String] = [], base = base
    // The alias that an earlier import made of its title was not the person's: it goes with that title.
    if let title = Self.title(of: base), title != Self.title(of: ours), title != Self.title(of: theirs) {
      let alias = Substring("  - " + title)
      if ours.first(where: { $0.key == "aliases" })?.items?.contains(alias) == true { add([alias], to: "aliases", of: &base) }
    }
    var head = mergeEntries(base, ours, theirs, &conflicts)
    if let former = formerTitle(base, ours, theirs) {
      conflicts.removeAll { $0 == "\"title\"" }
      add([Substring("  - " + former)], to: "aliases", of: &head)
    }
    return (withoutOwnTitle(head), conflicts)
  }

  /// No page is found by its title as another name of it.
  static func withoutOwnTitle(_ head: [Entry]) -> [Entry] {
    let title = ComparableText.squash(String(head.first { $0.key == "title" }?.value ?? ""))
    return head.compactMap { entry in
      guard entry.key == "aliases", let items = entry.items else { return entry }
      let others = items.filter { ComparableText.squash(String($0)) != title }
      return others == items ? entry : others.isEmpty ? nil : entry.listing(others)
    }
  }

  private static func body(
    _ base: ContentParts, _ ours: ContentParts, _ theirs: ContentParts, language: LanguageTag
  ) -> (lines: [Substring], conflicts: Int) {
    let isAnswered = ours.hasText && theirs.hasText && !base.hasText && ours.body != theirs.body
    if isAnswered { return (ours.body + ["", Substring(PageJoining.heading(language))] + theirs.body, 0) }
    let merge = ThreeWayMerge(base: base.body, ours: ours.body, theirs: theirs.body)
    return (withSingleBlankLines(merge.lines), merge.conflicts)
  }

  /// Where a paragraph was deleted, the blank lines above and below it become one. Code stays as it is.
  private static func withSingleBlankLines(_ lines: [Substring]) -> [Substring] {
    var fence = CodeFence(), isAfterBlank = false, isIndented = false
    return lines.filter { line in
      let isBlank = !fence.takes(line) && line.allSatisfy(\.isWhitespace)
      defer {
        isAfterBlank = isBlank
        if !isBlank { isIndented = line.hasPrefix("    ") || line.hasPrefix("\t") }
      }
      return !(isBlank && isAfterBlank) || isIndented
    }
  }

  private static func title(of head: [Entry]) -> Substring? { head.first { $0.key == "title" }?.value }

  /// The import's title where a person wrote another one, as it is written there.
  private static func formerTitle(_ base: [Entry], _ ours: [Entry], _ theirs: [Entry]) -> Substring? {
    guard let own = title(of: ours), let old = title(of: base), let new = title(of: theirs), own != old, own != new else { return nil }
    return new
  }

  /// Adds items that are not there to a list, which is made behind the title where there is none.
  static func add(_ items: [Substring], to key: Substring, of head: inout [Entry]) {
    guard let place = head.firstIndex(where: { $0.key == key }) else {
      let behind = head.firstIndex { $0.key == "title" }.map { $0 + 1 } ?? head.count
      return head.insert(Entry(key: key, lines: ["\(key):"] + items), at: behind)
    }
    guard let known = head[place].items else { return }
    let present = Set(known.map { $0.trimmingSpace() }), new = items.filter { !present.contains($0.trimmingSpace()) }
    if !new.isEmpty { head[place] = head[place].listing(known + new) }
  }

  private static func mergeEntries(
    _ base: [Entry], _ ours: [Entry], _ theirs: [Entry], _ conflicts: inout [String]
  ) -> [Entry] {
    func find(_ key: Substring, _ entries: [Entry]) -> Entry? { entries.first { $0.key == key } }
    var result: [Entry] = []
    for our in ours {
      let old = find(our.key, base), their = find(our.key, theirs)
      if our == their || their == old {
        result.append(our)
      } else if our == old {
        if let their { result.append(their) }
      } else if let ourItems = our.items, let theirItems = their == nil ? [] : their?.items {
        let oldItems = old?.items ?? []
        let kept = ourItems.filter { theirItems.contains($0) || !oldItems.contains($0) }
        let added = theirItems.filter { !oldItems.contains($0) && !ourItems.contains($0) }
        if kept + added == ourItems { result.append(our) } else if !(kept + added).isEmpty { result.append(our.listing(kept + added)) }
      } else {
        result.append(our)
        // The import says of a page how far it is until a person does.
        if their != nil, our.key != "status" { conflicts.append("\"\(our.key)\"") }
      }
    }
    // What the import has anew stands after the key that precedes it there; what a person removed stays away.
    for (index, their) in theirs.enumerated() where find(their.key, ours) == nil && find(their.key, base) == nil {
      let previous = theirs[..<index].last { before in result.contains { $0.key == before.key } }
      let position = previous.flatMap { before in result.firstIndex { $0.key == before.key } }.map { $0 + 1 } ?? result.count
      result.insert(their, at: position)
    }
    return result
  }
}
