internal import HanText

/// A phrase of the rule data, matched against a line's key (no spaces or punctuation, small letters).
///
/// `…` stands for up to 24 characters, `#` for a number, `^` for the line's beginning and `$` for its end:
/// `^阅读#评论#$`, `免费…领取`.
struct Phrase: Sendable, Hashable {
  static let gap = 24

  enum Token: Sendable, Hashable {
    case character(Unicode.Scalar)
    case number
  }

  /// The stretches between gaps, in order; none is empty.
  let parts: [[Token]]
  let atStart: Bool
  let atEnd: Bool
  let source: String

  init?(_ source: String) {
    var body = Substring(source)
    atStart = body.hasPrefix("^")
    if atStart { body = body.dropFirst() }
    atEnd = body.hasSuffix("$")
    if atEnd { body = body.dropLast() }
    parts = body.split(separator: "…").map { part in
      // Read as lines are: what a key leaves out is left out of the phrase.
      FoldedLine(String(part), disguises: Disguises()).text.compactMap { scalar in
        scalar == "#" ? .number : scalar.isWordlike ? .character(scalar.keyed) : nil
      }
    }.filter { !$0.isEmpty }
    self.source = source
    if parts.isEmpty { return nil }
  }

  /// Where the phrase ends in the key, if its first part stands at `start`.
  func end(in key: [Unicode.Scalar], at start: Int) -> Int? {
    if atStart, start != 0 { return nil }
    guard var position = Self.end(of: parts[0], in: key, at: start) else { return nil }
    for part in parts.dropFirst() {
      var found: Int?
      var candidate = position
      while candidate <= min(position + Self.gap, key.count), found == nil {
        found = Self.end(of: part, in: key, at: candidate)
        candidate += 1
      }
      guard let found else { return nil }
      position = found
    }
    if !atEnd || position == key.count { return position }
    // The last part may stand once more, at the very end.
    guard parts.count > 1, let last = parts.last else { return nil }
    let lowest = max(position, key.count - last.count - Self.gap)
    guard lowest <= key.count else { return nil }
    return (lowest...key.count).contains { Self.end(of: last, in: key, at: $0) == key.count } ? key.count : nil
  }

  private static func end(of part: [Token], in key: [Unicode.Scalar], at start: Int) -> Int? {
    var position = start
    for token in part {
      switch token {
      case .character(let scalar):
        guard position < key.count, key[position] == scalar else { return nil }
        position += 1
      case .number:
        let begin = position
        while position < key.count, key[position].isASCIIDigit { position += 1 }
        guard position > begin else { return nil }
        // 1.2k, 3万, 100+ …
        if position < key.count, key[position].isOne(of: "kw万千") { position += 1 }
      }
    }
    return position
  }
}
