/// Decides whether two names that stand side by side are names of one concept.
///
/// What the lexicon knows decides where it knows both; where it knows one, the other must resemble that one's names;
/// where it knows neither, their form must speak for them.
struct EquivalenceJudge {
  let names: LexiconNames
  let words: MiningWords

  enum Verdict {
    case same
    /// The lexicon knows that they are names of two concepts.
    case different
    /// Nothing speaks for it.
    case unlike
  }

  /// The one of several Chinese names ending at one place that is the Latin one's: the longest that the lexicon knows
  /// as that, since what stands before it is prose, else the longest for which something speaks.
  func best(of candidates: [(name: String, isClean: Bool)], for latin: StatedName) -> String? {
    let candidates = candidates.sorted { $0.name.count > $1.name.count }
    if let known = candidates.first(where: { isKnown([StatedName($0.name, .chinese), latin]) }) { return known.name }
    for (name, isClean) in candidates {
      switch verdict(chinese: name, latin: latin, isClean: isClean) {
      case .same: return name
      case .different: return nil
      case .unlike: continue
      }
    }
    return nil
  }

  /// A Chinese name and a Latin one.
  /// - Parameter isClean: Whether the Chinese name begins at punctuation, so that its extent is sure.
  func verdict(chinese: String, latin: StatedName, isClean: Bool) -> Verdict {
    if words.makers.contains(chinese) { return .different }
    let ours = names.concepts(named: chinese), theirs = names.concepts(named: latin.text)
    if !ours.isEmpty, !theirs.isEmpty { return Set(ours).isDisjoint(with: theirs) ? .different : .same }
    let isLikely =
      if !theirs.isEmpty {
        theirs.contains { resembles(chinese, names.concepts[$0].chinese) }
      } else if !ours.isEmpty {
        ours.contains { sharesWords(latin.text, names.concepts[$0].english) }
      } else {
        speaksForItself(chinese: chinese, latin: latin, isClean: isClean)
      }
    return isLikely ? .same : .unlike
  }

  /// Whether the lexicon knows all of the names as one concept's.
  func isKnown(_ stated: [StatedName]) -> Bool {
    guard let first = stated.first else { return false }
    let common = stated.dropFirst().reduce(Set(names.concepts(named: first.text))) {
      $0.intersection(names.concepts(named: $1.text))
    }
    return !common.isEmpty
  }

  /// An abbreviation and its words.
  func accepts(abbreviation: String, long: String) -> Bool {
    let ours = names.concepts(named: abbreviation), theirs = names.concepts(named: long)
    if !ours.isEmpty, !Set(ours).isDisjoint(with: theirs) { return true }
    guard AbbreviationAlignment.holds(abbreviation, for: long) else { return false }
    if ours.isEmpty { return true }
    // A known abbreviation with other words than its own is a slip more often than a discovery.
    let known = ours.flatMap { names.concepts[$0].english }
    return !theirs.isEmpty || sharesWords(long, known)
  }

  /// Whether half of the characters are those of a known name.
  private func resembles(_ name: String, _ known: [String]) -> Bool {
    let own = Set(name.unicodeScalars)
    return known.contains { other in
      let theirs = Set(other.unicodeScalars)
      let common = own.intersection(theirs).count
      return common >= 2 && 2 * common >= max(own.count, theirs.count)
    }
  }

  private func sharesWords(_ name: String, _ known: [String]) -> Bool {
    let own = Self.stems(name)
    return known.contains { other in
      let theirs = Self.stems(other)
      return 2 * own.intersection(theirs).count >= max(own.count, theirs.count)
    }
  }

  private static func stems(_ name: String) -> Set<String> {
    Set(name.lowercased().split { !$0.isLetter && !$0.isNumber }.filter { $0.count > 2 }.map { String($0.prefix(6)) })
  }

  /// Neither name is known: words of the field, or lower case, and a Chinese name of a plausible length.
  private func speaksForItself(chinese: String, latin: StatedName, isClean: Bool) -> Bool {
    let length = chinese.unicodeScalars.count
    guard (2...10).contains(length), !words.makers.contains(where: chinese.hasPrefix) else { return false }
    switch latin.kind {
    case .chinese: return false
    case .abbreviation: return isClean && length >= 4 && words.heads.contains { chinese.hasSuffix($0) }
    case .english:
      let parts = latin.text.split { !$0.isLetter }.map(String.init)
      guard !parts.isEmpty, parts.count <= 6 else { return false }
      let isLowercase = parts.allSatisfy { $0.first?.isLowercase == true }
      let isOfTheField = parts.contains { names.knowsWord($0.lowercased()) }
      // `权限认证(scope)` names a parameter, not the thing.
      if isLowercase { return parts.count > 1 }
      return isOfTheField && (isClean || words.heads.contains { chinese.hasSuffix($0) })
    }
  }
}
