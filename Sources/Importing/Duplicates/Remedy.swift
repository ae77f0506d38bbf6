/// Which way a thing is to change: `召回率低` asks for more of it, `显存太大` for less.
enum Remedy: Sendable, Hashable {
  case more, less
}

/// What a title says is wrong with a thing. Where a remedy is asked for, that only says which way: `召回率低怎么办` asks
/// what `怎么提升召回率` asks; elsewhere it is a word like others.
struct Defect: Sendable {
  let remedy: Remedy
  /// What is read instead where a remedy is asked for: 速度 for 慢.
  let measure: [UInt32]
  /// What is read elsewhere.
  var qualifiers: [String] = []
  var leftover: [UInt32] = []
  var cues: Set<Int> = []
}

extension QuestionParser.Clause {
  /// Reads the defects by what the whole clause asks.
  mutating func settleDefects(_ facets: FacetTable) {
    let asksRemedy = !cues.isDisjoint(with: facets.remedyCues)
    for defect in defects {
      if asksRemedy {
        remedy = defect.remedy
        leftover += defect.measure
      } else {
        qualifiers += defect.qualifiers
        leftover += defect.leftover
        cues.formUnion(defect.cues)
      }
    }
    if asksRemedy, let remedy = defects.last?.remedy {
      cues.subtract(facets.remedyCues)
      if let cue = remedy == .more ? facets.improvingCue : facets.solvingCue { cues.insert(cue) }
    }
    defects = []
  }
}
