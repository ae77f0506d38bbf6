internal import HanText

/// All phrases, found in one pass over a line. A class, though it never changes: so many tables are dear to pass along.
final class PhraseIndex: Sendable {
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
  private let byPair: PairTable<Entry>
  /// Phrases that begin with a number.
  private let byNumber: [Entry]
  /// Phrases of one character, or with a number after it.
  private let byFirst: [Unicode.Scalar: [Entry]]
  private let firsts: ScalarFilter

  private typealias Entry = (group: Int, phrase: Phrase)

  init(_ groups: [PhraseGroup]) {
    self.groups = groups
    var byPair: [(Unicode.Scalar, Unicode.Scalar, Entry)] = []
    var byNumber: [Entry] = []
    var byFirst: [Unicode.Scalar: [Entry]] = [:]
    for (number, group) in groups.enumerated() {
      for phrase in group.phrases {
        let tokens = phrase.parts[0]
        guard case .character(let first) = tokens[0] else {
          byNumber.append((number, phrase))
          continue
        }
        if tokens.count > 1, case .character(let second) = tokens[1] {
          byPair.append((first, second, (number, phrase)))
        } else {
          byFirst[first, default: []].append((number, phrase))
        }
      }
    }
    self.byPair = PairTable(byPair)
    self.byNumber = byNumber
    self.byFirst = byFirst
    firsts = ScalarFilter(byFirst.keys)
  }

  /// One match a group at most, in the order of the groups. O(key · phrases that begin alike).
  func matches(in key: [Unicode.Scalar]) -> [Match] {
    var result: [Match] = []
    func add(_ entries: [Entry], _ places: Range<Int>, at index: Int) {
      // By index: most entries do not match, and copying one costs more than looking at it.
      for place in places {
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
      if first.isASCIIDigit, !byNumber.isEmpty, index == 0 || !key[index - 1].isASCIIDigit {
        add(byNumber, byNumber.indices, at: index)
      }
      if index + 1 < key.count { add(byPair.entries, byPair.bucket(first, key[index + 1]), at: index) }
      if firsts.mayContain(first), let entries = byFirst[first] { add(entries, entries.indices, at: index) }
    }
    if result.count > 1 { result.sort { $0.group < $1.group } }
    return result
  }
}
