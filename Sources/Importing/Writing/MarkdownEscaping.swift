/// Plain text as Markdown that reads the same: escapes only what would mean something, since people edit the result.
package enum MarkdownEscaping {
  /// Escapes inline text. Addresses and `$…$` formulas with TeX in them stay as they are. O(bytes).
  package static func escape(_ text: String) -> String { escape(text, isLabel: false) }

  /// Text that is to be the label of a link: every bracket is escaped.
  package static func label(_ text: String) -> String { escape(text, isLabel: true) }

  /// An address between `<` and `>`, which nothing in it can close.
  package static func destination(_ address: String) -> String {
    let safe = address.replacing("<", with: "%3C").replacing(">", with: "%3E").replacing("\\", with: "%5C")
    return "<\(safe)>"
  }

  private static func escape(_ text: String, isLabel: Bool) -> String {
    let bytes = Array(text.utf8)
    guard bytes.contains(where: isSpecial) else { return text }
    let hasLinkSyntax = isLabel || contains(bytes, [0x5D, 0x28]) || contains(bytes, [0x5B, 0x5B])
    let tildes = bytes.count { $0 == 0x7E }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 16)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      if byte == 0x68, let end = addressEnd(bytes, at: index) {
        result += bytes[index..<end]
        index = end
        continue
      }
      if byte == 0x24, let end = formulaEnd(bytes, at: index) {
        result += bytes[index..<end]
        index = end
        continue
      }
      let escapes: Bool
      switch byte {
      // One at the end of a line would break it.
      case 0x5C: escapes = isPunctuation(next) || index + 1 == bytes.count
      case 0x2A: escapes = !(isSpace(index > 0 ? bytes[index - 1] : 0x20) && isSpace(next))
      case 0x5F: escapes = !(isWord(index > 0 ? bytes[index - 1] : 0) && isWord(next))
      case 0x60, 0x24: escapes = true
      case 0x5B, 0x5D: escapes = hasLinkSyntax
      case 0x3C: escapes = isLetter(next) || next == 0x2F || next == 0x21 || next == 0x3F
      case 0x26: escapes = next == 0x23 || isLetter(next)
      case 0x7E: escapes = tildes > 1
      default: escapes = false
      }
      if escapes { result.append(0x5C) }
      result.append(byte)
      index += 1
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Keeps the beginning of a paragraph from being read as a heading, a list, a quote or a rule.
  package static func escapeLineStart(_ line: String) -> String {
    let bytes = Array(line.utf8)
    guard let first = bytes.first else { return line }
    switch first {
    case 0x23:
      let level = bytes.prefix { $0 == 0x23 }.count
      return level <= 6 && (bytes.count == level || isSpace(bytes[level])) ? "\\" + line : line
    case 0x3E: return "\\" + line
    // `[name]: …` and `[^name]: …` would define something and be gone.
    case 0x5B: return contains(bytes, [0x5D, 0x3A]) ? "\\" + line : line
    case 0x2D, 0x2B, 0x2A, 0x3D:
      let isRule = first != 0x2B && bytes.allSatisfy { $0 == first || $0 == 0x20 }
      return isRule || (first != 0x3D && bytes.count > 1 && isSpace(bytes[1])) ? "\\" + line : line
    case 0x30...0x39:
      let digits = bytes.prefix { (0x30...0x39).contains($0) }.count
      guard digits <= 9, digits < bytes.count, bytes[digits] == 0x2E || bytes[digits] == 0x29,
        digits + 1 == bytes.count || isSpace(bytes[digits + 1])
      else { return line }
      return String(decoding: bytes[..<digits], as: UTF8.self) + "\\" + String(decoding: bytes[digits...], as: UTF8.self)
    default: return line
    }
  }

  /// A code span with as many backticks as its content asks for.
  package static func codeSpan(_ code: String) -> String {
    var longest = 0, run = 0
    for byte in code.utf8 {
      run = byte == 0x60 ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let pad = code.hasPrefix("`") || code.hasSuffix("`") ? " " : ""
    return fence + pad + code + pad + fence
  }

  /// `$…$` whose inside is TeX: it has a command, an index or an exponent. Amounts of money have none.
  private static func formulaEnd(_ bytes: [UInt8], at start: Int) -> Int? {
    let isDisplay = start + 1 < bytes.count && bytes[start + 1] == 0x24
    let open = start + (isDisplay ? 2 : 1)
    guard open < bytes.count, isDisplay || !isSpace(bytes[open]) else { return nil }
    var index = open
    var isTeX = false
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x5C {
        isTeX = true
        index += 2
        continue
      }
      if byte == 0x24 {
        let close = index + (isDisplay ? 2 : 1)
        guard isTeX || isPlainFormula(bytes[open..<index], before: close < bytes.count ? bytes[close] : 0x20), close <= bytes.count,
          index > open, isDisplay || !isSpace(bytes[index - 1])
        else { return nil }
        return !isDisplay || bytes[index + 1] == 0x24 ? close : nil
      }
      if byte == 0x5E || byte == 0x5F { isTeX = true }
      index += 1
    }
    return nil
  }

  /// `$n$`, `$O(n)$`, `${abc}$`: names of one letter each, or braces around all. Prices and variables of a shell are none.
  private static func isPlainFormula(_ source: ArraySlice<UInt8>, before next: UInt8) -> Bool {
    guard let first = source.first, let last = source.last, next >= 0x80 || !isWord(next) else { return false }
    if first == 0x7B, last == 0x7D { return !source.dropFirst().dropLast().contains { $0 == 0x7B || $0 == 0x7D || $0 >= 0x80 } }
    guard isLetter(first), isWord(last) || last == 0x29 else { return false }
    var previous: UInt8 = 0x20
    for byte in source {
      guard isWord(byte) || " ()+-*/=<>,.|".utf8.contains(byte), !(isLetter(byte) && isWord(previous)) else { return false }
      previous = byte
    }
    return true
  }

  private static func addressEnd(_ bytes: [UInt8], at start: Int) -> Int? {
    guard bytes[start...].starts(with: "http://".utf8) || bytes[start...].starts(with: "https://".utf8) else { return nil }
    var end = start
    while end < bytes.count, bytes[end] > 0x20, bytes[end] < 0x7F, bytes[end] != 0x3C, bytes[end] != 0x3E { end += 1 }
    return end
  }

  private static func contains(_ bytes: [UInt8], _ pair: [UInt8]) -> Bool {
    bytes.indices.dropLast().contains { bytes[$0] == pair[0] && bytes[$0 + 1] == pair[1] }
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x5C, 0x2A, 0x5F, 0x60, 0x24, 0x5B, 0x5D, 0x3C, 0x26, 0x7E: true
    default: false
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A }
  private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }
  private static func isWord(_ byte: UInt8) -> Bool { isLetter(byte) || (0x30...0x39).contains(byte) || byte >= 0x80 }
  private static func isPunctuation(_ byte: UInt8) -> Bool {
    (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
      || (0x7B...0x7E).contains(byte)
  }
}
