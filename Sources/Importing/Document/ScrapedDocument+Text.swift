extension ScrapedDocument {
  /// Plain text, one scraped line a line. Lines end at LF or CR LF, and at CR where the text has no LF at all; U+2028,
  /// form feeds and NUL bytes end no line, so that numbers agree with an editor's. Lines of code and formulas bear a hint as markup would
  /// give it. O(bytes).
  package init(path: String, text: String) {
    var text = text
    text.makeContiguousUTF8()
    let lineFeed: UInt8 = 0x0A, carriageReturn: UInt8 = 0x0D
    let lines = text.utf8.withContiguousStorageIfAvailable { bytes in
      let terminator = bytes.contains(lineFeed) ? lineFeed : carriageReturn
      var lines: [ScrapedLine] = []
      var start = 0
      func append(upTo end: Int) {
        let trimmed = end > start && bytes[end - 1] == carriageReturn ? end - 1 : end
        let slice = UnsafeBufferPointer(rebasing: bytes[start..<trimmed])
        lines.append(ScrapedLine(number: lines.count + 1, text: String(decoding: slice, as: UTF8.self)))
      }
      for index in bytes.indices where bytes[index] == terminator {
        append(upTo: index)
        start = index + 1
      }
      if start < bytes.count { append(upTo: bytes.count) }
      return lines
    }
    var hinted = lines ?? []
    hinted.hintFormulas()
    hinted.hintCode()
    self.init(path: path, format: .text, lines: hinted)
  }
}
