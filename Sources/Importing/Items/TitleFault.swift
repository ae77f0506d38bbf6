internal import HanText

/// What keeps a line over an answer from being its title.
package enum TitleFault: Sendable, Hashable {
  /// Signs alone: `？`, `🎉`.
  case wordless
  /// A whole text.
  case tooLong

  /// More characters than this are a text, not a title.
  private static let longest = 240

  init?(_ line: PageLine) {
    // A mark such as 考察点 is no part of what stands behind the number, and a word all the same.
    if !line.content.contains(where: \.isWordlike), !line.folded.text.contains(where: { $0.isWordlike && !$0.isASCIIDigit }) {
      self = .wordless
    } else if line.content.count > Self.longest {
      self = .tooLong
    } else {
      return nil
    }
  }

  /// Of a heading that is no item's title.
  init?(_ heading: String) {
    if !heading.unicodeScalars.contains(where: \.isWordlike) {
      self = .wordless
    } else if heading.count > Self.longest {
      self = .tooLong
    } else {
      return nil
    }
  }

  /// The beginning of a text, as a name for it: its first clause, at most 40 characters; `nil` where it has no words.
  static func name(from content: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar>? {
    let text = content.drop { !$0.isWordlike }
    let clause = text.prefix { !$0.isOne(of: "。,;:?!") }
    let name = clause.prefix(40)
    return name.isEmpty ? nil : name
  }
}
