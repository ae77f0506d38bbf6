internal import ContentModel

/// Which pages each group took in: pages of an earlier import whose questions (or names) are parts of another page now, so
/// that readers who come to the former address are led on.
enum TakenInPages {
  /// Ids of pages for each group, those of earlier imports included; sorted. A page that a person removed or keeps, or
  /// that a file of that name stands for again, is not among them. O(members of all groups).
  ///
  /// - Parameters:
  ///   - keys: For each group what its record has as members.
  ///   - ids: The identity of each group.
  ///   - slugs: The name of each group's page.
  static func find(
    _ section: DocumentID.Section, keys: [[String]], ids: [String], slugs: [String], in store: ContentStore
  ) -> [[String]] {
    var groupOf: [String: Int] = [:]
    for (group, members) in keys.enumerated() { for key in members { groupOf[key] = group } }
    let own = Dictionary(ids.enumerated().map { ($1, $0) }) { first, _ in first }
    var live = Set(slugs.map { DocumentID(section: section, slug: $0).description })
    for file in store.allFiles {
      let isLeaving = file.id.map { id in own[id] == nil && store.records[id]?.hash == file.hash } ?? false
      if !isLeaving, let document = file.document { live.insert(document.description) }
    }
    var found = Array(repeating: Set<String>(), count: keys.count)
    for record in store.records.values where record.section == section {
      let former = record.redirects ?? []
      if let group = own[record.id] {
        found[group].formUnion(former)
      } else if let document = store.files[record.id]?.document, !live.contains(document.description),
        let group = heir(of: record.members, groupOf)
      {
        // A page that stays because a person edited it keeps its own redirects too.
        found[group].formUnion(former + [document.description])
      }
    }
    return found.map { $0.subtracting(live).sorted() }
  }

  /// The group that holds most of the members, the first of several.
  private static func heir(of members: [String], _ groupOf: [String: Int]) -> Int? {
    let counts = members.compactMap { groupOf[$0] }.reduce(into: [Int: Int]()) { $0[$1, default: 0] += 1 }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }
}
