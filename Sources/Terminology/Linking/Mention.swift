public import ContentModel

/// A place where a concept is named and linked.
public struct Mention: Sendable, Hashable {
  public let concept: DocumentID
  /// Which of the concept's names it is.
  public let term: Term
  /// Heading of the section; `nil` before the first.
  public let headingID: String?
  /// The sentence around it, as plain text.
  public let sentence: String
  /// Line in the file, from 1, at which the paragraph's text begins.
  public let line: Int
}
