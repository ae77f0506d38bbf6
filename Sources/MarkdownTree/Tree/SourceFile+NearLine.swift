public import Diagnostics

extension SourceFile {
  /// Where a text stands that a tree of the file says is at a line; the line's start where the source writes it otherwise.
  public func location(of text: String, nearLine line: Int) -> SourceLocation {
    let wanted = Array(text.utf8)
    // References and long paragraphs shift cmark's line by a few.
    for candidate in line..<(line + 20) where !wanted.isEmpty {
      let place = location(line: candidate)
      guard place.line == candidate else { break }
      let bytes = Array(place.lineText.utf8)
      guard bytes.count >= wanted.count else { continue }
      for start in 0...(bytes.count - wanted.count)
      where bytes[start..<(start + wanted.count)].elementsEqual(wanted) {
        return location(line: candidate, column: start + 1, length: wanted.count)
      }
    }
    return location(line: line)
  }
}
