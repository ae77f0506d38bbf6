extension StringProtocol {
  /// The text's lines, without what ends them: LF or CR LF. Split by bytes: to Swift CR LF is one `Character`, which is
  /// not `"\n"`. The text after the last line break is a line too. O(bytes).
  var textLines: [Substring] {
    Substring(self).utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { Substring($0.last == 0x0D ? $0.dropLast() : $0) }
  }
}
