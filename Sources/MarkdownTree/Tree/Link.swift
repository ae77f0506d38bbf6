/// A link or an image as it stands in the text.
public struct Link: Sendable, Hashable {
  public enum Kind: Int32, Sendable, Hashable {
    /// `[label](destination)`, also through a reference.
    case inline
    /// An address that stands in the text or in `<…>`.
    case autolink
    /// `[[destination]]` or `[[destination|label]]`.
    case wiki
  }

  public let kind: Kind
  /// As written, entities and escapes resolved; of a wiki link, the name between the brackets.
  public let destination: String
  public let isImage: Bool
  /// The label, or the image's description, as plain text.
  public let text: String
  /// Line in the file, from 1. `MarkdownTree.location(of:)` gives the column.
  public let line: Int
}

/// What becomes of a link.
public enum LinkAction: Sendable {
  /// As it is.
  case keep
  /// Another destination and further attributes.
  case replace(LinkTarget)
  /// The label alone: a link that leads nowhere.
  case unwrap
  /// Of an image: a link to it, with its description as label. Inside a link, the description alone.
  case link(LinkTarget)
}

/// Where a link leads, and what is said about it.
public struct LinkTarget: Sendable {
  public var url: String
  public var cssClass: String?
  /// Language of the target, as `hreflang`.
  public var language: String?
  /// Further attributes in the order they are written; values are escaped, names are written as they are.
  public var attributes: [(name: String, value: String)]

  public init(
    url: String, cssClass: String? = nil, language: String? = nil, attributes: [(name: String, value: String)] = []
  ) {
    self.url = url
    self.cssClass = cssClass
    self.language = language
    self.attributes = attributes
  }
}
