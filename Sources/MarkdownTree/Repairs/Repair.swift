/// Something that plain Markdown would have read otherwise than it was meant.
public struct Repair: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// `**标题：**内容`: emphasis whose mark stands between Chinese punctuation and a letter.
    case emphasis
    /// The same with `~~`.
    case strikethrough
    /// `https://example.org/a。后文`: an address that would have swallowed what follows.
    case autolink
  }

  public let kind: Kind
  /// Line in the file, from 1.
  public let line: Int
}
