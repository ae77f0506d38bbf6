/// A document to import: where it lies, and which one it is.
package struct ImportInput: Sendable, Hashable {
  /// Path to open.
  package let path: String
  /// Identity, and what it is called in the content and in messages: its place (``DocumentPlaces``).
  package let name: String
}
