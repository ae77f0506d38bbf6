internal import Diagnostics

/// Makes the tree of a template.
struct TemplateParser {
  let source: SourceFile
  private let tokens: [TemplateToken]
  private let ends: [Int: Int]
  private let indentations: [Int: Range<Int>]
  private(set) var nodes: [TemplateNode] = []
  private(set) var diagnostics: [Diagnostic]

  init(_ source: SourceFile) {
    let lexer = TemplateLexer(source)
    let nesting = TemplateNesting(lexer.tokens, in: source)
    let layout = TemplateLayout(lexer.tokens, ends: nesting.ends, in: source)
    self.source = source
    tokens = layout.tokens
    ends = nesting.ends
    indentations = layout.indentations
    diagnostics = lexer.diagnostics + nesting.diagnostics
    nodes = parse(tokens.indices)
  }

  private mutating func parse(_ range: Range<Int>) -> [TemplateNode] {
    var nodes: [TemplateNode] = []
    var literal: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let token = tokens[index]
      if let tag = token.tag {
        let inner = (index + 1)..<max(index + 1, ends[index] ?? index)
        if let node = node(for: tag, at: index, inner: inner) {
          if !literal.isEmpty { nodes.append(.literal(literal)) }
          literal = []
          nodes.append(node)
        }
        index = (ends[index] ?? index) + 1
      } else {
        if !token.isDropped { literal += source.bytes[token.range] }
        index += 1
      }
    }
    if !literal.isEmpty { nodes.append(.literal(literal)) }
    return nodes
  }

  private mutating func node(for tag: TemplateTag, at index: Int, inner: Range<Int>) -> TemplateNode? {
    switch tag.kind {
    case .end, .comment, .delimiters: nil
    case .escaped: .value(path(tag), escaped: true)
    case .unescaped: .value(path(tag), escaped: false)
    case .section: .section(path(tag), parse(inner))
    case .inverted: .inverted(path(tag), parse(inner))
    case .block: .block(block(tag, at: index, inner: inner))
    case .partial, .parent:
      .inclusion(
        TemplateInclusion(
          template: tag.name, range: tag.nameRange,
          indentation: indentations[index].map { Array(source.bytes[$0]) } ?? [],
          arguments: tag.kind == .parent ? arguments(of: tag, in: inner) : [], isParent: tag.kind == .parent))
    }
  }

  private func path(_ tag: TemplateTag) -> TemplatePath {
    let names = tag.name == "." ? [] : tag.name.split(separator: ".").map { TemplateName(String($0)) }
    return TemplatePath(text: tag.name, names: names, range: tag.nameRange)
  }

  private mutating func block(_ tag: TemplateTag, at index: Int, inner: Range<Int>) -> TemplateBlock {
    TemplateBlock(
      name: TemplateName(tag.name), range: tag.nameRange,
      indentation: indentations[index].map { Array(source.bytes[$0]) },
      indentsDefault: !tokens[inner].contains { $0.kind == .lineBreak }, content: parse(inner))
  }

  /// The blocks inside a parent tag. Text there is ignored by the specification; more than white space is reported,
  /// since it was meant for something.
  private mutating func arguments(of parent: TemplateTag, in range: Range<Int>) -> [TemplateBlock] {
    var arguments: [TemplateBlock] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let token = tokens[index]
      let end = ends[index] ?? index
      if let tag = token.tag, tag.kind == .block {
        let block = block(tag, at: index, inner: (index + 1)..<max(index + 1, end))
        if let first = arguments.first(where: { $0.name == block.name }) {
          report(
            .error, "block \"\(tag.name)\" is given twice to \"\(parent.name)\"", at: tag.nameRange, first: first.range)
        } else {
          arguments.append(block)
        }
      } else if let tag = token.tag, tag.kind != .comment, tag.kind != .delimiters, tag.kind != .end {
        report(.warning, "tag outside a block of \"\(parent.name)\" is ignored", at: tag.nameRange)
      } else if token.kind == .text, !source.bytes[token.range].allSatisfy({ $0 <= 0x20 }) {
        report(.warning, "text outside a block of \"\(parent.name)\" is ignored", at: token.range)
      }
      index = end + 1
    }
    return arguments
  }

  private mutating func report(
    _ severity: Diagnostic.Severity, _ summary: String, at range: Range<Int>, first: Range<Int>? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        severity, rule: "template-syntax", summary, at: source.location(of: range),
        notes: first.map { [Diagnostic.Note("first given here", at: source.location(of: $0))] } ?? []))
  }
}
