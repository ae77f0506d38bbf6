internal import Diagnostics

/// A `[[…` that was probably meant as a link to a term and is none: it stays in the page as it is written.
struct WikiLinkFault {
  private let summary: String
  private let suggestion: String
  private let text: String
  /// Bytes that need not be looked at again.
  let length: Int

  /// How far a closing pair is looked for, in bytes; and how many faults of one file are told.
  private static let longest = 400
  static let mostOfAFile = 20

  /// Of what begins at `index` and is no link; `nil` where it looks like brackets that mean themselves: lists of numbers
  /// (`[[1, 2], [3, 4]]`), an index (`a[[0]]`), conditions of a shell (`[[ -f x ]]`).
  static func found(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> WikiLinkFault? {
    let (opening, closing) = (UInt8(ascii: "["), UInt8(ascii: "]"))
    guard index + 1 < bytes.count, bytes[index + 1] == opening, index == 0 || bytes[index - 1] != opening else { return nil }
    // `[\[`: the second one is escaped.
    if RepairMarks.beginsWithBoundary(UnsafeBufferPointer(rebasing: bytes[(index + 2)...])) { return nil }
    var end = index + 2
    let last = min(bytes.count, index + longest)
    while end < last, !(bytes[end] == closing && end + 1 < bytes.count && bytes[end + 1] == closing) { end += 1 }
    let inside = plain(bytes[(index + 2)..<end])
    let isClosed = end < last
    let isAttached = index > 0 && (isWordByte(bytes[index - 1]) || bytes[index - 1] == closing || bytes[index - 1] == UInt8(ascii: ")"))
    // Enough to find it in the source, which may write signs otherwise.
    let text = isClosed ? "[[\(inside)]]" : "[[" + inside.prefix { $0.isLetter || $0.isNumber || $0 == " " }.prefix(10)
    func fault(_ summary: String, _ suggestion: String) -> WikiLinkFault {
      WikiLinkFault(summary: summary, suggestion: suggestion, text: text, length: max(2, isClosed ? end + 2 - index : 2))
    }
    let name = inside.prefix { $0 != "|" }
    if isClosed, inside.allSatisfy({ $0 == " " || $0 == "|" }) {
      return isAttached ? nil : fault("link to a term names none", "write [[term]] or [[term|words]], or \\[[ for brackets")
    }
    if isClosed, name.allSatisfy({ $0 == " " }) { return fault("link to a term has words and no term", "write [[term\(inside)]]") }
    if isClosed, inside.drop(while: { $0 != "|" }).dropFirst().allSatisfy({ $0 == " " }), inside.contains("|") {
      return fault("link to a term has a bar and no words after it", "write [[\(name)]] or [[\(name)|words]]")
    }
    // Nothing else is sure enough where a word stands before, or no letter in between.
    guard !isAttached, inside.first.map({ $0.isLetter }) == true else { return nil }
    if inside.contains("[[") {
      return fault("link to a term is opened again before it is closed", "write [[term]], with no brackets inside")
    }
    if isClosed {
      return fault("link to a term has a bracket inside", "write [[term]] or [[term|words]], and brackets inside as \\[")
    }
    return fault(
      "link to a term is opened and not closed in plain words",
      "write [[term]] or [[term|words]] without marks inside, or \\[[ for brackets")
  }

  func diagnostic(in file: SourceFile, nearLine line: Int) -> Diagnostic {
    let place = file.location(of: text, nearLine: line) { !Self.isLink($1) }
    return Diagnostic(.warning, rule: "wiki-link", summary, at: place, suggestion: suggestion)
  }

  /// Whether a link that is none of the faults begins here in the source: plain words between the brackets.
  private static func isLink(_ source: ArraySlice<UInt8>) -> Bool {
    source.withUnsafeBufferPointer { bytes in
      guard case .wikiLink(_, _, let end) = OwnSyntax.found(at: 0, in: bytes) else { return false }
      return !bytes[..<end].contains { "*`<>".utf8.contains($0) }
    }
  }

  /// Without the marks of repairs.
  private static func plain(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    var result: [UInt8] = []
    RepairMarks.append(UnsafeBufferPointer(rebasing: bytes), to: &result)
    return String(decoding: result, as: UTF8.self)
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "_")
  }
}
