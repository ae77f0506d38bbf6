/// Puts the answers of several sources to one question together, what they share once.
enum AnswerMerging {
  struct Answer {
    let blocks: [String]
    /// Whether its document is a copy of that of another answer.
    var isCopy = false
    let attribution: Attribution
  }

  struct Attribution {
    let title: String
    /// The source as Markdown: a link to its page, and the lines.
    let markdown: String
  }

  struct Merged {
    var blocks: [String]
    var attributions: [Attribution]
  }

  /// Answers in the order given; of later ones what earlier ones do not say. Blocks are the same when their letters
  /// are, or nearly all of their pairs of letters, and they state the same numbers and negations. An answer adds its
  /// attribution to those that say some of it; of one of which nothing is left, to the one that says it best. O(blocks²) within one question.
  static func merge(_ answers: [Answer]) -> [Merged] {
    var merged: [Merged] = []
    if answers.count == 1 { return [Merged(blocks: answers[0].blocks, attributions: [answers[0].attribution])] }
    var seen: [(text: Text, answer: Int)] = []
    for answer in answers where !answer.blocks.isEmpty {
      var kept: [(block: String, text: Text)] = []
      var matches: [Int: Int] = [:]
      for block in answer.blocks {
        let text = Text(block)
        if let same = seen.first(where: { $0.text.isSame(as: text) }) {
          if !block.hasPrefix("#") { matches[same.answer, default: 0] += 1 }
        } else {
          kept.append((block, text))
        }
      }
      // Headings and lead-ins alone are no answer of their own.
      let isCovered = kept.allSatisfy { $0.block.hasPrefix("#") || $0.text.squashed.isEmpty } && !matches.isEmpty
      let best = matches.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
      // What is said here as well is said by this source too.
      for match in matches.keys where !isCovered || match == best {
        let known = merged[match].attributions.contains { $0.title == answer.attribution.title }
        // A copy, or a repost under the same title, adds nothing that the list of origins does not say.
        if !known, !answer.isCopy { merged[match].attributions.append(answer.attribution) }
      }
      if isCovered { continue }
      seen += kept.map { ($0.text, merged.count) }
      merged.append(Merged(blocks: kept.map(\.block), attributions: [answer.attribution]))
    }
    return merged
  }

  /// A block as it is compared.
  private struct Text {
    let block: String
    let squashed: String
    let pairs: [UInt64]

    init(_ block: String) {
      self.block = block
      squashed = ComparableText.squash(block)
      pairs = squashed.utf8.count >= 36 ? ComparableText.pairs(squashed) : []
    }

    func isSame(as other: Text) -> Bool {
      isAlike(other) && (block == other.block || StatedFacts(block) == StatedFacts(other.block))
    }

    private func isAlike(_ other: Text) -> Bool {
      if squashed == other.squashed { return !squashed.isEmpty }
      let (short, long) = (min(pairs.count, other.pairs.count), max(pairs.count, other.pairs.count))
      guard short > 0, short * 10 >= long * 8 else { return false }
      return ComparableText.similarity(pairs, other.pairs) >= 0.85
    }
  }
}
