internal import Encodings

/// A line's identity across pages: a hash of its key, so that widths, spaces and punctuation make no difference.
package enum LineHash {
  /// For mixing further values in.
  static let prime: UInt64 = 0x100_0000_01B3

  static func of(_ key: some Sequence<Unicode.Scalar>) -> UInt64 { Fingerprint(key.lazy.map(\.value)).value }

  /// The hash under which a line stands in a list of boilerplate, in hexadecimal.
  package static func text(of line: String, rules: ImportRules = .standard) -> String {
    String(of(FoldedLine(line, disguises: rules.disguises).key), radix: 16)
  }
}
