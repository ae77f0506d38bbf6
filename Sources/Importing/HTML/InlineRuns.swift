internal import HanText

/// The inline content of one line while it is being read: pieces of text with a style each, white space collapsed.
struct InlineRuns {
  struct Style: OptionSet, Hashable {
    let rawValue: UInt8
    static let strong = Style(rawValue: 1)
    static let emphasis = Style(rawValue: 2)
    static let strikethrough = Style(rawValue: 4)
    static let code = Style(rawValue: 8)
    /// TeX source, already between dollar signs.
    static let formula = Style(rawValue: 16)
    /// Markdown that stands as it is: an image.
    static let markup = Style(rawValue: 32)
  }

  struct Run {
    var bytes: [UInt8]
    var style: Style
    /// Target of the enclosing link.
    var link: String?
    /// Whether the run stands in any link, also one that leads nowhere.
    var isLinked: Bool
  }

  struct Image {
    let address: String
    /// Empty where the page says nothing of the image.
    let alternative: String
  }

  var runs: [Run] = []
  private(set) var images: [Image] = []
  /// First and last source line of what was read.
  private(set) var lines: ClosedRange<Int>?
  /// White space that was read and not yet written: whether it held a line break.
  private var space: (isPending: Bool, hasBreak: Bool) = (false, false)

  var isEmpty: Bool { runs.isEmpty }

  /// Whether the line so far is a sentence that has begun and not ended: it has a comma and no full stop at its end.
  var endsInsideSentence: Bool {
    // Asked at each line break: a line so long is none that a page broke, and is not read again each time.
    guard runs.reduce(0, { $0 + $1.bytes.count }) < 4_096 else { return false }
    let text = plainText
    guard let last = text.unicodeScalars.last, !last.isOne(of: "。！？；：….!?;:，,、”」』）)】》~") else { return false }
    return text.unicodeScalars.contains { $0 == "，" || $0 == "," || $0 == "、" } && text.firstRange(of: "://") == nil
  }

  /// Whether all of it is bold.
  var isBold: Bool { runs.allSatisfy { $0.style.contains(.strong) } }

  /// Targets of the links, in order, each once in a row.
  var links: [String] {
    runs.compactMap(\.link).reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }

  mutating func touch(line: Int) {
    lines = lines.map { min($0.lowerBound, line)...max($0.upperBound, line) } ?? line...line
  }

  /// Appends text of the source, which begins on `line`. O(bytes).
  mutating func append(
    _ text: UnsafeBufferPointer<UInt8>, style: Style, link: String?, isLinked: Bool, line: Int
  ) {
    var line = line
    var index = 0
    let count = text.count
    while index < count {
      let byte = text[index]
      let length = Self.spaceLength(text, at: index)
      if length > 0 {
        space.isPending = true
        if byte == 0x0A {
          space.hasBreak = true
          line += 1
        }
        index += length
        continue
      }
      if let ignored = Self.ignoredLength(text, at: index) {
        index += ignored
        continue
      }
      // Up to the next character that may be a space or ignored.
      var end = min(count, index + (byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4))
      while end < count, !Self.maySeparate(text[end]) { end += 1 }
      let isWide = byte == 0xEF || (byte >= 0xE3 && byte <= 0xE9) || byte == 0xF0
      openRun(style: style, link: link, isLinked: isLinked, nextIsWide: isWide)
      runs[runs.count - 1].bytes.append(contentsOf: text[index..<end])
      touch(line: line)
      index = end
    }
  }

  /// Appends a piece that is not collapsed: a formula, an image.
  mutating func append(_ piece: String, style: Style, link: String?, isLinked: Bool, line: Int) {
    openRun(style: style, link: link, isLinked: isLinked, nextIsWide: false)
    runs[runs.count - 1].bytes += Array(piece.utf8)
    touch(line: line)
  }

  mutating func append(_ image: Image, line: Int) {
    images.append(image)
    append(image.markdown, style: .markup, link: nil, isLinked: false, line: line)
  }

  /// Writes pending space, and begins a run where style or link change.
  private mutating func openRun(style: Style, link: String?, isLinked: Bool, nextIsWide: Bool) {
    if space.isPending, !runs.isEmpty {
      // A line break of the source between Han characters is how the page was saved, not a space of the text.
      let isArtefact = space.hasBreak && (nextIsWide || lastIsWide)
      if !isArtefact { runs[runs.count - 1].bytes.append(0x20) }
    }
    space = (false, false)
    if let last = runs.last, last.style == style, last.link == link, last.isLinked == isLinked,
      !style.contains(.formula), !style.contains(.markup)
    {
      return
    }
    runs.append(Run(bytes: [], style: style, link: link, isLinked: isLinked))
  }

  private var lastIsWide: Bool {
    guard let bytes = runs.last?.bytes, let lead = bytes.lastIndex(where: { $0 & 0xC0 != 0x80 }) else { return false }
    return bytes[lead] == 0xEF || (bytes[lead] >= 0xE3 && bytes[lead] <= 0xE9) || bytes[lead] == 0xF0
  }

  /// Whether a byte is a space or control character, or may begin one of those that `spaceLength` and `ignoredLength` know.
  private static func maySeparate(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xE2 || byte == 0xE3 || byte == 0xEF
  }

  /// ASCII white space, no-break space, ideographic space and the fixed-width spaces.
  private static func spaceLength(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    switch text[index] {
    case 0x20, 0x09, 0x0A, 0x0C, 0x0D: 1
    case 0xC2 where index + 1 < text.count && text[index + 1] == 0xA0: 2
    case 0xE3 where index + 2 < text.count && text[index + 1] == 0x80 && text[index + 2] == 0x80: 3
    case 0xE2
    where index + 2 < text.count
      && (text[index + 1] == 0x80 && text[index + 2] <= 0x8A || text[index + 1] == 0x80 && text[index + 2] == 0xAF):
      3
    default: 0
    }
  }

  /// Characters without width (ZWSP, word joiner, BOM, soft hyphen, marks of direction) and control characters.
  private static func ignoredLength(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
    let byte = text[index]
    if byte < 0x20 || byte == 0x7F { return 1 }
    guard index + 1 < text.count else { return nil }
    let second = text[index + 1]
    if byte == 0xC2, second == 0xAD || (second >= 0x80 && second <= 0x9F) { return 2 }
    guard index + 2 < text.count else { return nil }
    let third = text[index + 2]
    if byte == 0xE2, second == 0x80, third == 0x8B || third == 0x8C || third == 0x8E || third == 0x8F { return 3 }
    if byte == 0xE2, second == 0x80, third >= 0xAA, third <= 0xAE { return 3 }
    if byte == 0xE2, second == 0x81, third >= 0xA0, third <= 0xA9 { return 3 }
    if byte == 0xEF, second == 0xBB, third == 0xBF { return 3 }
    return nil
  }
}
