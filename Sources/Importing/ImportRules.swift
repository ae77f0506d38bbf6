/// The data the normalizer works with: word lists, signatures, hashed boilerplate lines.
package struct ImportRules: Sendable {
  /// What ships with the program.
  package static let standard = ImportRules()

  init() {}
}
