/// What a person changed in the front matter of a page that became part of another one: the other page has it as long as both
/// are one, and it goes back with the page when they come apart.
struct HeadEdits: Sendable, Hashable, Codable {
  var entries: [Entry] = []

  struct Entry: Sendable, Hashable, Codable {
    let key: String
    /// The lines that the import wrote, and the person's; empty for none.
    let was: [String]
    let now: [String]
    /// What the other page did not have: items of a list, or the lines of a value.
    var brought: [String] = []
  }

  typealias Lines = ContentParts.Entry

  /// - Returns: `nil` where the file has no front matter.
  init?(base: ContentParts, ours: ContentParts) {
    guard ours.hasFrontMatter else { return nil }
    for our in ours.entries {
      let former = base.entries.first { $0.key == our.key }
      if our == former { continue }
      entries.append(Entry(key: String(our.key), was: former?.lines.map(String.init) ?? [], now: our.lines.map(String.init)))
    }
  }

  var orNothing: HeadEdits? { entries.isEmpty ? nil : self }

  /// Adds to another page's head what can stand there: items of lists, the title among the aliases, and values that it has not.
  /// The status stays that of the page.
  ///
  /// - Parameter known: The head of that page as it is.
  /// - Returns: Values that stay behind, since the page has others, with their keys.
  mutating func carry(into head: inout [Lines], besides known: [Lines]) -> [String] {
    var behind: [String] = []
    for index in entries.indices where !Self.ownKeys.contains(entries[index].key) {
      entries[index].brought = []
      guard let now = entries[index].lines(\.now) else { continue }
      let isTitle = now.key == "title", key: Substring = isTitle ? "aliases" : now.key
      let present = (known + head).filter { $0.key == key }
      if let items = isTitle ? [Substring("  - " + (now.value ?? ""))] : now.items, present.allSatisfy({ $0.items != nil }) {
        let old = entries[index].lines(\.was)?.items ?? [], new = items.filter { !old.contains($0) }
        let there = Set(present.flatMap { $0.items ?? [] }.map { $0.trimmingSpace() })
        entries[index].brought = new.map { $0.trimmingSpace() }.filter { !there.contains($0) }
        ContentMerge.add(new, to: key, of: &head)
      } else if present.isEmpty {
        head.append(now)
        entries[index].brought = entries[index].now
      } else if !present.contains(now) {
        behind.append(entries[index].now.joined(separator: " "))
      }
    }
    return behind
  }

  /// What a page does not share with one that it becomes part of.
  private static let ownKeys: Set<String> = ["", "id", "merged", "status"]

  /// A head without what came along.
  func removed(from head: [Lines]) -> [Lines] {
    head.compactMap { line in
      let brought = Set(entries.filter { ($0.key == "title" ? "aliases" : $0.key) == line.key }.flatMap(\.brought))
      if brought.isEmpty { return line }
      guard let items = line.items else { return brought == Set(line.lines.map(String.init)) ? nil : line }
      let rest = items.filter { !brought.contains($0.trimmingSpace()) }
      return rest == items ? line : rest.isEmpty ? nil : line.listing(rest)
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
