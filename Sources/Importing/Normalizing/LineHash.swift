/// A line's identity across pages: a hash of its key, so that widths, spaces and punctuation make no difference.
package enum LineHash {
  static let prime: UInt64 = 0x100_0000_01B3

  /// FNV-1a, 64 bits, over the code points.
  static func of(_ key: some Sequence<Unicode.Scalar>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for scalar in key { hash = (hash ^ UInt64(scalar.value)) &* prime }
    return hash
  }

  /// The hash under which a line stands in a list of boilerplate, in hexadecimal.
  package static func text(of line: String, rules: ImportRules = .standard) -> String {
    String(of(FoldedLine(line, disguises: rules.disguises).key), radix: 16)
  }
}
