/// Which way a relation between two things goes: from the one, or rather than the one, to the other.
///
/// A conversion has a source and a goal. A preference has as well: what is given up is the source (RNN in "Transformers
/// instead of RNNs", in `Transformer 相比 RNN`). Often a title marks only one of the two.
struct Direction: Sendable, Hashable {
  /// What stands in a role, as the title is read.
  enum Thing: Sendable, Hashable {
    /// By its index in the vocabulary.
    case concept(Int)
    case word(String)
    /// Han characters that no list knows.
    case han([UInt32])
  }

  var source: Thing?
  var goal: Thing?

  var isNone: Bool { source == nil && goal == nil }

  /// Takes over what only the other one says.
  mutating func complete(with other: Direction) {
    source = source ?? other.source
    goal = goal ?? other.goal
  }

  /// Whether the two go opposite ways. Only things that `isShared` says both titles have decide.
  func opposes(_ other: Direction, where isShared: (Thing) -> Bool) -> Bool {
    func differ(_ a: Thing?, _ b: Thing?) -> Bool {
      guard let a, let b, a != b else { return false }
      return isShared(a) && isShared(b)
    }
    func meet(_ a: Thing?, _ b: Thing?) -> Bool { a != nil && a == b }
    return differ(source, other.source) || differ(goal, other.goal) || meet(source, other.goal) || meet(goal, other.source)
  }
}
