/// Merges what an imported file states of a page with what the page states now, value by value.
struct PageMerge {
  private(set) var changes: [(key: String, values: [String])] = []
  /// Keys that both sides changed, differently, with what the import has. The page's own values stay.
  private(set) var conflicts: [(key: String, theirs: [String])] = []

  /// - Parameters:
  ///   - base: What the page stated when the file was exported; `nil` where that is not known: then values are added,
  ///     and nothing that the page states is replaced.
  ///   - isSpokenOf: Whether the file speaks of a key at all.
  init(base: ExchangedPage?, ours: ExchangedPage, theirs: ExchangedPage, isSpokenOf: (String) -> Bool) {
    for key in ExchangeKey.all where isSpokenOf(key) {
      let (our, their) = (ours[key], theirs[key])
      if our == their { continue }
      if let base {
        let old = base[key]
        if their == old { continue }
        if our == old {
          changes.append((key, their))
        } else if ExchangeKey.lists.contains(key) {
          let kept = our.filter { their.contains($0) || !old.contains($0) }
          let merged = kept + their.filter { !old.contains($0) && !our.contains($0) }
          if merged != our { changes.append((key, merged)) }
        } else {
          conflicts.append((key, their))
        }
      } else if our.isEmpty {
        changes.append((key, their))
      } else if ExchangeKey.lists.contains(key) {
        let added = their.filter { !our.contains($0) }
        if !added.isEmpty { changes.append((key, our + added)) }
      } else if !their.isEmpty {
        conflicts.append((key, their))
      }
    }
  }
}
