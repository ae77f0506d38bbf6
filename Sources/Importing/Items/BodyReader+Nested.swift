internal import HanText

/// Points below points of a plain text that lost its indents: `a)`, `i.` and `1.1` below `1.`.
extension BodyReader {
  /// The item that a line is below the item above it, and where its text begins: letters and Roman numbers are a part of it,
  /// since Markdown has none.
  func nestedItem(_ line: PageLine, _ position: Int) -> (shape: BodyLine.Shape, start: Int)? {
    guard line.hint == nil, position > 0, let mark = NestedMark(line), case .item(let above, let number) = lines[position - 1].shape else {
      return nil
    }
    let own = line.folded.indent
    func item(_ indent: Int) -> (shape: BodyLine.Shape, start: Int) {
      guard case .decimal(_, let ordinal) = mark else { return (.item(indent: indent, ordinal: nil), 0) }
      return (.item(indent: indent, ordinal: ordinal), line.marked.contentStart)
    }
    // The next of those above, between which deeper ones may stand.
    for other in lines[..<position].indices.suffix(Self.farthestNeighbour).reversed() {
      guard case .item(let indent, _) = lines[other].shape else { break }
      if let before = NestedMark(page.lines[indices[other]]), mark.follows(before) { return item(indent) }
    }
    guard mark.isFirst(below: number), begins(mark, below: position) else { return nil }
    return item(max(own, above + 1))
  }

  /// Whether the second of a series stands below its first; a single `1.1` below `1.` counts.
  private func begins(_ mark: NestedMark, below position: Int) -> Bool {
    if case .decimal = mark { return true }
    return indices[(position + 1)...].prefix(Self.farthestNeighbour).contains { NestedMark(page.lines[$0])?.follows(mark) ?? false }
  }
}

/// A mark that counts within the item of another list.
private enum NestedMark {
  /// `a)`, with the sign behind it.
  case letter(Int, Unicode.Scalar)
  /// `ii.`
  case roman(Int, Unicode.Scalar)
  /// `1.2`: what it stands below, and its number.
  case decimal(Int, Int)

  init?(_ line: PageLine) {
    guard !line.isCode, !line.isAskedOrAnswered else { return nil }
    if let marker = line.marked.principal, marker.family == .decimal, marker.path.count == 2 {
      self = .decimal(marker.path[0], marker.path[1])
      return
    }
    var text = line.folded.text[...]
    let isBracketed = text.first == "("
    if isBracketed { text = text.dropFirst() }
    let word = text.prefix { $0.isASCIILetter }
    guard let delimiter = text.dropFirst(word.count).first, delimiter == ")" || !isBracketed && delimiter.isOne(of: ".、"),
      let next = text.dropFirst(word.count + 1).first, delimiter != "." || next == " " || next.isHan
    else { return nil }
    let sign: Unicode.Scalar = isBracketed ? "(" : delimiter
    if let value = Self.numerals.firstIndex(where: { $0.unicodeScalars.elementsEqual(word) }) {
      self = .roman(value + 1, sign)
    } else if word.count == 1, let letter = word.first, letter.value >= 0x61 {
      self = .letter(Int(letter.value) - 0x60, sign)
    } else {
      return nil
    }
  }

  private static let numerals = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]

  func follows(_ other: NestedMark) -> Bool {
    switch (self, other) {
    case (.letter(let own, let sign), .letter(let before, let same)): sign == same && own == before + 1
    case (.roman(let own, let sign), .roman(let before, let same)): sign == same && own == before + 1
    // `i)` behind `h)`.
    case (.roman(let own, let sign), .letter(let before, let same)): sign == same && own == 1 && before == 8
    case (.decimal(let list, let own), .decimal(let other, let before)): list == other && own == before + 1
    default: false
    }
  }

  /// Whether the mark begins a list below an item with such a number.
  func isFirst(below number: Int?) -> Bool {
    switch self {
    case .letter(let value, _), .roman(let value, _): value == 1
    case .decimal(let list, let value): value == 1 && number == list
    }
  }
}
