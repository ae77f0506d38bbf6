/// Gives groups the identities their questions had before, and new ones where they are new.
enum ContentIdentity {
  struct Group {
    /// Keys of the members, sorted.
    let keys: [String]
  }

  /// An id for each group. A former id goes to the group that holds most of what had it; groups that merged keep the id
  /// of most members. New ids are made of the first key, so that they do not depend on the order of imports.
  static func assign(_ groups: [Group], former: [String: String], prefix: String) -> [String] {
    var claims: [(group: Int, id: String, count: Int, isNative: Bool)] = []
    for (index, group) in groups.enumerated() {
      var counts: [String: Int] = [:]
      for key in group.keys { former[key].map { counts[$0, default: 0] += 1 } }
      // Where a page comes apart, it stays with the question that it was made for.
      let native = counts.isEmpty ? [] : Set(group.keys.map { prefix + ContentHash.of($0).prefix(10) })
      claims += counts.map { (index, $0.key, $0.value, native.contains($0.key)) }
    }
    claims.sort { a, b in
      if a.count != b.count { return a.count > b.count }
      return a.isNative != b.isNative ? a.isNative : (a.group, a.id) < (b.group, b.id)
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
