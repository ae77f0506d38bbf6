/// A card to learn: a question, its answer, and what tells it apart from all others.
public struct AnkiNote: Sendable, Hashable {
  /// The same for the same page on every export: by it Anki updates a note that it has already.
  public let guid: String
  /// HTML.
  public let question: String
  /// HTML; formulas in MathJax's `\(…\)` and `\[…\]`, which Anki typesets.
  public let answer: String
  /// Address of the page; empty where the site has none.
  public let address: String
  /// Without spaces.
  public let tags: [String]
}

/// A deck, and the images that its notes show.
public struct AnkiDeck: Sendable {
  public let name: String
  /// In the order in which new cards come.
  public let notes: [AnkiNote]
  /// By the name that the notes call them.
  public let media: [String: [UInt8]]
}
