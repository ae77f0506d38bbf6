internal import ContentModel

/// What writing a site did, or would do: paths relative to the output folder, sorted.
public struct SiteChanges: Sendable, Hashable {
  /// Files that are new or whose bytes changed.
  public let written: [String]
  /// Those of them that replace nothing.
  public let added: Set<String>
  /// Files left alone, with the times they had.
  public let unchanged: [String]
  /// Files of the former site that the new one does not have.
  public let removed: [String]

  public var isEmpty: Bool { written.isEmpty && removed.isEmpty }

  /// In words: `3 files added, 2 changed, 0 removed`.
  public var counts: String { "\(added.count) files added, \(written.count - added.count) changed, \(removed.count) removed" }

  init(_ plan: SitePlan) {
    (written, added, unchanged, removed) = (plan.written.map(\.path), plan.added, plan.unchanged, plan.removed)
  }

  /// From what another program says that it did with these files of a site.
  init(files: [String], added: Set<String>, changed: Set<String>, removed: [String]) {
    written = files.filter { added.contains($0) || changed.contains($0) }
    unchanged = files.filter { !added.contains($0) && !changed.contains($0) }
    (self.added, self.removed) = (added, removed.sorted())
  }
}
