extension StringProtocol {
  /// Without white space at both ends.
  func trimmingSpace() -> String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }) else { return "" }
    let last = scalars.lastIndex { !$0.properties.isWhitespace }!
    return String(self[first..<scalars.index(after: last)])
  }

  /// Each run of white space as one space, none at the ends, and nothing that nobody sees.
  func collapsingSpace() -> String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ").withoutInvisible
  }

  /// Without joiners, marks of direction and the like.
  var withoutInvisible: String {
    guard utf8.contains(where: { $0 >= 0x80 || $0 < 0x20 }), unicodeScalars.contains(where: \.isInvisible) else { return String(self) }
    return String(String.UnicodeScalarView(unicodeScalars.filter { !$0.isInvisible }))
  }
}
