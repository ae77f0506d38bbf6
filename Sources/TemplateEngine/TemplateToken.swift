/// A piece of a template's text. No token but a tag spans a line break.
struct TemplateToken: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    /// White space at the start of a line.
    case indentation
    case text
    /// `\n` or `\r\n`.
    case lineBreak
    case tag(TemplateTag)
  }

  let kind: Kind
  /// What it stands for in the source; for indentation it shrinks when a block is moved to the left.
  var range: Range<Int>
  /// Left out of the output, because it belongs to the line of a tag that stands alone.
  var isDropped = false

  var tag: TemplateTag? {
    if case .tag(let tag) = kind { tag } else { nil }
  }
}

/// A tag, its name and where the name stands.
struct TemplateTag: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case escaped, unescaped, section, inverted, end, comment, delimiters, partial, parent, block
  }

  let kind: Kind
  let name: String
  let nameRange: Range<Int>

  var opens: Bool { kind == .section || kind == .inverted || kind == .parent || kind == .block }
}
