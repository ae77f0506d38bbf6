/// Tells of most characters at once that a table does not have them: a bit for each value modulo 4,096.
struct ScalarFilter: Sendable {
  private var bits = [Bool](repeating: false, count: 4_096)

  init(_ scalars: some Sequence<Unicode.Scalar> = []) {
    for scalar in scalars { insert(scalar) }
  }

  mutating func insert(_ scalar: Unicode.Scalar) { bits[Int(scalar.value & 4_095)] = true }

  /// `false` is certain.
  func mayContain(_ scalar: Unicode.Scalar) -> Bool { bits[Int(scalar.value & 4_095)] }
}
