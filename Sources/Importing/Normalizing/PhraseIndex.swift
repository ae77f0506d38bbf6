internal import HanText

/// All phrases, found in one pass over a line.
struct PhraseIndex: Sendable {
  /// The phrases of one group that stand in a line.
  struct Match: Sendable {
    let group: Int
    /// As the rule data writes them, in the order of the line.
    var phrases: [String]
    /// Where each of them ends in the key.
    var ends: [Int]
    /// Whether one of them is the whole line, or its beginning.
    var isWhole: Bool
    /// Where the longest of those that begin the line ends in its key; `nil` where none does.
    var startEnd: Int?
    var isAtStart: Bool { startEnd != nil }
  }

  let groups: [PhraseGroup]
  /// Phrases by their first two characters; a phrase that begins with a number or is shorter, by its first alone.
  private var byPair: [UInt64: [(group: Int, phrase: Phrase)]] = [:]
  private var byFirst: [Unicode.Scalar: [(group: Int, phrase: Phrase)]] = [:]
  private var byNumber: [(group: Int, phrase: Phrase)] = []
  /// Most positions start no phrase.
  private var firsts = ScalarFilter(), pairs = PairFilter()

  init(_ groups: [PhraseGroup]) {
    self.groups = groups
    for (number, group) in groups.enumerated() {
      for phrase in group.phrases {
        let entry = (number, phrase)
        guard case .character(let first) = phrase.parts[0][0] else {
          byNumber.append(entry)
          continue
        }
        firsts.insert(first)
        if phrase.parts[0].count > 1, case .character(let second) = phrase.parts[0][1] {
          pairs.insert(first, second)
          byPair[Self.pair(first, second), default: []].append(entry)
        } else {
          byFirst[first, default: []].append(entry)
        }
      }
    }
  }

  private static func pair(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> UInt64 {
    UInt64(first.value) << 32 | UInt64(second.value)
  }

  /// One match a group at most, in the order of the groups. O(key · phrases that begin alike).
  func matches(in key: [Unicode.Scalar]) -> [Match] {
    var result: [Match] = []
    func add(_ entries: [(group: Int, phrase: Phrase)], at index: Int) {
      // By index: most entries do not match, and copying one costs more than looking at it.
      for place in entries.indices {
        guard let end = entries[place].phrase.end(in: key, at: index) else { continue }
        let (group, phrase) = entries[place]
        let isWhole = phrase.atStart && phrase.atEnd
        if let known = result.firstIndex(where: { $0.group == group }) {
          result[known].phrases.append(phrase.source)
          result[known].ends.append(end)
          result[known].isWhole = result[known].isWhole || isWhole
          if phrase.atStart { result[known].startEnd = max(result[known].startEnd ?? 0, end) }
        } else {
          result.append(Match(group: group, phrases: [phrase.source], ends: [end], isWhole: isWhole, startEnd: phrase.atStart ? end : nil))
        }
      }
    }
    for index in key.indices {
      let first = key[index]
      if first.isASCIIDigit, !byNumber.isEmpty, index == 0 || !key[index - 1].isASCIIDigit { add(byNumber, at: index) }
      guard firsts.mayContain(first) else { continue }
      if index + 1 < key.count, pairs.mayContain(first, key[index + 1]), let entries = byPair[Self.pair(first, key[index + 1])] {
        add(entries, at: index)
      }
      if !byFirst.isEmpty, let entries = byFirst[first] { add(entries, at: index) }
    }
    if result.count > 1 { result.sort { $0.group < $1.group } }
    return result
  }
}
