/// Emphasis beside Chinese punctuation.
///
/// CommonMark lets a run of `*` close only where it is right-flanking: after punctuation only if space or punctuation
/// follows. Chinese writes no space, so `**标题：**内容` stays as it is. A mark that cmark takes for a letter, put between
/// the punctuation and the run, lets the run open and close, and cmark's own pairing does the rest. The condition is that
/// of the proposed amendment to CommonMark, https://github.com/tats-u/markdown-cjk-friendly, narrowed: a run does not
/// open before a stop nor close after an opening bracket.
enum EmphasisRepair {
  /// Looks at the run of `*` or `~` that begins at `start`; returns where it ends.
  static func scan(
    runAt start: Int, in source: UnsafeBufferPointer<UInt8>, _ insertions: inout [SourceMarking.Insertion]
  ) -> Int {
    let character = source[start]
    var end = start + 1
    while end < source.count, source[end] == character { end += 1 }
    if character == UInt8(ascii: "~"), end - start != 2 { return end }
    guard let before = neighbour(before: start, in: source), let after = neighbour(after: end, in: source) else {
      return end
    }
    let (isAfterPunctuation, isBeforePunctuation) = (before.isPunctuation, after.isPunctuation)
    guard isAfterPunctuation != isBeforePunctuation, before.isCJK || after.isCJK else { return end }
    // A run of `~` between stands beside a letter now, on one side: a mark on its other side leaves it free as well.
    if isAfterPunctuation, !CJKText.opens(before.scalar) {
      let tildes = startOfTildes(before: start, in: source)
      if tildes < start { insertions.append(.init(offset: tildes, mark: .boundary)) }
      insertions.append(.init(offset: start, mark: .boundary))
    } else if isBeforePunctuation, !CJKText.closes(after.scalar) {
      insertions.append(.init(offset: end, mark: .boundary))
      let tildes = endOfTildes(after: end, in: source)
      if tildes > end { insertions.append(.init(offset: tildes, mark: .boundary)) }
      return max(end, tildes)
    }
    return end
  }

  private static func startOfTildes(before index: Int, in source: UnsafeBufferPointer<UInt8>) -> Int {
    var index = index
    while index > 0, source[index - 1] == UInt8(ascii: "~") { index -= 1 }
    return index
  }

  private static func endOfTildes(after index: Int, in source: UnsafeBufferPointer<UInt8>) -> Int {
    var index = index
    while index < source.count, source[index] == UInt8(ascii: "~") { index += 1 }
    return index
  }

  private struct Neighbour {
    let scalar: Unicode.Scalar
    var isPunctuation: Bool { CJKText.isPunctuation(scalar) }
    var isCJK: Bool { CJKText.isCJK(scalar) }
  }

  /// cmark looks over `~` when it asks what stands beside a run; `nil` at a line's edge and beside a space.
  private static func neighbour(before index: Int, in source: UnsafeBufferPointer<UInt8>) -> Neighbour? {
    let index = startOfTildes(before: index, in: source)
    guard let scalar = UTF8Scalars.scalar(before: index, in: source), !scalar.properties.isWhitespace else { return nil }
    return Neighbour(scalar: scalar)
  }

  private static func neighbour(after index: Int, in source: UnsafeBufferPointer<UInt8>) -> Neighbour? {
    let index = endOfTildes(after: index, in: source)
    guard let (scalar, _) = UTF8Scalars.scalar(at: index, in: source), !scalar.properties.isWhitespace else { return nil }
    return Neighbour(scalar: scalar)
  }
}
