public import Diagnostics

extension SourceFile {
  /// Where a text stands that a tree of the file says is at a line; the line's start where the source writes it otherwise.
  ///
  /// Of several places the first that `isMeant`: given the line's number and its bytes from there on.
  public func location(
    of text: String, nearLine line: Int, where isMeant: (_ line: Int, _ rest: ArraySlice<UInt8>) -> Bool = { _, _ in true }
  ) -> SourceLocation {
    let wanted = Array(text.utf8)
    // References and long paragraphs shift cmark's line by a few.
    for candidate in line..<(line + 20) where !wanted.isEmpty {
      let place = location(line: candidate)
      guard place.line == candidate else { break }
      let bytes = Array(place.lineText.utf8)
      guard bytes.count >= wanted.count else { continue }
      for start in 0...(bytes.count - wanted.count)
      where bytes[start..<(start + wanted.count)].elementsEqual(wanted) && isMeant(candidate, bytes[start...]) {
        return location(line: candidate, column: start + 1, length: wanted.count)
      }
    }
    return location(line: line)
  }
}
