internal import Synchronization

/// Documents that were read and will be wanted once more, up to a budget: taking markup apart costs as much as judging a
/// page, and all pages of a large import would fill the memory.
final class HeldDocuments: Sendable {
  /// Bytes of text; a document takes about four bytes of memory for each byte of its text.
  private static let budget = 64 << 20

  private let held = Mutex((documents: [String: ScrapedDocument](), bytes: 0))

  /// Keeps a document with markup while there is room. Plain text is read again sooner than it is kept.
  func hold(_ document: ScrapedDocument, of input: ImportInput) {
    guard document.lines.contains(where: { $0.hint != nil }) else { return }
    let bytes = document.lines.reduce(0) { $0 + $1.text.utf8.count }
    held.withLock {
      guard $0.bytes + bytes <= Self.budget else { return }
      $0.bytes += bytes
      $0.documents[input.path] = document
    }
  }

  /// Hands the document out, once; `nil` where it is not held.
  func take(_ input: ImportInput) -> ScrapedDocument? {
    held.withLock { $0.documents.removeValue(forKey: input.path) }
  }
}
