internal import HanText

/// Stretches of inline Markdown whose bytes mean something: code, formulas, addresses, link targets.
enum ProtectedSpans {
  /// Ascending ranges, without overlaps. O(text).
  static func find(in text: [Unicode.Scalar]) -> [Range<Int>] {
    var spans: [Range<Int>] = []
    var index = 0
    while index < text.count {
      let end: Int? =
        switch text[index] {
        case "\\": min(index + 2, text.count)
        case "`": codeEnd(text, index)
        case "$": formulaEnd(text, index)
        case "h": addressEnd(text, index)
        case "]": targetEnd(text, index)
        // The mark of an image is no punctuation.
        case "!": index + 1 < text.count && text[index + 1] == "[" ? index + 2 : nil
        case "<": tagEnd(text, index)
        case ":": shortcodeEnd(text, index)
        default: nil
        }
      if let end, end > index {
        spans.append(index..<end)
        index = end
      } else {
        index += 1
      }
    }
    return spans
  }

  private static func codeEnd(_ text: [Unicode.Scalar], _ start: Int) -> Int? {
    var open = start
    while open < text.count, text[open] == "`" { open += 1 }
    let length = open - start
    var run = 0
    for index in open..<text.count {
      run = text[index] == "`" ? run + 1 : 0
      if run == length, index + 1 == text.count || text[index + 1] != "`" { return index + 1 }
    }
    // Unclosed: the backticks themselves, so that the search is linear.
    return open
  }

  private static func formulaEnd(_ text: [Unicode.Scalar], _ start: Int) -> Int? {
    let isDisplay = start + 1 < text.count && text[start + 1] == "$"
    var index = start + (isDisplay ? 2 : 1)
    while index < text.count, index - start < 1_000 {
      if text[index] == "\\" {
        index += 2
        continue
      }
      if text[index] == "$" { return min(index + (isDisplay ? 2 : 1), text.count) }
      index += 1
    }
    return nil
  }

  private static func addressEnd(_ text: [Unicode.Scalar], _ start: Int) -> Int? {
    guard text[start...].starts(with: "http://".unicodeScalars) || text[start...].starts(with: "https://".unicodeScalars)
    else { return nil }
    var end = start
    while end < text.count, text[end].isASCII, text[end].value > 0x20, text[end] != "<", text[end] != ">" { end += 1 }
    return end
  }

  /// `](address)`.
  private static func targetEnd(_ text: [Unicode.Scalar], _ start: Int) -> Int? {
    guard start + 1 < text.count, text[start + 1] == "(" else { return nil }
    var index = start + 2, depth = 1
    while index < text.count, index - start < 2_000, text[index] != "\n" {
      if text[index] == "(" { depth += 1 }
      if text[index] == ")" {
        depth -= 1
        if depth == 0 { return index + 1 }
      }
      index += 1
    }
    return nil
  }

  /// `:smile:`, a picture's name; `host:port:path` holds none.
  private static func shortcodeEnd(_ text: [Unicode.Scalar], _ start: Int) -> Int? {
    guard start == 0 || !text[start - 1].isASCIIAlphanumeric && text[start - 1] != ":" else { return nil }
    var end = start + 1
    while end < text.count, end - start <= 40, text[end].isASCIIAlphanumeric || text[end].isOne(of: "_+-") { end += 1 }
    guard end > start + 1, end < text.count, text[end] == ":", text[(start + 1)..<end].contains(where: \.isASCIILetter) else { return nil }
    return end + 1 == text.count || !text[end + 1].isASCIIAlphanumeric ? end + 1 : nil
  }

  /// `<https://…>`, and tags of what looks like code.
  private static func tagEnd(_ text: [Unicode.Scalar], _ start: Int) -> Int? {
    guard start + 1 < text.count, text[start + 1].isASCIILetter || text[start + 1] == "/" else { return nil }
    for index in (start + 1)..<min(start + 300, text.count) where text[index] == ">" { return index + 1 }
    return nil
  }
}
