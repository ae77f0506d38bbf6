/// Gives groups the identities their questions had before, and new ones where they are new.
enum ContentIdentity {
  struct Group {
    /// Keys of the members, sorted.
    let keys: [String]
  }

  /// A page of an earlier import.
  struct Former {
    /// Whether a person removed it.
    var isDeleted = false
    /// Whether a person changed it since.
    var isEdited = false
    /// Whether a group holds what the page is named for.
    var isNamedFor: (Group) -> Bool = { _ in false }
  }

  /// An id for each group. Of pages that became one, one that people removed never stays; where one was part of another, that
  /// stays, else the one that they edited, else that of most members. A page that comes apart stays with what it is named for, else with most of its members. New ids are made of the first key,
  /// so that they do not depend on the order of imports.
  ///
  /// - Parameters:
  ///   - former: The id that each key had.
  ///   - parted: For ids those keys that people parted from them: they never take the id along.
  ///   - left: The id of the page that one was part of.
  ///   - pages: Asked for those ids that several groups, or of which several one group, could have.
  static func assign(
    _ groups: [Group], former: [String: String], parted: [String: Set<String>] = [:],
    left: (String) -> String? = { _ in nil }, pages: (String) -> Former = { _ in Former() },
    prefix: String
  ) -> [String] {
    struct Claim {
      let group: Int, id: String, count: Int
      var isDeleted = 0, wasPart = 0, isEdited = 0, isNamed = 0
    }
    var claims: [Claim] = [], claimants: [String: Int] = [:]
    for (index, group) in groups.enumerated() {
      var counts: [String: Int] = [:]
      for key in group.keys {
        if let id = former[key], parted[id]?.contains(key) != true { counts[id, default: 0] += 1 }
      }
      for (id, count) in counts {
        let isBack = left(id).map { counts[$0] != nil } ?? false
        claims.append(Claim(group: index, id: id, count: count, wasPart: isBack ? 1 : 0))
        claimants[id, default: 0] += counts.count
      }
    }
    for place in claims.indices where claimants[claims[place].id]! > 1 {
      let page = pages(claims[place].id)
      claims[place].isDeleted = page.isDeleted ? 1 : 0
      claims[place].isEdited = page.isEdited ? 1 : 0
      claims[place].isNamed = page.isNamedFor(groups[claims[place].group]) ? 1 : 0
    }
    claims.sort { a, b in
      if a.isDeleted != b.isDeleted { return a.isDeleted < b.isDeleted }
      return (a.wasPart, b.isEdited, b.isNamed, b.count, a.group, a.id) < (b.wasPart, a.isEdited, a.isNamed, a.count, b.group, b.id)
    }
    var result = [String?](repeating: nil, count: groups.count)
    var taken = Set(former.values)
    var given: Set<String> = []
    for claim in claims where result[claim.group] == nil && !given.contains(claim.id) {
      result[claim.group] = claim.id
      given.insert(claim.id)
    }
    for index in groups.indices where result[index] == nil {
      var id = prefix + ContentHash.of(groups[index].keys[0]).prefix(10)
      while taken.contains(id) { id = prefix + ContentHash.of(id).prefix(10) }
      taken.insert(id)
      result[index] = id
    }
    return result.map { $0! }
  }
}
