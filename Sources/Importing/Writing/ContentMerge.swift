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

  init(base: String, ours: String, theirs: String, language: LanguageTag) {
    let (baseFile, ourFile, theirFile) = (ContentParts(base), ContentParts(ours), ContentParts(theirs))
    var conflicts: [String] = []
    var head = Self.mergeEntries(baseFile.entries, ourFile.entries, theirFile.entries, &conflicts)
    if let former = Self.formerTitle(baseFile.entries, ourFile.entries, theirFile.entries) {
      conflicts.removeAll { $0 == "\"title\"" }
      Self.add([Substring("  - " + former)], to: "aliases", of: &head)
    }
    let body = Self.body(baseFile, ourFile, theirFile, language: language)
    if body.conflicts > 0 { conflicts.append(body.conflicts == 1 ? "one place of the text" : "\(body.conflicts) places of the text") }
    let ending = (ourFile.hasText ? ourFile : theirFile).ending
    let lines = ContentParts.lines(head: ourFile.hasFrontMatter ? head : nil, body: body.lines + ending)
    // Lines end as the person's editor ends them.
    text = lines.joined(separator: ours.utf8.contains(0x0D) ? "\r\n" : "\n")
    self.conflicts = conflicts
  }

  /// What a person made of a page, in the text of another page that holds now what the import wrote there. `nil` where that
  /// collides, or where values of the front matter were changed that only the page itself can have. A title becomes an alias;
  /// the status stays that of the page.
  static func carry(base: String, ours: String, into text: String, language: LanguageTag) -> String? {
    let (old, our, page) = (ContentParts(base), ContentParts(ours), ContentParts(text))
    let body = Self.body(old, our, page, language: language)
    guard our.hasFrontMatter, page.hasFrontMatter, body.conflicts == 0 else { return nil }
    var head = page.entries
    for entry in our.entries where entry.key != "status" {
      let former = old.entries.first { $0.key == entry.key }
      if entry == former { continue }
      if entry.key == "title", let title = entry.value {
        add([Substring("  - " + title)], to: "aliases", of: &head)
      } else if let items = entry.items {
        add(items.filter { former?.items?.contains($0) != true }, to: entry.key, of: &head)
      } else {
        return nil
      }
    }
    return ContentParts.lines(head: head, body: body.lines + page.ending).joined(separator: "\n")
  }

  private static func body(
    _ base: ContentParts, _ ours: ContentParts, _ theirs: ContentParts, language: LanguageTag
  ) -> (lines: [Substring], conflicts: Int) {
    let isAnswered = ours.hasText && theirs.hasText && !base.hasText && ours.body != theirs.body
    if isAnswered { return (ours.body + ["", Substring(PageJoining.heading(language))] + theirs.body, 0) }
    let merge = ThreeWayMerge(base: base.body, ours: ours.body, theirs: theirs.body)
    return (merge.lines, merge.conflicts)
  }

  /// The import's title where a person wrote another one, as it is written there.
  private static func formerTitle(_ base: [Entry], _ ours: [Entry], _ theirs: [Entry]) -> Substring? {
    func title(_ entries: [Entry]) -> Substring? { entries.first { $0.key == "title" }?.value }
    guard let own = title(ours), let old = title(base), let new = title(theirs), own != old, own != new else { return nil }
    return new
  }

  /// Adds items that are not there to a list, which is made behind the title where there is none.
  private static func add(_ items: [Substring], to key: Substring, of head: inout [Entry]) {
    guard let place = head.firstIndex(where: { $0.key == key }) else {
      let behind = head.firstIndex { $0.key == "title" }.map { $0 + 1 } ?? head.count
      return head.insert(Entry(key: key, lines: ["\(key):"] + items), at: behind)
    }
    // A list that a person wrote in one line stays as it is.
    guard let known = head[place].items?.map({ $0.trimmingSpace() }) else { return }
    head[place].lines += items.filter { !known.contains($0.trimmingSpace()) }
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
      } else if let their, let ourItems = our.items, let theirItems = their.items {
        let oldItems = old?.items ?? []
        let kept = ourItems.filter { theirItems.contains($0) || !oldItems.contains($0) }
        let added = theirItems.filter { !oldItems.contains($0) && !ourItems.contains($0) }
        result.append(Entry(key: our.key, lines: [our.lines[0]] + kept + added))
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
