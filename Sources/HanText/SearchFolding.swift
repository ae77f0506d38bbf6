internal import Foundation

/// What a character becomes before it is compared in a search: compatibility forms decomposed (NFKD), marks dropped,
/// lower case, simplified Han. Works on one scalar at a time, so that a browser can do the same and keep offsets.
///
/// A value of this type remembers what it has seen: keep one per task.
public struct SearchFolding: Sendable {
  /// One scalar after folding.
  public enum Role: UInt8, Sendable {
    /// Neither letter nor number: ends a word.
    case separator
    /// A combining mark: as if it were not there.
    case mark
    case han
    /// A letter or number of another script.
    case letter
  }

  /// A folded scalar with its role, or a list of such.
  public struct Folded: Sendable, Hashable {
    fileprivate let bits: UInt32
    fileprivate static let listBit: UInt32 = 0x8000_0000

    /// Whether one scalar became none or several: see `parts(of:)`.
    @inline(__always) public var isList: Bool { bits & Self.listBit != 0 }
    @inline(__always) public var scalar: UInt32 { bits >> 2 }
    @inline(__always) public var role: Role { Role(rawValue: UInt8(truncatingIfNeeded: bits & 3))! }
  }

  private static let unknown = UInt32.max
  /// By scalar of the Basic Multilingual Plane, filled as they are met.
  private var known = [UInt32](repeating: unknown, count: 0x10000)
  /// The same for the other planes.
  private var knownBeyond: [UInt32: UInt32] = [:]
  private var lists: [[Folded]] = []

  public init() {}

  /// What `value` becomes. O(1) for what was met before.
  @inline(__always)
  public mutating func fold(_ value: UInt32) -> Folded {
    let entry = value < 0x10000 ? known[Int(value)] : knownBeyond[value] ?? Self.unknown
    return Folded(bits: entry == Self.unknown ? remember(value) : entry)
  }

  public func parts(of folded: Folded) -> [Folded] {
    folded.isList ? lists[Int(folded.bits & ~Folded.listBit)] : [folded]
  }

  private mutating func remember(_ value: UInt32) -> UInt32 {
    let entry = compute(value)
    if value < 0x10000 { known[Int(value)] = entry } else { knownBeyond[value] = entry }
    return entry
  }

  private mutating func compute(_ value: UInt32) -> UInt32 {
    guard let scalar = Unicode.Scalar(value) else { return 0 }
    var parts: [UInt32] = []
    for part in String(scalar).decomposedStringWithCompatibilityMapping.unicodeScalars {
      parts += Self.entries(of: part)
    }
    if parts.count == 1 { return parts[0] }
    lists.append(parts.map(Folded.init(bits:)))
    return Folded.listBit | UInt32(lists.count - 1)
  }

  /// The scalar after lower-casing and simplification, with its role.
  private static func entries(of scalar: Unicode.Scalar) -> [UInt32] {
    if HanScript.contains(scalar) { return [entry(SimplifiedHan.fold(scalar.value), .han)] }
    if isMark(scalar) { return [entry(scalar.value, .mark)] }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .titlecaseLetter, .lowercaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber:
      return scalar.properties.lowercaseMapping.unicodeScalars
        .filter { !isMark($0) }.map { entry($0.value, .letter) }
    default:
      return [entry(scalar.value, .separator)]
    }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    [.nonspacingMark, .spacingMark, .enclosingMark].contains(scalar.properties.generalCategory)
  }

  private static func entry(_ value: UInt32, _ role: Role) -> UInt32 { value << 2 | UInt32(role.rawValue) }
}
