internal import ContentModel
package import Diagnostics

/// The text of a scraped file as UTF-8 with `\n` as line break, and how it was found.
package struct DecodedText: Sendable {
  package let bytes: [UInt8]
  package let encoding: TextEncoding
  /// Faults that did not prevent reading: wrong bytes replaced, NUL bytes dropped, a label that lies.
  package let diagnostics: [Diagnostic]

  /// The largest scraped document that is read, in bytes: a page of text is a thousandth of it.
  package static let maximumSize = 16 << 20

  /// The largest list that is read, of titles one a line, in bytes: some ten million of them.
  package static let maximumListSize = 256 << 20

  /// Finds the encoding and decodes.
  ///
  /// Order of evidence: a byte order mark; UTF-16's pattern of zeros; text that is valid UTF-8 (pages saved by a
  /// browser are, whatever their `<meta>` still says), all of it or most of its lines; the declared encoding; the likeliest of
  /// GB18030 and Big5; Windows-1252, Korean, Japanese or Russian where it reads as neither.
  ///
  /// - Parameter limit: the most bytes that are read.
  /// - Throws: ``UnreadableDocument``, which says why nothing of the file can be read: too large, binary.
  package static func decode(
    _ bytes: [UInt8], path: String, limit: Int = maximumSize
  ) throws(UnreadableDocument) -> DecodedText {
    guard bytes.count <= limit else {
      throw UnreadableDocument(
        .error, "too-large", "A file of \(bytes.count >> 20) MiB exceeds \(limit >> 20) MiB", path,
        suggestion: "split the file, or remove what is not text from it")
    }
    if let kind = BinaryKind(of: bytes) {
      throw UnreadableDocument(
        .error, "binary-file", "Binary data (\(kind)) instead of text", path,
        suggestion: "export the document as text, HTML or Markdown")
    }
    var decoder = Decoder(path: path)
    var (text, encoding) = decoder.decode(bytes)
    decoder.normalizeBytes(&text)
    return DecodedText(bytes: text, encoding: encoding, diagnostics: decoder.diagnostics)
  }

  /// The text in one encoding, and how much it reads like text.
  private struct Reading {
    let encoding: TextEncoding
    let text: CharacterConversion.Result
    let score: Double

    var isLikely: Bool { score >= 0.1 }
    var isSure: Bool { score >= 0.25 }
  }

  private struct Decoder {
    let path: String
    var diagnostics: [Diagnostic] = []

    mutating func decode(_ bytes: [UInt8]) -> ([UInt8], TextEncoding) {
      if let mark = TextEncoding.byteOrderMark(of: bytes) {
        let body = bytes[mark.length...]
        if mark.encoding == .utf8 { return (validUTF8(Array(body)), .utf8) }
        if Self.isPlainlyUTF8(body) {
          diagnostics.append(
            Diagnostic(
              .warning, rule: "wrong-encoding", "The mark of \(mark.encoding) stands before UTF-8: read as UTF-8",
              at: SourceLocation(path: path, line: 1, column: 1), suggestion: "save the document as UTF-8"))
          return (Array(body), .utf8)
        }
        return (converted(body, from: mark.encoding), mark.encoding)
      }
      if let encoding = TextEncoding.utf16WithoutMark(bytes) { return (converted(bytes[...], from: encoding), encoding) }
      guard UTF8Validation.firstFault(in: bytes) != nil else { return (bytes, .utf8) }
      let label = TextEncoding.declaredLabel(in: bytes)
      let declared = label.flatMap { TextEncoding(label: $0) }
      if let label, declared == nil {
        diagnostics.append(
          Diagnostic(
            .warning, rule: "unknown-encoding", "Unknown encoding \"\(label)\": found from the content instead",
            at: SourceLocation(path: path, line: 1, column: 1)))
      }
      if let mixed = MixedLines(bytes) {
        report(mixed, in: bytes)
        return (mixed.bytes, .utf8)
      }
      return likeliest(of: bytes, declared: declared)
    }

    /// The declared encoding when the text reads well in it, else the one in which it reads best.
    private mutating func likeliest(of bytes: [UInt8], declared: TextEncoding?) -> ([UInt8], TextEncoding) {
      func read(_ encodings: [TextEncoding]) -> Reading? {
        encodings.compactMap { encoding in
          guard let text = CharacterConversion.convert(bytes[...], from: encoding) else { return nil }
          let score = encoding.plausibility(of: text)
          // A page is to be believed where the bytes do not speak against it.
          return Reading(encoding: encoding, text: text, score: encoding == declared ? score * 1.5 + 0.02 : score)
        }.reduce(nil) { best, next in best.map { $0.score >= next.score } ?? false ? best : next }
      }
      var best = read([declared].compactMap { $0 } + [.utf8, .gb18030, .big5].filter { $0 != declared })
      if declared == nil || declared == .utf8, best?.isSure != true {
        if best?.isLikely != true, TextEncoding.isLatin(bytes), let text = CharacterConversion.convert(bytes[...], from: .windows1252) {
          reportGuess("read as Windows-1252")
          return (text.bytes, .windows1252)
        }
        if let other = read([.korean, .japanese, .japaneseEUC, .windows1251, .koi8]), other.isSure, other.score >= 2 * (best?.score ?? 0) {
          reportGuess("read as \(other.encoding)")
          best = other
        } else if let best, !best.isLikely, best.encoding != .utf8, bytes.count >= 80 {
          reportGuess("nothing fits, read as \(best.encoding)")
        }
      }
      guard let best else { return (validUTF8(bytes), .utf8) }
      if best.text.invalidCount > 0 { reportInvalid(best.text, in: bytes, encoding: best.encoding) }
      if let declared, declared != best.encoding, declared != .utf8 || best.text.invalidCount == 0 {
        diagnostics.append(
          Diagnostic(
            .note, rule: "wrong-encoding", "Declared encoding \(declared) does not fit: read as \(best.encoding)",
            at: SourceLocation(path: path, line: 1, column: 1)))
      }
      return (best.text.bytes, best.encoding)
    }

    private mutating func reportGuess(_ guess: String) {
      diagnostics.append(
        Diagnostic(
          .warning, rule: "guessed-encoding", "Neither UTF-8 nor a Chinese encoding: \(guess)",
          at: SourceLocation(path: path, line: 1, column: 1), suggestion: "save the document as UTF-8"))
    }

    private mutating func report(_ mixed: MixedLines, in bytes: [UInt8]) {
      if let line = mixed.foreign.first {
        let others = mixed.foreign.count > 1 ? " and \(mixed.foreign.count - 1) more" : ""
        diagnostics.append(
          Diagnostic(
            .warning, rule: "mixed-encoding", "Line \(line)\(others) is no UTF-8, as the rest of the file is: read as GB18030",
            at: SourceLocation(path: path, line: line, column: 1), suggestion: "save the document as UTF-8"))
      }
      if mixed.invalidCount > 0 {
        let text = CharacterConversion.Result(bytes: mixed.bytes, invalidCount: mixed.invalidCount, firstInvalid: mixed.firstInvalid)
        reportInvalid(text, in: bytes, encoding: .utf8)
      }
    }

    private mutating func validUTF8(_ bytes: [UInt8]) -> [UInt8] {
      if UTF8Validation.firstFault(in: bytes) == nil { return bytes }
      return converted(bytes[...], from: .utf8)
    }

    private mutating func converted(_ bytes: ArraySlice<UInt8>, from encoding: TextEncoding) -> [UInt8] {
      guard let text = CharacterConversion.convert(bytes, from: encoding) else {
        return Array(String(decoding: bytes, as: UTF8.self).utf8)
      }
      if text.invalidCount > 0 { reportInvalid(text, in: Array(bytes), encoding: encoding) }
      return text.bytes
    }

    private mutating func reportInvalid(
      _ text: CharacterConversion.Result, in bytes: [UInt8], encoding: TextEncoding
    ) {
      let before = bytes[..<min(bytes.count, text.firstInvalid ?? 0)]
      let line = before.reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
      let column = before.count - (before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0) + 1
      let places = text.invalidCount == 1 ? "byte" : "bytes at \(text.invalidCount) places"
      diagnostics.append(
        Diagnostic(
          .warning, rule: "invalid-encoding", "Invalid \(encoding) \(places), shown as \u{FFFD}",
          at: SourceLocation(path: path, line: line, column: column), suggestion: "save the document as UTF-8"))
    }

    /// Whether bytes behind a mark of UTF-16 cannot be that: text of some length in UTF-16 has a zero byte or none that
    /// UTF-8 allows.
    private static func isPlainlyUTF8(_ body: ArraySlice<UInt8>) -> Bool {
      body.count >= 16 && !body.contains(0) && UTF8Validation.firstFault(in: Array(body)) == nil
    }

    /// Line breaks as `\n`, NUL bytes dropped (and reported), and a terminal's colours (`ESC [ 31 m`).
    mutating func normalizeBytes(_ bytes: inout [UInt8]) {
      guard bytes.contains(where: { $0 == 0x0D || $0 == 0 || $0 == 0x1B }) else { return }
      var result: [UInt8] = []
      result.reserveCapacity(bytes.count)
      var line = 1
      var nulLine: Int?
      var sequenceEnd = 0
      for index in bytes.indices where index >= sequenceEnd {
        switch bytes[index] {
        case 0: nulLine = nulLine ?? line
        case 0x1B where index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "["):
          // Parameters, then the letter that says what they are for (ECMA-48, 5.4).
          let letter = bytes[(index + 2)...].prefix(32).drop { (0x20...0x3F).contains($0) }
          sequenceEnd = letter.first.map { (0x40...0x7E).contains($0) } == true ? letter.startIndex + 1 : index + 2
        case 0x0D:
          if index + 1 == bytes.count || bytes[index + 1] != 0x0A {
            result.append(0x0A)
            line += 1
          }
        default:
          if bytes[index] == 0x0A { line += 1 }
          result.append(bytes[index])
        }
      }
      bytes = result
      if let nulLine {
        diagnostics.append(
          Diagnostic(
            .warning, rule: "nul-byte", "NUL bytes dropped",
            at: SourceLocation(path: path, line: nulLine, column: 1)))
      }
    }
  }
}
