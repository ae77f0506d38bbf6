/// Where a name is a part of something that is copied, not read: an address, a path, a dotted identifier, a handle, a tag, an
/// option, a version.
///
/// What a slash joins is prose (`encoder/decoder`, `TCP/IP`) unless something else says that it is a path: a host, a file's
/// ending, a root, a version. Han text ends an address, unless a separator of the address leads to it.
enum AddressSyntax {
  /// How far a word is looked at on either side of a name, in bytes: addresses without a scheme are shorter.
  private static let reach = 160

  /// Whether the name at `range` is a part of such a thing. O(1): a stretch of bounded length is looked at, and most names have
  /// a space or a Han character on both sides.
  @inline(__always)
  static func holds(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let isJoined =
      range.lowerBound > 0 && isPart(bytes[range.lowerBound - 1]) || range.upperBound < bytes.count && isPart(bytes[range.upperBound])
    return isJoined && joins(range, in: bytes)
  }

  private static func joins(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var start = range.lowerBound, end = range.upperBound
    while start > 0, range.lowerBound - start < reach, isPart(bytes[start - 1]) { start -= 1 }
    while end < bytes.count, end - range.upperBound < reach, isPart(bytes[end]) { end += 1 }
    let isFirstHan = bytes[range.lowerBound] >= 0xE0, isLastHan = bytes[range.upperBound - 1] >= 0x80
    // A Han name is reached only by a separator or a sign before it, or by a file's ending behind it.
    if isFirstHan, start < range.lowerBound, !isLead(bytes[range.lowerBound - 1]) { start = range.lowerBound }
    if isLastHan, end > range.upperBound, bytes[range.upperBound] != UInt8(ascii: ".") { end = range.upperBound }
    var word = Word(before: start > 0 ? bytes[start - 1] : nil)
    word.bytes.reserveCapacity(end - start)
    for index in start..<range.lowerBound { word.bytes.append(bytes[index]) }
    word.name = word.bytes.count..<word.bytes.count + 1
    word.bytes.append(isFirstHan ? Word.han : Word.name)
    for index in range.upperBound..<end { word.bytes.append(bytes[index]) }
    return word.isAddress
  }

  /// Printable ASCII but for brackets, quotes and the marks that part words.
  @inline(__always)
  private static func isPart(_ byte: UInt8) -> Bool {
    guard (0x21...0x7E).contains(byte) else { return false }
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "*"), UInt8(ascii: ","),
      UInt8(ascii: ";"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "`"),
      UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"):
      return false
    default: return true
    }
  }

  private static func isLead(_ byte: UInt8) -> Bool { "/\\@#".utf8.contains(byte) }
}

/// A stretch without a space, the name in it as one placeholder: what is inside the name says nothing of its surroundings.
private struct Word {
  static let name = UInt8(ascii: "x")
  static let han: UInt8 = 0x80

  /// What stands before the word; `nil` at the beginning of a text.
  let before: UInt8?
  var bytes: [UInt8] = []
  var name = 0..<0

  init(before: UInt8?) { self.before = before }

  var isAddress: Bool {
    let text = trimmed
    guard text.count > 1, let first = text.first else { return false }
    let second = text[text.startIndex + 1]
    if first == UInt8(ascii: "@") || first == UInt8(ascii: "#") { return isWord(second) || second == Self.han }
    if isAtWordStart, first == UInt8(ascii: "-"), second == first, text.count > 2, isWord(text[text.startIndex + 2]) { return true }
    return holdsSign(text) || isVersion(text) || (text.contains(UInt8(ascii: "/")) ? isPath(text) : hasFileEnding(text))
  }

  /// Without what ends a sentence.
  private var trimmed: ArraySlice<UInt8> {
    var text = bytes[...]
    while let last = text.last, ".,:;!?".utf8.contains(last) { text = text.dropLast() }
    while let first = text.first, ":!?".utf8.contains(first) { text = text.dropFirst() }
    return text
  }

  /// After a space, a bracket or a quote; not at the beginning of a text, which may go on after a link, nor after Han.
  private var isAtWordStart: Bool { before.map { $0 < 0x80 } ?? true }

  /// `src\attention`, `me@attention.org`, `://`, `?a=b`.
  private func holdsSign(_ text: ArraySlice<UInt8>) -> Bool {
    for index in text.indices {
      let next = index + 1 < text.endIndex ? text[index + 1] : 0
      let former = index > text.startIndex ? text[index - 1] : 0
      switch text[index] {
      case UInt8(ascii: "\\"): if isWord(next) || isWord(former) || next == Self.han { return true }
      case UInt8(ascii: "@"): if isWord(former), isHostOrVersion(text[(index + 1)...]) { return true }
      case UInt8(ascii: "/"): if next == text[index], former == UInt8(ascii: ":") { return true }
      case UInt8(ascii: "?"): if isWord(next), text[index...].contains(UInt8(ascii: "=")) { return true }
      case UInt8(ascii: "="): if next == UInt8(ascii: "/") { return true }
      default: break
      }
    }
    return text.starts(with: "www.".utf8) || text.starts(with: "WWW.".utf8)
  }

  /// `host.org`, `1.2.0`, `localhost`; not the `k` and `10` of `recall@k` and `MRR@10`.
  private func isHostOrVersion(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first, isWord(first) else { return false }
    let letters = text.prefix { isWord($0) }
    return text.dropFirst(letters.count).first == UInt8(ascii: ".") || letters.count >= 4 && !letters.allSatisfy(isDigit)
  }

  /// `attention-v2.1`, `attention==2.0`.
  private func isVersion(_ text: ArraySlice<UInt8>) -> Bool {
    let rest = bytes[name.upperBound..<max(name.upperBound, text.endIndex)]
    return ["-v", "==", "~=", "/v"].contains { mark in
      rest.starts(with: mark.utf8) && rest.dropFirst(mark.utf8.count).first.map(isDigit) == true
    }
  }

  private func isPath(_ text: ArraySlice<UInt8>) -> Bool {
    let slash = UInt8(ascii: "/")
    let parts = text.split(separator: slash, omittingEmptySubsequences: false)
    let filled = parts.filter { !$0.isEmpty }
    guard let first = filled.first, let last = filled.last else { return false }
    // `/usr/lib`, `/attention` after a space.
    if parts[0].isEmpty {
      return filled.count > 1 && isAtWordStart || before.map { $0 < 0x80 } == true && isWord(text[text.startIndex + 1])
    }
    if first.allSatisfy({ ".~".utf8.contains($0) }) { return true }
    if parts.last?.isEmpty == true, filled.count > 1 { return true }
    if Self.roots.contains(String(decoding: first, as: UTF8.self)) || hasPort(first) || isHost(first) { return true }
    return hasFileEnding(last) || filled.contains { $0.count > 1 && $0.first == UInt8(ascii: "v") && $0.dropFirst().allSatisfy(isDigit) }
  }

  private static let roots: Set = ["src", "lib", "usr", "bin", "var", "tmp", "opt", "home", "node_modules", "C:", "D:"]

  /// `example.com`: at least two labels, the last in small letters. `Node.js` is a name.
  private func isHost(_ part: ArraySlice<UInt8>) -> Bool {
    let labels = part.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard labels.count > 1, let last = labels.last, last.count >= 2, !last.elementsEqual("js".utf8) else { return false }
    return last.allSatisfy(isSmall) && labels.allSatisfy { !$0.isEmpty && $0.allSatisfy { isWord($0) || $0 == UInt8(ascii: "-") } }
  }

  /// `localhost:8080`.
  private func hasPort(_ part: ArraySlice<UInt8>) -> Bool {
    guard let colon = part.firstIndex(of: UInt8(ascii: ":")), colon > part.startIndex else { return false }
    let port = part[(colon + 1)...]
    return (2...5).contains(port.count) && port.allSatisfy(isDigit)
  }

  /// A dot between a letter or digit and small letters: `model.py`, `config.attention`. Not `e.g.`, `3.5`.
  private func hasFileEnding(_ part: ArraySlice<UInt8>) -> Bool {
    guard let dot = part.lastIndex(of: UInt8(ascii: ".")), dot > part.startIndex, dot + 1 < part.endIndex else { return false }
    let former = part[dot - 1]
    return (isWord(former) || former == Self.han) && isSmall(part[dot + 1]) && part[(dot + 1)...].allSatisfy(isWord)
      && part.count - (dot - part.startIndex) > 2
  }

  private func isWord(_ byte: UInt8) -> Bool { WordEdges.isWordByte(byte) }
  private func isSmall(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
  private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
