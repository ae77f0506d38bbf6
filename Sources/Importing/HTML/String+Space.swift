extension StringProtocol {
  /// Without white space at both ends.
  func trimmingSpace() -> String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }) else { return "" }
    let last = scalars.lastIndex { !$0.properties.isWhitespace }!
    return String(self[first..<scalars.index(after: last)])
  }

  /// Each run of white space as one space, none at the ends.
  func collapsingSpace() -> String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
