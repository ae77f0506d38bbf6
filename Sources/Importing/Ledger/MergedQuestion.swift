/// Items of several documents that are one question, and why: for the audit.
struct MergedQuestion: Sendable {
  struct Member: Sendable {
    let document: String
    /// Its index in the document.
    let item: Int
    let line: Int
    let title: String
  }

  /// Where the page stands, below the content folder.
  let path: String
  let reason: String
  let members: [Member]
}
