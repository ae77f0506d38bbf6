/// A document to import: where it lies, and how it is called.
package struct ImportInput: Sendable, Hashable {
  /// Path to open.
  package let path: String
  /// Name in the content and in messages: the folder it was found in and its path there. It does not depend on the
  /// machine.
  package let name: String
}
