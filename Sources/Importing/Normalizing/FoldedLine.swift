internal import HanText

/// What rules read of a line: its characters with widths folded, references decoded and invisible ones gone.
struct FoldedLine: Sendable {
  /// Lines are judged by their first 4,096 characters; no sign of a title or an advertisement stands later.
  static let reach = 4_096

  /// Columns of white space before the text; a tab counts four.
  let indent: Int
  /// Trimmed, runs of space as one, case kept.
  let text: [Unicode.Scalar]
  /// The same characters, one for one, with their widths as the page has them.
  let written: [Unicode.Scalar]
  /// Only what is read aloud, in small letters, disguises undone: what phrases are matched against.
  let key: [Unicode.Scalar]
  /// Length of the whole line, in characters.
  let length: Int
  /// Whether references had survived in the text.
  let hadEntities: Bool

  init(_ line: String, disguises: Disguises) {
    var indent = 0
    var source: [Unicode.Scalar] = []
    source.reserveCapacity(min(line.utf8.count, Self.reach))
    var length = 0
    var isLeading = true
    let isBoxed = Self.boxes(line)
    for scalar in line.unicodeScalars {
      length += 1
      if length > Self.reach { continue }
      if isLeading {
        if scalar.isSpace {
          indent += scalar == "\t" ? 4 : scalar.value == 0x3000 ? 2 : 1
          continue
        }
        if scalar.isInvisible || isBoxed && Self.isUpright(scalar) { continue }
        isLeading = false
      }
      source.append(scalar)
    }
    let decoded = Entities.decode(source)
    hadEntities = decoded.count != source.count
    var text: [Unicode.Scalar] = [], written: [Unicode.Scalar] = [], key: [Unicode.Scalar] = []
    text.reserveCapacity(decoded.count)
    written.reserveCapacity(decoded.count)
    key.reserveCapacity(decoded.count)
    var isBehindSpace = true
    for scalar in decoded where !scalar.isInvisible {
      if scalar.isSpace {
        guard !isBehindSpace else { continue }
        text.append(" ")
        written.append(" ")
        isBehindSpace = true
      } else {
        isBehindSpace = false
        let folded = WidthFolding.fold(scalar)
        text.append(folded)
        written.append(scalar)
        if folded.isWordlike { key.append(folded.keyed) }
      }
    }
    if text.last == " " {
      text.removeLast()
      written.removeLast()
    }
    self.written = written
    self.indent = indent
    self.text = text
    self.length = length > Self.reach ? length : text.count
    self.key = disguises.undo(key)
  }

  /// Whether the line stands in a box of which only the left side is drawn: `│ text`. Tables and trees have further lines.
  static func boxes(_ line: String) -> Bool {
    guard line.utf8.first.map({ $0 == 0xE2 || $0 <= 0x20 || $0 == 0xE3 }) ?? false,
      let first = line.unicodeScalars.first(where: { !$0.isSpace }), isUpright(first)
    else { return false }
    return line.unicodeScalars.count { (0x2500...0x257F).contains($0.value) } == 1
  }

  private static func isUpright(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0x2502 || scalar.value == 0x2503 || scalar.value == 0x2551
  }

  var isBlank: Bool { text.isEmpty }

  var string: String { String(text) }
}
