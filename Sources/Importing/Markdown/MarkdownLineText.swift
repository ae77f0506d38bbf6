internal import MarkdownTree

/// The text of a line of Markdown without the marks of its block, as inline Markdown and as a reader sees it.
struct MarkdownLineText {
  let markdown: String
  let plain: String
  let images: [(address: String, alternative: String)]
  let linkDensity: Double
  let links: [String]
  let isBold: Bool

  init(_ line: Substring, _ hint: LineHint) {
    var rest = line.drop { $0.isWhitespace }
    for _ in 0..<hint.quoteDepth where rest.first == ">" { rest = rest.dropFirst().drop { $0.isWhitespace } }
    switch hint.role {
    case .heading:
      rest = rest.drop { $0 == "#" }.drop { $0.isWhitespace }
      while rest.last == "#" || rest.last?.isWhitespace == true { rest = rest.dropLast() }
    case .listItem: rest = Self.withoutListMark(rest)
    default: break
    }
    markdown = Self.withoutBreak(Self.withoutTags(rest.trimmingSpace()))
    guard markdown.utf8.contains(where: { "*_`[]!<>$\\&~:".utf8.contains($0) }) else {
      (plain, images, links, linkDensity, isBold) = (markdown, [], [], 0, false)
      return
    }
    let tree = MarkdownTree.parse(markdown).tree
    let all = tree.links
    images = all.filter(\.isImage).map { ($0.destination, $0.text) }
    links = all.filter { !$0.isImage }.map(\.destination)
    // Nothing but images: a reader sees no text.
    let text = tree.firstParagraph
    let imageText = all.filter(\.isImage).reduce(0) { $0 + $1.text.count }
    plain = text.count <= imageText ? "" : text
    let linked = all.filter { !$0.isImage }.reduce(0) { $0 + $1.text.count }
    linkDensity = plain.isEmpty ? 0 : min(1, Double(linked) / Double(plain.count))
    isBold =
      markdown.hasPrefix("**") && markdown.hasSuffix("**") && markdown.dropFirst(2).dropLast(2).firstRange(of: "**") == nil
      && markdown.utf8.count > 4
  }

  /// A backslash at the end of a line is a line break, and a line is read as one anyway.
  private static func withoutBreak(_ text: String) -> String {
    text.reversed().prefix { $0 == "\\" }.count.isMultiple(of: 2) ? text : String(text.dropLast()).trimmingSpace()
  }

  /// Cells of a table row, as inline Markdown.
  static func cells(_ line: Substring) -> [String] {
    var cells: [String] = [""]
    var isEscaped = false
    for character in line.trimmingSpace() {
      if character == "|", !isEscaped { cells.append("") } else { cells[cells.count - 1].append(character) }
      isEscaped = character == "\\" && !isEscaped
    }
    if cells.first?.trimmingSpace().isEmpty == true { cells.removeFirst() }
    if cells.last?.trimmingSpace().isEmpty == true, cells.count > 1 { cells.removeLast() }
    return cells.map { withoutTags($0.trimmingSpace(), keepsBreaks: true) }
  }

  private static func withoutListMark(_ text: Substring) -> Substring {
    var rest = text
    if let first = rest.first, "-+*".contains(first) {
      rest = rest.dropFirst()
    } else {
      rest = rest.drop { $0.isASCII && $0.isNumber }
      if rest.first == "." || rest.first == ")" { rest = rest.dropFirst() }
    }
    rest = rest.drop { $0.isWhitespace }
    for box in ["[ ] ", "[x] ", "[X] "] where rest.hasPrefix(box) { rest = rest.dropFirst(box.count) }
    return rest
  }

  /// Raw HTML goes, its text stays; code spans and autolinks are left alone.
  ///
  /// - Parameter keepsBreaks: Whether breaks stay as such: in a cell they are all that parts its lines.
  static func withoutTags(_ text: String, keepsBreaks: Bool = false) -> String {
    guard text.utf8.contains(0x3C) else { return text }
    var result = ""
    var rest = text[...]
    var isCode = false
    while let character = rest.first {
      // `\\<名字>` is text.
      if character == "\\", !isCode, rest.count > 1 {
        result += rest.prefix(2)
        rest = rest.dropFirst(2)
        continue
      }
      if character == "`" { isCode.toggle() }
      if character == "<", !isCode, let next = rest.dropFirst().first, next.isASCII && next.isLetter || next == "/" || next == "!",
        let close = rest.firstIndex(of: ">"), rest[..<close].firstRange(of: "://") == nil || rest.hasPrefix("<img") || rest.hasPrefix("<a ")
      {
        if rest.hasPrefix("<br") { result += keepsBreaks ? "<br>" : " " }
        rest = rest[rest.index(after: close)...]
        continue
      }
      result.append(character)
      rest = rest.dropFirst()
    }
    return result.trimmingSpace()
  }
}
