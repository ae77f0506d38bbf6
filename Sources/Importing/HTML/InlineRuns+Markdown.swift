extension InlineRuns.Image {
  var markdown: String { "![\(MarkdownEscaping.escape(alternative))](\(MarkdownEscaping.destination(address)))" }
}

extension InlineRuns {
  /// The text without markup.
  var plainText: String {
    var bytes: [UInt8] = []
    for run in runs where !run.style.contains(.markup) { bytes += run.bytes }
    return Self.trimmed(String(decoding: bytes, as: UTF8.self))
  }

  var linkShare: Double {
    var linked = 0, all = 0
    for run in runs where !run.style.contains(.markup) {
      all += run.bytes.count
      if run.isLinked { linked += run.bytes.count }
    }
    return all == 0 ? 0 : Double(linked) / Double(all)
  }

  /// Length in bytes of what is bold at the beginning.
  var boldLength: Int {
    let lead = runs.prefix { $0.style.contains(.strong) || Self.trimmed(String(decoding: $0.bytes, as: UTF8.self)).isEmpty }
    return Self.trimmed(String(decoding: lead.flatMap(\.bytes), as: UTF8.self)).utf8.count
  }

  /// The line as inline Markdown: neighbours of one style are written together, white space stays outside of marks.
  var markdown: String {
    var result = ""
    var index = 0
    while index < runs.count {
      let first = runs[index]
      var end = index + 1
      while end < runs.count, runs[end].link == first.link, first.link != nil { end += 1 }
      if let link = first.link {
        let label = Self.styled(runs[index..<end])
        let text = Self.trimmed(label)
        let (before, after) = Self.outerSpace(label)
        result += text.isEmpty ? label : before + Self.link(text, to: link) + after
      } else {
        while end < runs.count, runs[end].link == nil { end += 1 }
        result += Self.styled(runs[index..<end])
      }
      index = end
    }
    return Self.trimmed(result)
  }

  private static func link(_ label: String, to address: String) -> String {
    if label == MarkdownEscaping.escape(address) { return "<\(address)>" }
    let isPlain = address.utf8.allSatisfy { $0 > 0x20 && $0 != 0x28 && $0 != 0x29 && $0 != 0x3C && $0 != 0x3E && $0 < 0x7F }
    return "[\(label)](\(isPlain ? address : "<\(address.filter { $0 != "<" && $0 != ">" && !$0.isNewline })>"))"
  }

  private static func styled(_ runs: ArraySlice<Run>) -> String {
    var result = ""
    var index = runs.startIndex
    while index < runs.endIndex {
      let style = runs[index].style
      var bytes: [UInt8] = []
      repeat {
        bytes += runs[index].bytes
        index += 1
      } while index < runs.endIndex && runs[index].style == style && !style.contains(.formula)
      result += mark(String(decoding: bytes, as: UTF8.self), style)
    }
    return result
  }

  private static func mark(_ text: String, _ style: Style) -> String {
    if style.contains(.formula) || style.contains(.markup) { return text }
    let inside = trimmed(text)
    guard !inside.isEmpty else { return text }
    let (before, after) = outerSpace(text)
    var marked = style.contains(.code) ? MarkdownEscaping.codeSpan(inside) : escaped(inside)
    if style.contains(.strikethrough) { marked = "~~\(marked)~~" }
    if style.contains(.emphasis) { marked = "*\(marked)*" }
    if style.contains(.strong) { marked = "**\(marked)**" }
    return before + marked + after
  }

  /// Text as Markdown; formulas that no script has drawn go on as such.
  private static func escaped(_ text: String) -> String {
    guard TeXDelimiters.mayHave(text) else { return MarkdownEscaping.escape(text) }
    return TeXDelimiters.pieces(of: text).map { $0.markdown ?? MarkdownEscaping.escape($0.text) }.joined()
  }

  private static func trimmed(_ text: String) -> String {
    let bytes = text.utf8
    guard bytes.first == 0x20 || bytes.last == 0x20 else { return text }
    return String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  private static func outerSpace(_ text: String) -> (String, String) {
    (text.hasPrefix(" ") ? " " : "", text.hasSuffix(" ") ? " " : "")
  }
}
