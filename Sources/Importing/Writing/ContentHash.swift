internal import Encodings

/// The fingerprint under which a text is remembered from one import to the next.
package enum ContentHash {
  /// Sixteen hexadecimal digits.
  package static func of(_ bytes: some Sequence<UInt8>) -> String {
    Fingerprint(bytes).hexadecimal
  }

  package static func of(_ text: String) -> String { of(text.utf8) }
}
