public import Diagnostics

/// Mustache templates, compiled together: text in, bytes out.
///
/// The language is that of the Mustache specification with its optional part on inheritance: interpolation
/// (`{{name}}`, `{{{name}}}`, `{{&name}}`, dotted names, `{{.}}`), sections, inverted sections, comments, delimiters,
/// partials, and parents with blocks (`{{<page}}{{$main}}…{{/main}}{{/page}}`). Lambdas and dynamic names are not
/// supported.
///
/// A fault in a template (syntax, a partial or parent or block that does not exist, a loop) is a diagnostic; such a
/// library still renders, leaving out what it could not make sense of, so that a preview can go on.
public struct TemplateLibrary: Sendable {
  /// Everything wrong with the templates, sorted by place.
  public let diagnostics: [Diagnostic]
  let templates: [String: Template]
  let program: TemplateProgram

  /// A template's tree and the text it came from.
  struct Template: Sendable {
    let source: SourceFile
    let nodes: [TemplateNode]
  }

  /// Compiles templates, named as partials and parents call them: `page`, `partials/card`.
  ///
  /// - Complexity: O(bytes of all templates).
  public init(_ sources: [String: SourceFile]) {
    let parsers = sources.mapValues(TemplateParser.init)
    let templates = parsers.mapValues { Template(source: $0.source, nodes: $0.nodes) }
    let sorted = templates.sorted { $0.key < $1.key }
    program = TemplateProgram(sorted.map { ($0.key, $0.value.nodes) })
    let syntax = parsers.values.flatMap(\.diagnostics)
    let links = sorted.flatMap { TemplateLinks(of: $0.key, in: templates).diagnostics }
    self.templates = templates
    diagnostics = (syntax + links).sorted()
  }

  public var names: [String] { templates.keys.sorted() }

  /// Renders a template.
  ///
  /// - Parameter contexts: records in which names are looked up, the outermost (the site's) first and the innermost
  ///   (the page's) last: what many pages share is built once.
  /// - Returns: the bytes, valid UTF-8 where all `html` values are.
  /// - Complexity: O(bytes written + names looked up · fields of the records).
  public func render(_ name: String, with contexts: TemplateValue...) throws(TemplateRenderingError) -> [UInt8] {
    try render(name, with: contexts)
  }

  public func render(_ name: String, with contexts: [TemplateValue]) throws(TemplateRenderingError) -> [UInt8] {
    guard let index = program.index(of: name) else { throw .unknownTemplate(name) }
    return try TemplateRenderer.render(program, template: index, contexts: contexts)
  }
}
