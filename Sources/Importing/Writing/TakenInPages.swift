internal import ContentModel

/// A page of an earlier import whose questions (or names) are parts of another page now.
struct TakenInPage: Sendable, Hashable, Codable {
  /// `questions/old`.
  let page: String
  /// What it was made of, as ``ContentRecord/members``: with it the page can come apart again.
  let members: [String]

  init(page: String, members: [String]) {
    self.page = page
    self.members = members
  }

  init(from decoder: any Decoder) throws {
    // Earlier versions remembered the page alone.
    if let page = try? decoder.singleValueContainer().decode(String.self) {
      self.init(page: page, members: [])
    } else {
      let values = try decoder.container(keyedBy: CodingKeys.self)
      self.init(page: try values.decode(String.self, forKey: .page), members: try values.decode([String].self, forKey: .members))
    }
  }
}

/// Which pages each group took in, so that readers who come to a former address are led on.
enum TakenInPages {
  /// Pages for each group, those of earlier imports included; sorted. A page that a person removed or keeps, or
  /// that a file of that name stands for again, is not among them. O(members of all groups).
  ///
  /// - Parameters:
  ///   - keys: For each group what its record has as members.
  ///   - ids: The identity of each group.
  ///   - slugs: The name of each group's page.
  static func find(
    _ section: DocumentID.Section, keys: [[String]], ids: [String], slugs: [String], in store: ContentStore
  ) -> [[TakenInPage]] {
    let groupOf = groups(keys)
    let own = Dictionary(ids.enumerated().map { ($1, $0) }) { first, _ in first }
    var live = Set(slugs.map { DocumentID(section: section, slug: $0).description })
    for file in store.allFiles {
      let isLeaving = file.id.map { id in own[id] == nil && store.records[id]?.hash == file.hash } ?? false
      if !isLeaving, let document = file.document { live.insert(document.description) }
    }
    var found = Array(repeating: [String: TakenInPage](), count: keys.count)
    for record in store.records.values.sorted(by: { $0.id < $1.id }) where record.section == section {
      var former = record.redirects ?? []
      var group = own[record.id]
      if group == nil, let document = store.files[record.id]?.document, !live.contains(document.description) {
        // A page that stays because a person edited it keeps its own redirects too.
        group = heir(of: record.members, groupOf)
        former.append(TakenInPage(page: document.description, members: record.members))
      }
      guard let group else { continue }
      // An address goes with what stood there, also where that leaves the page.
      for page in former where !live.contains(page.page) { found[heir(of: page.members, groupOf) ?? group][page.page] = page }
    }
    return found.map { $0.values.sorted { $0.page < $1.page } }
  }

  /// For each group the pages that are parts of it now and that a person edited.
  static func edited(_ section: DocumentID.Section, keys: [[String]], ids: [String], in store: ContentStore) -> [[ContentRecord]] {
    let groupOf = groups(keys), own = Set(ids)
    var found = Array(repeating: [ContentRecord](), count: keys.count)
    for record in store.records.values.sorted(by: { $0.id < $1.id }) where record.section == section && !own.contains(record.id) {
      guard let file = store.files[record.id], file.hash != record.hash, let group = heir(of: record.members, groupOf) else { continue }
      found[group].append(record)
    }
    return found
  }

  /// The former address of each group that leaves the page which took it in: the group stands there again.
  static func released(_ section: DocumentID.Section, keys: [[String]], ids: [String], in store: ContentStore) -> [Int: DocumentID] {
    let groupOf = groups(keys)
    var released: [Int: DocumentID] = [:]
    for record in store.records.values.sorted(by: { $0.id < $1.id }) where record.section == section {
      for page in record.redirects ?? [] {
        guard let group = heir(of: page.members, groupOf), ids[group] != record.id, store.records[ids[group]] == nil,
          released[group] == nil, let slug = page.page.split(separator: "/").last
        else { continue }
        released[group] = DocumentID(section: section, slug: String(slug))
      }
    }
    return released
  }

  private static func groups(_ keys: [[String]]) -> [String: Int] {
    var groupOf: [String: Int] = [:]
    for (group, members) in keys.enumerated() { for key in members { groupOf[key] = group } }
    return groupOf
  }

  /// The group that holds most of the members, the first of several.
  private static func heir(of members: [String], _ groupOf: [String: Int]) -> Int? {
    let counts = members.compactMap { groupOf[$0] }.reduce(into: [Int: Int]()) { $0[$1, default: 0] += 1 }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }
}
