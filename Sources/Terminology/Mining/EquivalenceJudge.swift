internal import HanText

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
  /// as that, since what stands before it is prose, else the first for which something speaks, by `fit`.
  ///
  /// - Parameter candidates: As `NameBefore` gives them.
  func best(of candidates: [ChineseCandidate], for latin: StatedName) -> String? {
    if let known = candidates.filter(\.isKnown).sorted(by: { $0.count > $1.count })
      .first(where: { isKnown([StatedName($0.name, .chinese), latin]) })
    {
      return known.name
    }
    for candidate in ordered(candidates, for: latin) {
      switch verdict(chinese: candidate.name, latin: latin, isClean: candidate.isClean) {
      case .same: return candidate.name
      case .different: return nil
      case .unlike: continue
      }
    }
    return nil
  }

  /// A Chinese name has two characters for a word of its English one (三数取中, median of three; 样本选择偏差, sample selection bias):
  /// candidates by how near they come to that, where there are several words and the lexicon does not know them. Else those that it
  /// knows and the shortest other one. What a known name ends with is not tried, and a preposition or verb is left off where the rest
  /// fits as well.
  private func ordered(_ candidates: [ChineseCandidate], for latin: StatedName) -> [ChineseCandidate] {
    let wanted = 2 * Self.words(latin.text).count
    let known = candidates.filter(\.isKnown)
    let bounded = candidates.filter { one in one.isBounded && !known.contains { $0.count > one.count } }
    guard latin.kind == .english, names.concepts(named: latin.text).isEmpty else {
      let shortest = bounded.min { $0.count < $1.count }
      return (known + (shortest.map { [$0] } ?? [])).sorted { $0.count > $1.count }
    }
    if wanted < 4 {
      // What opens with a word that goes before terms is prose: 再看结果, 和判别器.
      let clean = bounded.filter { $0.isClean && $0.count <= 4 && $0.opening == 0 }
      return known.sorted { $0.count > $1.count } + (bounded.min { $0.count < $1.count }.map { [$0] } ?? []) + clean
    }
    // 可验证奖励 is verifiable reward: 可 is the ending -able, and no word before the name.
    let isAble = Self.words(latin.text).contains { $0.hasSuffix("able") || $0.hasSuffix("ible") }
    func isOwn(_ one: ChineseCandidate) -> Bool { isAble && one.name.hasPrefix("可") }
    func fit(_ one: ChineseCandidate) -> Int { isOwn(one) ? -1 : abs(one.count - wanted) }
    let apt = bounded.filter { one in
      one.opening == 0 || isOwn(one) || abs(one.count - one.opening - wanted) > (one.opening == 1 ? 2 : 1)
    }
    return (known.filter { !$0.isBounded } + apt).sorted { fit($0) == fit($1) ? $0.count > $1.count : fit($0) < fit($1) }
  }

  /// The words of an English name that count: no articles, prepositions and conjunctions.
  private static func words(_ name: String) -> [String] {
    name.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "'" }.map(String.init)
      .filter { !AbbreviationAlignment.isSmall($0) }
  }

  /// A Chinese name and a Latin one.
  /// - Parameter isClean: Whether the Chinese name begins at punctuation, so that its extent is sure.
  func verdict(chinese: String, latin: StatedName, isClean: Bool) -> Verdict {
    if words.makers.contains(chinese) { return .different }
    let ours = names.concepts(named: chinese), theirs = names.concepts(named: latin.text)
    if !ours.isEmpty, !theirs.isEmpty { return Set(ours).isDisjoint(with: theirs) ? .different : .same }
    let isLikely =
      if !theirs.isEmpty {
        theirs.contains {
          resembles(chinese, names.concepts[$0].chinese) || isClean && isVariant(chinese, latin, names.concepts[$0].chinese)
        }
      } else if !ours.isEmpty {
        ours.contains { isAnother(latin.text, of: names.concepts[$0], isClean: isClean) }
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
    let own = Set(FoldedText(name).scalars)
    return known.contains { other in
      let theirs = Set(FoldedText(other).scalars)
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

  /// Whether an unknown English name may be a known concept's: it has half of the words of one that is no shorter, or is what the
  /// abbreviation stands for. `刷新令牌（refresh token）` cut to 令牌 says more than the known name.
  private func isAnother(_ latin: String, of concept: LexiconConcept, isClean: Bool) -> Bool {
    if (concept.english + concept.abbreviations).contains(where: { AbbreviationAlignment.holds($0, for: latin) }) { return true }
    // `上下文并行（CP）`, where the lexicon has context parallelism.
    if latin == latin.uppercased(), concept.english.contains(where: { AbbreviationAlignment.holds(latin, for: $0) }) { return true }
    let longest = concept.english.map { Self.words($0).count }.max() ?? 0
    if isClean, longest >= 2, concept.english.contains(where: { !Self.stems($0).isDisjoint(with: Self.stems(latin)) }) { return true }
    return (isClean || Self.words(latin).count <= longest) && sharesWords(latin, concept.english)
  }

  /// Whether a Chinese name with the extent of the English one has a character of a known name: 辅助损失 beside 负载均衡损失.
  private func isVariant(_ chinese: String, _ latin: StatedName, _ known: [String]) -> Bool {
    let count = Self.words(latin.text).count
    return count >= 2 && abs(chinese.unicodeScalars.count - 2 * count) <= 1
      && known.contains { !Set(FoldedText($0).scalars).isDisjoint(with: FoldedText(chinese).scalars) }
  }

  private static func stems(_ name: String) -> Set<String> {
    Set(name.lowercased().split { !$0.isLetter && !$0.isNumber }.filter { $0.count > 2 }.map { String($0.prefix(6)) })
  }

  /// Neither name is known: words of the field, or lower case, and a Chinese name of a plausible length.
  private func speaksForItself(chinese: String, latin: StatedName, isClean: Bool) -> Bool {
    let length = chinese.unicodeScalars.count
    guard (2...10).contains(length), !words.makers.contains(where: chinese.hasPrefix) else { return false }
    guard !countsSomething(chinese), !isReading(latin.text, of: chinese) else { return false }
    switch latin.kind {
    case .chinese: return false
    case .abbreviation: return isClean && length >= 4 && words.heads.contains { chinese.hasSuffix($0) }
    case .english:
      let parts = latin.text.split { !$0.isLetter }.map(String.init)
      guard !parts.isEmpty, parts.count <= 8 else { return false }
      if parts.count == 1 { return length <= 5 && isNoun(parts[0], of: chinese, isClean: isClean) }
      let isLowercase = parts.allSatisfy { $0.first?.isLowercase == true }
      if isClean || isLowercase, abs(length - 2 * Self.words(latin.text).count) <= 2 { return true }
      return !isLowercase && parts.contains { names.knowsWord($0.lowercased()) }
        && (isClean || words.heads.contains { chinese.hasSuffix($0) })
    }
  }

  /// Whether one English word alone may be a term: one with an ending of nouns, one of the field, or one that no everyday text has.
  /// `权限认证（scope）` names a parameter.
  private func isNoun(_ word: String, of chinese: String, isClean: Bool) -> Bool {
    let lower = word.lowercased()
    guard lower.utf8.count >= 4, isClean || word.first?.isLowercase == true, word != word.uppercased() else { return false }
    let isEveryday = (HanWords.occurrences(of: Array(chinese.utf8)[...]) ?? 0) >= Self.common
    // 执行（Action）: both are words of every text.
    if isEveryday, EverydayWords.english.contains(lower) { return false }
    if words.nounEndings.contains(where: lower.hasSuffix) { return true }
    if word.first?.isLowercase == false { return names.knowsWord(lower) }
    return !isEveryday && !EverydayWords.english.contains(lower)
  }

  /// 丢一秒 is a phrase.
  private func countsSomething(_ chinese: String) -> Bool {
    let scalars = Array(chinese.unicodeScalars)
    return zip(scalars.dropFirst(), scalars.dropFirst(2)).contains { $0.isOne(of: "一两几") && $1.isOne(of: "个次秒天条种些下点遍份件批") }
  }

  /// `张三（Zhang San）`: the Latin name is how the Chinese one is read, so that it names somebody or some place.
  private func isReading(_ latin: String, of chinese: String) -> Bool {
    latin.lowercased().filter(\.isLetter) == Pinyin.syllables(of: chinese).joined()
  }

  /// From a thousand occurrences on, a Chinese word beside an unknown English one is no term. Its logarithm, base 2.
  private static let common = 10
}
