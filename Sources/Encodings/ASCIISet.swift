/// A set of ASCII characters, asked for a byte at a time.
public struct ASCIISet: Sendable, Hashable {
  @usableFromInline let low: UInt64
  @usableFromInline let high: UInt64

  /// Other than ASCII characters are left out.
  public init(_ characters: String) {
    var (low, high) = (0 as UInt64, 0 as UInt64)
    for byte in characters.utf8 where byte < 128 {
      if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte - 64) }
    }
    (self.low, self.high) = (low, high)
  }

  @inlinable public func contains(_ byte: UInt8) -> Bool {
    byte < 128 && (byte < 64 ? low : high) &>> UInt64(byte) & 1 != 0
  }

  private static let alphanumerics = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
  /// What RFC 3986 lets stand everywhere, and the `/` between parts.
  public static let unreservedAndSlash = ASCIISet(alphanumerics + "-._~/")
  /// What RFC 3986 lets stand in a part of a path.
  public static let pathPart = ASCIISet(alphanumerics + "-._~!$&'()*+,;=:@")
}
