/// A short name for content: the same units, the same name, on every run and machine (FNV-1a, 64 bits; Fowler, Noll and
/// Vo, 1991). It tells contents apart and is no protection against forgery.
public struct Fingerprint: Sendable, Hashable {
  public let value: UInt64

  @usableFromInline static let basis: UInt64 = 0xCBF2_9CE4_8422_2325
  @usableFromInline static let prime: UInt64 = 0x100_0000_01B3

  /// Of bytes, as published, or of wider units, each taken in one step. O(units).
  ///
  /// - Parameter seed: tells names of different kinds apart; 0 gives the published value.
  @inlinable public init<Units: Sequence>(_ units: Units, seed: UInt64 = 0)
  where Units.Element: FixedWidthInteger & UnsignedInteger {
    var hash = Self.basis ^ seed
    for unit in units { hash = (hash ^ UInt64(truncatingIfNeeded: unit)) &* Self.prime }
    value = hash
  }

  /// Of a long content, eight bytes a step: for records that the program itself reads again. O(bytes).
  public init(content: [UInt8]) {
    let hash = content.withUnsafeBytes { bytes in
      var hash = Self.basis ^ UInt64(bytes.count)
      func add(_ word: UInt64) {
        // The product carries nothing downwards; the shift does.
        hash = (hash ^ word) &* Self.prime
        hash ^= hash >> 29
      }
      let end = bytes.count & ~7
      for offset in stride(from: 0, to: end, by: 8) {
        add(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
      }
      for byte in bytes[end...] { add(UInt64(byte)) }
      return hash
    }
    value = hash
  }

  /// Sixteen hexadecimal digits.
  public var hexadecimal: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
