/// What writing a site did: paths relative to the output folder, sorted.
public struct SiteChanges: Sendable, Hashable {
  /// Files that are new or whose bytes changed.
  public let written: [String]
  /// Files left alone, with the times they had.
  public let unchanged: [String]
  /// Files of the former site that the new one does not have.
  public let removed: [String]

  public var isEmpty: Bool { written.isEmpty && removed.isEmpty }
}
