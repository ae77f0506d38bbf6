/// Every name of a concept leads to the pages of all its names, with the highest level that each page has under any of them.
enum RelatedPages {
  /// The lists of some names (`page << 4 | level`); an empty one where the name itself is on all of its concepts' pages.
  ///
  /// - Parameter lists: the pages that contain a name, and those that are called so.
  static func lists<Failure: Error>(
    of wanted: some Sequence<Int>, _ names: ConceptNames,
    lists: (_ name: Int) throws(Failure) -> (postings: ArraySlice<UInt32>, exact: [UInt32])
  ) throws(Failure) -> [Int: [UInt32]] {
    let wanted = Set(wanted)
    var related: [Int: [UInt32: UInt32]] = [:]
    for concept in names.concepts where concept.contains(where: wanted.contains) {
      let own = Set(concept)
      var levels: [UInt32: UInt32] = [:]
      for name in own {
        let (postings, exact) = try lists(name)
        for posting in postings { levels[posting >> 4] = max(levels[posting >> 4] ?? 0, posting & 15) }
        for page in exact { levels[page] = 15 }
      }
      for name in own where wanted.contains(name) { related[name, default: [:]].merge(levels) { max($0, $1) } }
    }
    var result: [Int: [UInt32]] = [:]
    for (name, levels) in related {
      let known = Set(try lists(name).postings.map { $0 >> 4 })
      result[name] = levels.keys.allSatisfy(known.contains) ? [] : levels.map { $0.key << 4 | $0.value }.sorted()
    }
    return result
  }
}
