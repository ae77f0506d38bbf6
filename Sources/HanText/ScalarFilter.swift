/// Tells of most characters at once that a table does not have them: a bit for each value modulo 4,096.
package struct ScalarFilter: Sendable {
  @usableFromInline var bits = [Bool](repeating: false, count: 4_096)

  package init(_ scalars: some Sequence<Unicode.Scalar> = []) {
    for scalar in scalars { insert(scalar) }
  }

  package mutating func insert(_ scalar: Unicode.Scalar) { bits[Int(scalar.value & 4_095)] = true }

  /// `false` is certain.
  @inlinable
  package func mayContain(_ scalar: Unicode.Scalar) -> Bool { bits[Int(scalar.value & 4_095)] }
}
