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
    /// Which of the answers it is.
    let answer: Int
    /// Those of its blocks that earlier answers do not say.
    var blocks: [String]
    /// Where they stand in the answer.
    let places: [Int]
    var attributions: [Attribution]
    /// Blocks of later answers that are said here already.
    var repeated: [Repeated] = []
  }

  struct Repeated {
    let answer: Int
    /// In that answer.
    let block: Int
    /// The block that says it: its place among those that stand here.
    let standing: Int
  }

  /// Answers in the order given; of later ones what earlier ones do not say. Blocks are the same when their letters
  /// are, or nearly all of their pairs of letters, and they state the same numbers and negations. An answer adds its
  /// attribution to those that say some of it; of one of which nothing is left, to the one that says it best. O(blocks²) within one question.
  static func merge(_ answers: [Answer]) -> [Merged] {
    var merged: [Merged] = []
    if answers.count == 1 {
      let blocks = answers[0].blocks
      return [Merged(answer: 0, blocks: blocks, places: Array(blocks.indices), attributions: [answers[0].attribution])]
    }
    var seen: [(text: Text, answer: Int, standing: Int)] = []
    for (number, answer) in answers.enumerated() where !answer.blocks.isEmpty {
      var kept: [(place: Int, text: Text)] = []
      var matches: [Int: Int] = [:]
      for (place, block) in answer.blocks.enumerated() {
        let text = Text(block)
        if let same = seen.first(where: { $0.text.isSame(as: text) }) {
          merged[same.answer].repeated.append(Repeated(answer: number, block: place, standing: same.standing))
          if !block.hasPrefix("#") { matches[same.answer, default: 0] += 1 }
        } else {
          kept.append((place, text))
        }
      }
      // Headings and lead-ins alone are no answer of their own.
      let isCovered = kept.allSatisfy { $0.text.block.hasPrefix("#") || $0.text.squashed.isEmpty } && !matches.isEmpty
      let best = matches.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
      // What is said here as well is said by this source too.
      for match in matches.keys where !isCovered || match == best {
        let known = merged[match].attributions.contains { $0.title == answer.attribution.title }
        // A copy, or a repost under the same title, adds nothing that the list of origins does not say.
        if !known, !answer.isCopy { merged[match].attributions.append(answer.attribution) }
      }
      if isCovered { continue }
      seen += kept.enumerated().map { ($1.text, merged.count, $0) }
      merged.append(
        Merged(answer: number, blocks: kept.map(\.text.block), places: kept.map(\.place), attributions: [answer.attribution]))
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
