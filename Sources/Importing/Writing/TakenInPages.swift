internal import ContentModel

/// A page of an earlier import whose questions (or names) are parts of another page now.
struct TakenInPage: Sendable, Hashable, Codable {
  /// `questions/old`.
  let page: String
  /// What it was made of, as ``ContentRecord/members``: with it the page can come apart again.
  let members: [String]
  /// What a person had changed in its front matter; `nil` for nothing.
  var edits: HeadEdits?

  /// The file's name.
  var slug: String { String(page.drop { $0 != "/" }.dropFirst()) }

  init(page: String, members: [String], edits: HeadEdits? = nil) {
    self.page = page
    self.members = members
    self.edits = edits
  }

  init(from decoder: any Decoder) throws {
    // Earlier versions remembered the page alone.
    if let page = try? decoder.singleValueContainer().decode(String.self) {
      self.init(page: page, members: [])
    } else {
      let values = try decoder.container(keyedBy: CodingKeys.self)
      self.init(
        page: try values.decode(String.self, forKey: .page), members: try values.decode([String].self, forKey: .members),
        edits: try values.decodeIfPresent(HeadEdits.self, forKey: .edits))
    }
  }
}

/// A page that a person edited, seen from a group that has something of it.
struct EditedPage {
  let record: ContentRecord
  /// Whether the page goes, and the group takes its place.
  let becomesPart: Bool
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
    let leaving = store.files.filter { id, file in own[id] == nil && store.records[id]?.hash == file.hash }
    let left = section == .questions ? Set(leaving.values.compactMap(\.document)) : []
    for file in store.allFiles where leaving[file.id ?? ""]?.path != file.path {
      // A version in another language that a person wrote beside it goes along (`CarriedTranslations`).
      guard let document = file.document, store.isImported(file) || !left.contains(document) else { continue }
      live.insert(document.description)
    }
    var found = Array(repeating: [String: TakenInPage](), count: keys.count)
    for record in store.records.values.sorted(by: { $0.id < $1.id }) where record.section == section {
      var former = record.redirects ?? []
      var group = own[record.id]
      if group == nil, let document = store.files[record.id]?.document, !live.contains(document.description) {
        // A page that stays because a person edited it keeps its own redirects too.
        group = heir(of: record.ownMembers, groupOf)
        // What leaves it for another page was no part of it.
        former.append(TakenInPage(page: document.description, members: record.members.filter { groupOf[$0] == group }))
      }
      guard let group else { continue }
      // An address goes with what stood there, also where that leaves the page.
      for page in former where !live.contains(page.page) { found[heir(of: page.members, groupOf) ?? group][page.page] = page }
    }
    return found.map { $0.values.sorted { $0.page < $1.page } }
  }

  /// For each group other pages that a person edited and of which something belongs to it now.
  static func edited(_ section: DocumentID.Section, keys: [[String]], ids: [String], in store: ContentStore) -> [[EditedPage]] {
    let groupOf = groups(keys), own = Set(ids)
    var found = Array(repeating: [EditedPage](), count: keys.count)
    for record in store.records.values.sorted(by: { $0.id < $1.id }) where record.section == section {
      guard let file = store.files[record.id], file.hash != record.hash else { continue }
      let holders = Set(record.members.compactMap { groupOf[$0] }).filter { ids[$0] != record.id }
      let heir = own.contains(record.id) ? nil : heir(of: record.ownMembers, groupOf)
      for group in holders { found[group].append(EditedPage(record: record, becomesPart: group == heir)) }
    }
    return found
  }

  /// For each group that leaves the page which took it in, what it was before: it stands there again.
  static func released(_ section: DocumentID.Section, keys: [[String]], ids: [String], in store: ContentStore) -> [Int: TakenInPage] {
    let groupOf = groups(keys)
    var released: [Int: TakenInPage] = [:]
    for record in store.records.values.sorted(by: { $0.id < $1.id }) where record.section == section {
      for page in record.redirects ?? [] {
        guard let group = heir(of: page.members, groupOf), ids[group] != record.id, store.records[ids[group]] == nil,
          released[group] == nil
        else { continue }
        released[group] = page
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
