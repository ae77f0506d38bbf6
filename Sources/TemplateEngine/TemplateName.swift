internal import Encodings
internal import Glibc
internal import Synchronization

/// A name that templates look up, `title`, as a number: comparing two names costs one instruction, and a name in code
/// costs its letters, neither a lock nor a search. Records of every page are full of them.
public struct TemplateName: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
  /// The fingerprint of its text: of the few hundred names of a theme no two are alike but by a chance of 1 in 10¹⁴.
  private let symbol: UInt64
  /// The text in UTF-8, ended by a zero: a literal of the program, or kept for ever.
  private let text: UInt

  /// A name that is not written in the program. Takes a lock; its text is never freed.
  public init(_ text: String) {
    symbol = Fingerprint(text.utf8).value
    self.text = Self.table.withLock { table in
      if let known = table[text] { return known }
      let kept = UInt(bitPattern: strdup(text))
      table[text] = kept
      return kept
    }
  }

  public init(stringLiteral text: StaticString) {
    symbol = Fingerprint(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)).value
    self.text = UInt(bitPattern: text.utf8Start)
  }

  public var description: String { UnsafePointer<CChar>(bitPattern: text).map { String(cString: $0) } ?? "" }

  public static func == (lhs: TemplateName, rhs: TemplateName) -> Bool { lhs.symbol == rhs.symbol }

  public func hash(into hasher: inout Hasher) { hasher.combine(symbol) }

  private static let table = Mutex<[String: UInt]>([:])
}
