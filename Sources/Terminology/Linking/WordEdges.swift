/// Where a Latin word may begin and end.
///
/// Names that begin or end with a letter or digit stand as words of their own: not inside a longer word, an identifier
/// (`model.generate`, `top_k`, `FineTuning`), a hyphenated compound that they close (`self-attention` is not attention) or a version
/// (`GPT-4` is not GPT, `LoRA+` is not LoRA, `Transformer-XL` not the Transformer); see `AddressSyntax` for addresses and paths. In brackets alone (`[MASK]`) they are marks of a text, not words. Han text beside
/// them is an edge.
enum WordEdges {
  @inline(__always)
  static func isWordByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
  }

  /// Whether a word may begin at `index`.
  @inline(__always)
  static func begins(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard index > 0 else { return true }
    let before = bytes[index - 1]
    switch before {
    case UInt8(ascii: "_"), UInt8(ascii: "\\"), UInt8(ascii: "@"), UInt8(ascii: "#"): return false
    case UInt8(ascii: "-"), UInt8(ascii: "."): return index < 2 || !endsLetter(before: index - 1, in: bytes)
    default: return !endsLetter(before: index, in: bytes)
    }
  }

  /// Whether a word may end at `index`.
  @inline(__always)
  static func ends(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard index < bytes.count else { return true }
    let after = bytes[index]
    let next = index + 1 < bytes.count ? bytes[index + 1] : 0
    switch after {
    case UInt8(ascii: "_"): return false
    case UInt8(ascii: "-"): return !(0x30...0x39).contains(next)
    case UInt8(ascii: "."): return !isWordByte(next)
    // A plus between two names joins them; one that nothing follows belongs to the name.
    case UInt8(ascii: "+"): return isWordByte(next) || (0xE4...0xE9).contains(next)
    case 0xC3...0xD4: return false
    case 0xEF: return !(TermFolding.narrow(at: index, in: bytes).map(isWordByte) ?? false)
    default: return !isWordByte(after)
    }
  }

  /// Whether a name that begins or ends with this byte needs no edge of its own: all signs but brackets and quotes.
  static func isOpenEdge(_ byte: UInt8) -> Bool {
    (0x21...0x7E).contains(byte) && !isWordByte(byte) && !"<>()[]{}\"'`$|".utf8.contains(byte)
  }

  /// Whether a proper name goes on with up to four capitals and digits, and names a member of a family: `Transformer-XL`,
  /// `DeepSeek-V3`.
  @inline(__always)
  static func namesMember(from start: Int, to end: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard end < bytes.count, bytes[end] == UInt8(ascii: "-"), (0x41...0x5A).contains(bytes[start]) else { return false }
    return isDesignation(at: end + 1, in: bytes)
  }

  private static func isDesignation(at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var end = start
    while end < bytes.count, (0x41...0x5A).contains(bytes[end]) || (0x30...0x39).contains(bytes[end]) { end += 1 }
    return (1...4).contains(end - start) && (end == bytes.count || !isWordByte(bytes[end]))
  }

  /// Whether a name whose edge is a sign is no part of a longer one: `.NET` in `ASP.NET`, `Q*` in `Q*bert`, `C+` in `C++`.
  static func standsApart(from start: Int, to end: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if isOpenEdge(bytes[start]), start > 0, isWordByte(bytes[start - 1]) || bytes[start - 1] == bytes[start] { return false }
    guard isOpenEdge(bytes[end - 1]), end < bytes.count else { return true }
    return bytes[end] != bytes[end - 1] && !(0x61...0x7A).contains(bytes[end] | 0x20)
  }

  /// Whether nothing but a word in square brackets stands here.
  @inline(__always)
  static func isBracketed(from start: Int, to end: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    start > 0 && end < bytes.count && bytes[start - 1] == UInt8(ascii: "[") && bytes[end] == UInt8(ascii: "]")
  }

  /// Whether the word is put together as programs write names: `FineTuning`.
  static func hasInnerCapital(from start: Int, to end: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    (start + 1..<max(start + 1, end)).contains { (0x41...0x5A).contains(bytes[$0]) && (0x61...0x7A).contains(bytes[$0 - 1]) }
  }

  /// Whether a proper name goes on behind an abbreviation: `MT-Bench`, `LoRA-FA`.
  @inline(__always)
  static func continuesName(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    index + 1 < bytes.count && bytes[index] == UInt8(ascii: "-") && (0x41...0x5A).contains(bytes[index + 1])
  }

  /// Whether an alphabetic letter or a digit ends before `index`: ASCII, full-width, or one of two bytes (é, α, д).
  @inline(__always)
  private static func endsLetter(before index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let last = bytes[index - 1]
    if last < 0x80 { return isWordByte(last) }
    if index >= 2, (0xC3...0xD4).contains(bytes[index - 2]) { return true }
    return index >= 3 && (TermFolding.narrow(at: index - 3, in: bytes).map(isWordByte) ?? false)
  }
}
