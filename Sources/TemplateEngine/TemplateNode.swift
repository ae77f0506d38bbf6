/// A template as a tree, with the places that messages point at.
indirect enum TemplateNode: Sendable, Hashable {
  case literal([UInt8])
  case value(TemplatePath, escaped: Bool)
  case section(TemplatePath, [TemplateNode])
  case inverted(TemplatePath, [TemplateNode])
  case inclusion(TemplateInclusion)
  case block(TemplateBlock)
}

/// `a.b.c`, or `.` where `names` is empty.
struct TemplatePath: Sendable, Hashable {
  let text: String
  let names: [TemplateName]
  let range: Range<Int>
}

/// A partial, or a parent with the blocks that are handed to it.
struct TemplateInclusion: Sendable, Hashable {
  let template: String
  let range: Range<Int>
  let indentation: [UInt8]
  /// Empty for a partial.
  let arguments: [TemplateBlock]
  let isParent: Bool
}

/// A named part of a template: a parameter with its default, or an argument handed to a parent.
struct TemplateBlock: Sendable, Hashable {
  let name: TemplateName
  let range: Range<Int>
  /// The indentation of each line that takes the default's place; `nil` where the block stands inside a line.
  let indentation: [UInt8]?
  /// A block on one line has its indentation before it, and so needs it for its default too.
  let indentsDefault: Bool
  let content: [TemplateNode]
}
