/// Sets of facets that a line of `facets.txt` names.
enum FacetSet: Int, CaseIterable {
  /// The order of what is compared says nothing.
  case symmetric
  /// Asked of several things; asked for a kind that a noun names; asked for a list.
  case compared, kinds, list
  /// Asked for by whoever only wants to be told; asked before the actual question; asked of two things before what they differ
  /// in; asked of each of two things.
  case told, preamble, paired, separate
  /// Which of two; what to do about a thing; how much.
  case chosen, remedy, measured
}

extension FacetTable {
  /// What must hold of the concepts of two questions for facets to be as near as a section of `facets.txt` says.
  struct Conditions: OptionSet {
    let rawValue: UInt8

    /// Both questions name several concepts.
    static let several = Conditions(rawValue: 1)
    /// Both name the same concept, which takes its course, has parts or is a formula.
    static let course = Conditions(rawValue: 2), parts = Conditions(rawValue: 4), formula = Conditions(rawValue: 8)

    /// With the sections that they stand in.
    static let named = [("several", several), ("course", course), ("parts", parts), ("formula", formula)]
  }
}
