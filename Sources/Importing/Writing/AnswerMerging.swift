/// Puts the answers of several sources to one question together, what they share once.
enum AnswerMerging {
  struct Answer {
    let blocks: [String]
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
  /// are, or nearly all of their pairs of letters. An answer of which nothing is left only adds its attribution to the
  /// one that says it best. O(blocks²) within one question.
  static func merge(_ answers: [Answer]) -> [Merged] {
    var merged: [Merged] = []
    var seen: [(text: String, answer: Int)] = []
    for answer in answers where !answer.blocks.isEmpty {
      var kept: [(block: String, text: String)] = []
      var matches: [Int: Int] = [:]
      for block in answer.blocks {
        let text = ComparableText.squash(block)
        if let same = seen.first(where: { isSame($0.text, text) }) {
          matches[same.answer, default: 0] += 1
        } else {
          kept.append((block, text))
        }
      }
      // Headings and lead-ins alone are no answer of their own.
      if kept.allSatisfy({ $0.block.hasPrefix("#") || $0.text.isEmpty }), let best = matches.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) }) {
        let known = merged[best.key].attributions.contains { $0.title == answer.attribution.title }
        // A repost under the same title adds nothing that the list of origins does not say.
        if !known { merged[best.key].attributions.append(answer.attribution) }
        continue
      }
      seen += kept.map { ($0.text, merged.count) }
      merged.append(Merged(blocks: kept.map(\.block), attributions: [answer.attribution]))
    }
    return merged
  }

  private static func isSame(_ a: String, _ b: String) -> Bool {
    if a == b { return !a.isEmpty }
    let (short, long) = (min(a.utf8.count, b.utf8.count), max(a.utf8.count, b.utf8.count))
    guard short >= 36, short * 10 >= long * 8 else { return false }
    return ComparableText.similarity(a, b) >= 0.85
  }
}
