internal import Diagnostics

/// What becomes of the white space around tags: the lines of tags that stand alone vanish, partials and blocks learn
/// how far their content is indented, blocks handed to a parent lose the indentation they are written with.
///
/// The rules are those of the Mustache specification, with its optional rules for the indentation of blocks.
struct TemplateLayout {
  private let source: SourceFile
  private let ends: [Int: Int]
  private(set) var tokens: [TemplateToken]
  /// For each partial, parent or block that stands on lines of its own: the indentation of its content.
  private(set) var indentations: [Int: Range<Int>] = [:]

  init(_ tokens: [TemplateToken], ends: [Int: Int], in source: SourceFile) {
    self.source = source
    self.ends = ends
    self.tokens = tokens
    let arguments = argumentBlocks
    for index in arguments.sorted() { removeIntrinsicIndentation(ofBlockAt: index) }
    for (index, token) in tokens.enumerated() {
      guard let tag = token.tag else { continue }
      switch tag.kind {
      case .escaped, .unescaped: break
      case .section, .inverted, .comment, .delimiters:
        _ = dropLine(from: index, to: index)
      case .partial: indentations[index] = dropLine(from: index, to: index)
      case .parent:
        guard let end = ends[index] else { break }
        indentations[index] = dropLine(from: index, to: end)
      case .block:
        if arguments.contains(index) { layOutArgument(at: index) } else { layOutParameter(at: index) }
      case .end: break
      }
    }
    for (open, end) in ends {
      guard let kind = tokens[open].tag?.kind, kind != .parent, !arguments.contains(open) else { continue }
      _ = dropLine(from: end, to: end)
    }
  }

  /// Blocks directly inside a parent tag: they are handed to it.
  private var argumentBlocks: Set<Int> {
    var found: Set<Int> = []
    for (open, end) in ends where tokens[open].tag?.kind == .parent {
      var index = open + 1
      while index < end {
        if tokens[index].tag?.kind == .block { found.insert(index) }
        index = (ends[index] ?? index) + 1
      }
    }
    return found
  }

  private mutating func layOutArgument(at index: Int) {
    guard let end = ends[index] else { return }
    if let rest = blanksAfter(index), rest.upperBound <= end { drop(rest) }
    if let before = blanksBefore(end), before.lowerBound > index { drop(before) }
  }

  private mutating func layOutParameter(at index: Int) {
    guard let end = ends[index] else { return }
    let isOneLine = !tokens[index..<end].contains { $0.kind == .lineBreak }
    if isOneLine {
      guard let before = blanksBefore(index), blanksAfter(end) != nil else { return }
      indentations[index] = rangeOfBlanks(before, beforeTokenAt: index)
      drop(before)
    } else if let own = dropLine(from: index, to: index) {
      indentations[index] = indentationOfFirstLine(in: (index + 1)..<end) ?? own
    }
  }

  /// Takes out what the first line of a block is indented by from each of its lines.
  private mutating func removeIntrinsicIndentation(ofBlockAt index: Int) {
    guard let end = ends[index], let rest = blanksAfter(index), rest.upperBound <= end,
      let width = indentationOfFirstLine(in: rest.upperBound..<end)
    else { return }
    let pattern = source.bytes[width]
    for line in rest.upperBound..<end where tokens[line].kind == .indentation {
      let own = source.bytes[tokens[line].range]
      let common = zip(own, pattern).prefix { $0 == $1 }.count
      tokens[line].range = (tokens[line].range.lowerBound + common)..<tokens[line].range.upperBound
    }
  }

  /// The white space before the first line that is not blank.
  private func indentationOfFirstLine(in range: Range<Int>) -> Range<Int>? {
    var indentation: Range<Int>?
    for token in tokens[range] {
      switch token.kind {
      case .indentation: indentation = token.range
      case .lineBreak: indentation = nil
      case .text where isBlank(token): break
      case .text, .tag: return indentation
      }
    }
    return nil
  }

  /// If nothing but white space stands before one token and after the other, drops it, the line break too.
  /// Returns the white space before.
  private mutating func dropLine(from first: Int, to last: Int) -> Range<Int>? {
    guard let before = blanksBefore(first), let after = blanksAfter(last) else { return nil }
    drop(before)
    drop(after)
    return rangeOfBlanks(before, beforeTokenAt: first)
  }

  private mutating func drop(_ range: Range<Int>) {
    for index in range { tokens[index].isDropped = true }
  }

  private func rangeOfBlanks(_ blanks: Range<Int>, beforeTokenAt index: Int) -> Range<Int> {
    blanks.isEmpty ? 0..<0 : tokens[blanks.lowerBound].range.lowerBound..<tokens[index - 1].range.upperBound
  }

  /// The tokens between the start of the line and a token, if they are white space.
  private func blanksBefore(_ index: Int) -> Range<Int>? {
    var first = index
    while first > 0, tokens[first - 1].kind != .lineBreak {
      guard isBlank(tokens[first - 1]) else { return nil }
      first -= 1
    }
    return first..<index
  }

  /// The tokens between a token and the end of the line, the line break included, if they are white space.
  private func blanksAfter(_ index: Int) -> Range<Int>? {
    var last = index + 1
    while last < tokens.count {
      if tokens[last].kind == .lineBreak { return (index + 1)..<(last + 1) }
      guard isBlank(tokens[last]) else { return nil }
      last += 1
    }
    return (index + 1)..<last
  }

  private func isBlank(_ token: TemplateToken) -> Bool {
    token.tag == nil && source.bytes[token.range].allSatisfy { $0 <= 0x20 }
  }
}
