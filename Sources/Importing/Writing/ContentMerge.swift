internal import ContentModel
internal import Diagnostics

/// Merges what a person made of a content file with what a new import would write.
///
/// Front matter is merged key by key (lists item by item), the body line by line. A title that a person changed stays, and what
/// the import calls the page becomes an alias.
struct ContentMerge {
  let text: String
  /// Places that both changed: keys of the front matter (the person's value stays), or places of the body (marked).
  let conflicts: [String]

  init(base: String, ours: String, theirs: String) {
    let (baseFile, ourFile, theirFile) = (Parts(base), Parts(ours), Parts(theirs))
    var conflicts: [String] = []
    var head = Self.mergeEntries(baseFile.entries, ourFile.entries, theirFile.entries, &conflicts)
    if let former = Self.formerTitle(baseFile.entries, ourFile.entries, theirFile.entries) {
      conflicts.removeAll { $0 == "\"title\"" }
      Self.addAlias(former, to: &head)
    }
    let body = ThreeWayMerge(base: baseFile.body, ours: ourFile.body, theirs: theirFile.body)
    if body.conflicts > 0 { conflicts.append(body.conflicts == 1 ? "one place of the text" : "\(body.conflicts) places of the text") }
    let matter = ourFile.hasFrontMatter ? ["---"] + head.flatMap(\.lines) + ["---"] : []
    // Lines end as the person's editor ends them.
    text = (matter + body.lines).joined(separator: ours.utf8.contains(0x0D) ? "\r\n" : "\n")
    self.conflicts = conflicts
  }

  struct Entry: Equatable {
    let key: Substring
    var lines: [Substring]

    /// The items of a block list; `nil` for other values.
    var items: [Substring]? {
      let rest = lines.dropFirst()
      let isList =
        lines[0].trimmingSpace().hasSuffix(":") && !rest.isEmpty
        && rest.allSatisfy { $0.trimmingSpace().hasPrefix("- ") }
      return isList ? Array(rest) : nil
    }
  }

  /// A file cut into the entries of its front matter and the lines of its body.
  private struct Parts {
    var hasFrontMatter = false
    var entries: [Entry] = []
    var body: [Substring]

    init(_ text: String) {
      let split = FrontMatter.split(SourceFile(path: "", text: text))
      let mark = text.utf8.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      let matter = text.utf8.dropFirst(mark).prefix(split.body.lowerBound - mark)
      let head = Substring(matter).trimmingSpace().textLines
      // Front matter that is never closed is part of the text: nothing of it may be lost.
      guard head.count >= 2, head.last == "---" else {
        body = Substring(text.utf8.dropFirst(mark)).textLines
        return
      }
      hasFrontMatter = true
      for line in head.dropFirst().dropLast() {
        let isNew = line.first.map { !$0.isWhitespace && $0 != "-" && $0 != "#" } ?? false
        if isNew, let colon = line.firstIndex(of: ":") {
          entries.append(Entry(key: line[..<colon], lines: [line]))
        } else if entries.isEmpty {
          entries.append(Entry(key: "", lines: [line]))
        } else {
          entries[entries.count - 1].lines.append(line)
        }
      }
      body = Substring(text.utf8.dropFirst(split.body.lowerBound)).textLines
    }
  }

  /// The import's title where a person wrote another one, as it is written there.
  private static func formerTitle(_ base: [Entry], _ ours: [Entry], _ theirs: [Entry]) -> Substring? {
    func title(_ entries: [Entry]) -> Substring? {
      guard let entry = entries.first(where: { $0.key == "title" }), entry.lines.count == 1 else { return nil }
      return Substring(entry.lines[0].dropFirst("title:".count).trimmingSpace())
    }
    guard let own = title(ours), let old = title(base), let new = title(theirs), own != old, own != new else { return nil }
    return new
  }

  private static func addAlias(_ title: Substring, to head: inout [Entry]) {
    let item = Substring("  - " + title)
    guard let place = head.firstIndex(where: { $0.key == "aliases" }) else {
      let behind = head.firstIndex { $0.key == "title" }.map { $0 + 1 } ?? head.count
      return head.insert(Entry(key: "aliases", lines: ["aliases:", item]), at: behind)
    }
    // A list that a person wrote in one line stays as it is.
    guard let items = head[place].items, !items.contains(where: { $0.trimmingSpace() == item.trimmingSpace() }) else { return }
    head[place].lines.append(item)
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
        if their != nil { conflicts.append("\"\(our.key)\"") }
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
