/// What a person changed in the front matter of a page that became part of another one: the other page has it as long as both
/// are one, and it goes back with the page when they come apart.
struct HeadEdits: Sendable, Hashable, Codable {
  var entries: [Entry] = []

  struct Entry: Sendable, Hashable, Codable {
    let key: String
    /// The lines that the import wrote, and the person's; empty for none.
    let was: [String]
    let now: [String]
    /// Items that the other page did not have.
    var brought: [String] = []
  }

  typealias Lines = ContentParts.Entry

  /// - Returns: `nil` where a value was changed that only the page itself can have.
  init?(base: ContentParts, ours: ContentParts) {
    guard ours.hasFrontMatter else { return nil }
    for our in ours.entries {
      let former = base.entries.first { $0.key == our.key }
      if our == former { continue }
      guard our.items != nil || our.key == "title" && our.value != nil || our.key == "status" else { return nil }
      entries.append(Entry(key: String(our.key), was: former?.lines.map(String.init) ?? [], now: our.lines.map(String.init)))
    }
  }

  var orNothing: HeadEdits? { entries.isEmpty ? nil : self }

  /// Adds to another page's head what can stand there: items of lists, and the title among the aliases. The status stays that of
  /// the page.
  ///
  /// - Parameter known: The head of that page as it is.
  mutating func carry(into head: inout [Lines], besides known: [Lines]) {
    for index in entries.indices where entries[index].key != "status" {
      let (was, now) = (entries[index].lines(\.was), entries[index].lines(\.now))
      let isTitle = entries[index].key == "title", key: Substring = isTitle ? "aliases" : Substring(entries[index].key)
      let items = isTitle ? [Substring("  - " + (now?.value ?? ""))] : (now?.items ?? []).filter { was?.items?.contains($0) != true }
      let present = Set((head + known).filter { $0.key == key }.flatMap { $0.items ?? [] }.map { $0.trimmingSpace() })
      entries[index].brought = items.filter { !present.contains($0.trimmingSpace()) }.map { $0.trimmingSpace() }
      ContentMerge.add(items, to: key, of: &head)
    }
  }

  /// A head without what came along.
  func removed(from head: [Lines]) -> [Lines] {
    head.compactMap { line in
      let brought = Set(entries.filter { ($0.key == "title" ? "aliases" : $0.key) == line.key }.flatMap(\.brought))
      guard !brought.isEmpty, let items = line.items else { return line }
      let rest = items.filter { !brought.contains($0.trimmingSpace()) }
      return rest.isEmpty ? nil : Lines(key: line.key, lines: [line.lines[0]] + rest)
    }
  }

  /// The head that an import would write for the page now, with what the person had changed.
  func restored(to head: [Lines]) -> [Lines] {
    func edited(_ lines: (Entry) -> Lines?) -> [Lines] {
      var result = head
      for entry in entries {
        let place = result.firstIndex { $0.key == entry.key }
        if let line = lines(entry) {
          if let place { result[place] = line } else { result.append(line) }
        } else if let place {
          result.remove(at: place)
        }
      }
      return result
    }
    return ContentMerge.heads(base: edited { $0.lines(\.was) }, ours: edited { $0.lines(\.now) }, theirs: head).entries
  }
}

extension HeadEdits.Entry {
  fileprivate func lines(_ side: KeyPath<Self, [String]>) -> HeadEdits.Lines? {
    let lines = self[keyPath: side]
    return lines.isEmpty ? nil : HeadEdits.Lines(key: Substring(key), lines: lines.map { Substring($0) })
  }
}
