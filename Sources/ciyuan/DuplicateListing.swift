internal import Importing

/// The groups, or the pairs to settle, as text or JSON.
struct DuplicateListing {
  let result: DuplicateGrouping
  let review: Bool
  let title: (String) -> String

  init(_ result: DuplicateGrouping, review: Bool, title: @escaping (String) -> String) {
    self.result = result
    self.review = review
    self.title = title
  }

  func text(_ format: OutputFormat) -> String {
    switch format {
    case .json: json
    case .text: review ? pairs : groups
    }
  }

  /// Ids are line numbers here: numbers in JSON.
  private var json: String {
    let lists = review ? result.undecided.map { [$0.first, $0.second] } : result.groups.map(\.members)
    let key = review ? "undecided" : "groups"
    return "{\"\(key)\": [" + lists.map { "[" + $0.joined(separator: ", ") + "]" }.joined(separator: ", ") + "]}"
  }

  private var groups: String {
    let blocks = result.groups.map { group in
      "\(score(group.score))  \(group.reason)\n" + group.members.map { "      \($0): \(title($0))\n" }.joined()
    }
    let count = result.groups.reduce(0) { $0 + $1.members.count }
    return blocks.joined(separator: "\n") + "\n\(result.groups.count) groups of \(count) questions, "
      + "\(result.undecided.count) pairs undecided (--review)"
  }

  private var pairs: String {
    result.undecided.map { pair in
      "\(score(pair.score))  \(pair.reason)\n      \(pair.first): \(title(pair.first))\n"
        + "      \(pair.second): \(title(pair.second))\n"
    }.joined(separator: "\n")
  }

  private func score(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }
}
