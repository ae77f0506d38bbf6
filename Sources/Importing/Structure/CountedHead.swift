internal import HanText

/// Numbering of any script and make, told by its shape: `0x01 `, `§1-a `, `◆甲之二问◆ `, `Part.02 `, `来信三：`, `三问 `.
///
/// No list knows how writers number. What the numbers of a page have in common is that all around the counts is alike.
/// Whether a head counts anything tells only the series it belongs to (``CountedSeries``).
struct CountedHead {
  /// The head with a letter for each count, spaces aside, as a hash: equal for all of a series.
  let shape: UInt64
  /// What the head begins with, for telling series apart.
  let opening: Unicode.Scalar
  let path: [Int]
  /// Where the content begins.
  let end: Int

  private static let longest = 18
  /// What may stand before, between and behind counts: `考题 3`, `第一回合`.
  private static let longestWord = 9, longestUnit = 2

  /// Reads the head at a place of a line; `nil` where none is. O(1).
  init?(_ text: [Unicode.Scalar], at start: Int) {
    guard start < text.count, text[start] != "#", text[start] != "|" else { return nil }
    let limit = min(text.count - 1, start + Self.longest)
    var shape: [Unicode.Scalar] = []
    var path: [Int] = []
    var place = start, word = 0
    while place < limit {
      let scalar = text[place]
      if !(path.isEmpty && Self.namesCount(text, at: place)), let (value, script, end) = Self.count(text, at: place) {
        path.append(value)
        if script == "X" { shape.append("0") }
        shape.append(script)
        (place, word) = (end, 0)
      } else if scalar.isWordlike {
        word += 1
        shape.append(scalar.keyed)
        place += 1
        guard word <= (path.isEmpty ? Self.longestWord : Self.longestUnit) else { return nil }
      } else {
        let isAfterCount = !path.isEmpty
        // All signs up to the next word, and a space ends a head.
        var isApart = false
        while place < limit, !text[place].isWordlike, !Self.opens(text[place]) || !isAfterCount {
          if text[place] == " " { isApart = true } else { shape.append(text[place]) }
          place += 1
        }
        word = 0
        guard isAfterCount else { continue }
        if isApart || text[place - 1].isOne(of: ":、|】])》」") || Self.count(text, at: place) == nil {
          // A head has more than counts: a bare `3 ` counts nothing, `0x3 ` does, for whose `0x` a "0" stands in the shape.
          guard place < text.count, shape.count > path.count, path.count <= 3 else { return nil }
          (self.shape, self.path, end) = (LineHash.of(shape), path, place)
          opening = shape[0]
          return
        }
      }
    }
    return nil
  }

  /// `Q. 01`, `Q-A1`: a letter that stands before a number tells what is counted.
  private static func namesCount(_ text: [Unicode.Scalar], at start: Int) -> Bool {
    guard text[start].isASCIILetter else { return false }
    let rest = text[(start + 1)...].prefix(4).drop { !$0.isWordlike || $0.isASCIILetter }
    return rest.first?.isASCIIDigit ?? false
  }

  private static func opens(_ scalar: Unicode.Scalar) -> Bool { scalar.isOne(of: "(【《“\"「『[`") }

  /// The count that begins at a place, as a whole: its value, a letter for its script, and where it ends.
  private static func count(_ text: [Unicode.Scalar], at start: Int) -> (value: Int, script: Unicode.Scalar, end: Int)? {
    let scalar = text[start]
    func stands(_ end: Int) -> Bool { end >= text.count || !text[end].isASCIIAlphanumeric }
    if scalar.isASCIIDigit {
      var end = start + 1
      if scalar == "0", end < text.count, text[end].lowercased == "x" {
        end += 1
        while end < text.count, end - start < 7, text[end].isASCIIAlphanumeric { end += 1 }
        guard stands(end), let value = Int(String(text[(start + 2)..<end]), radix: 16) else { return nil }
        return (value, "X", end)
      }
      while end < text.count, end - start < 4, text[end].isASCIIDigit { end += 1 }
      guard let value = Int(String(text[start..<end])) else { return nil }
      // `A-3b`, put in behind `A-3`.
      if !stands(end), ("b"..."d").contains(text[end]), stands(end + 1) { return (value, "D", end + 1) }
      return stands(end) ? (value, "D", end) : nil
    }
    if let stem = stems.firstIndex(of: scalar) { return (stem + 1, "S", start + 1) }
    if let (value, end) = HanNumber.read(text, at: start) { return (value, "H", end) }
    if (0x2160...0x216B).contains(scalar.value) { return (Int(scalar.value - 0x2160) + 1, "R", start + 1) }
    if scalar.isASCIILetter, stands(start + 1), start == 0 || !text[start - 1].isASCIILetter {
      return (Int(scalar.lowercased.value - 0x60), "L", start + 1)
    }
    return nil
  }

  /// The ten stems, by which old books and contracts count.
  private static let stems: [Unicode.Scalar] = Array("甲乙丙丁戊己庚辛壬癸".unicodeScalars)
}

/// The heads that count the questions of a page.
enum CountedSeries {
  /// The shapes of heads of which three or more rise down the page, and most of which, sections aside, stand before a question. On a
  /// page whose title announces topics those that count through from one, each above a text of its own, need not ask. O(lines).
  static func shapes(of lines: [PageLine], wording: QuestionWording) -> Set<UInt64> {
    var found: [(shape: UInt64, path: [Int], rest: ArraySlice<Unicode.Scalar>, line: Int)] = []
    for (index, line) in lines.enumerated() where line.content.count <= PageLine.longestTitle && !line.isCode {
      guard let start = line.headStart, let head = CountedHead(line.folded.text, at: start) else { continue }
      found.append((head.shape, head.path, line.folded.text[head.end...], index))
    }
    guard found.count >= 3 else { return [] }
    found.sort { ($0.shape, $0.line) < ($1.shape, $1.line) }
    let announces = lines.first { !$0.isBlank }.map { wording.announcesTopics($0.folded.key) } ?? false
    var shapes: Set<UInt64> = []
    var start = 0
    while start < found.count {
      var end = start + 1
      while end < found.count, found[end].shape == found[start].shape { end += 1 }
      let members = found[start..<end]
      start = end
      guard members.count >= 3 else { continue }
      let rising = zip(members, members.dropFirst()).count { $0.path.lexicographicallyPrecedes($1.path) }
      guard (rising + 1) * 4 >= members.count * 3 else { continue }
      let asking = members.count { !wording.asking($0.rest).isEmpty || isAnswered($0.line, lines) }
      let countsThrough =
        announces && members.count >= 4
        && zip(members, 1...).allSatisfy { $0.path == [$1] && !$0.rest.contains("。") && isOverText($0.line, lines) }
      if asking * 5 >= members.count * 2 || countsThrough { shapes.insert(members[members.startIndex].shape) }
    }
    return shapes
  }

  /// Whether a sentence or code stands right below.
  private static func isOverText(_ index: Int, _ lines: [PageLine]) -> Bool {
    lines[(index + 1)...].prefix(3).first { !$0.isBlank }.map { $0.isProse || $0.isCode || $0.lastScalar == "。" } ?? false
  }

  /// Whether `答：` stands below.
  private static func isAnswered(_ index: Int, _ lines: [PageLine]) -> Bool {
    lines[(index + 1)...].prefix(2).first { !$0.isBlank }?.marked.isAnswer == true
  }
}

extension PageLine {
  /// Where a head may stand that no list knows: behind ornaments, or in place of `A-1`, which answers elsewhere.
  fileprivate var headStart: Int? {
    if let only = marked.markers.first, marked.markers.count == 1 {
      // `Q. 01` is a letter, and a number behind it.
      if only.family == .answer && !only.path.isEmpty || only.family == .letter { return 0 }
    }
    guard marked.markers.allSatisfy({ !$0.isNumbered && $0.family != .answer && $0.family != .question }) else { return nil }
    return marked.contentStart
  }
}
