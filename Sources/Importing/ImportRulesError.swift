/// Rule data that cannot be read.
package struct ImportRulesError: Error, Sendable, Hashable, CustomStringConvertible {
  /// In the YAML text, from 1; `nil` where the fault concerns all of it.
  package let line: Int?
  package let reason: String

  package var description: String { (line.map { "line \($0): " } ?? "") + reason }
}
