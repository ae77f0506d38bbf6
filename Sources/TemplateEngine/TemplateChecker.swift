internal import Diagnostics

/// Walks a template as rendering would, with shapes in the place of values: into every branch, partial, parent and
/// block.
struct TemplateChecker {
  private let templates: [String: TemplateLibrary.Template]
  private let names: [String: TemplateShape]
  /// Which names mean what is settled by the template, the shapes around it and the arguments: seen once is enough.
  private var visited: Set<State> = []
  private(set) var found: Set<Diagnostic> = []

  private struct State: Hashable {
    let template: String
    let scope: Scope
  }

  /// What surrounds a node.
  private struct Scope: Hashable {
    /// Innermost last.
    var shapes: [TemplateShape]
    var arguments: [TemplateName: Argument] = [:]
    /// Where the first step out of the checked template was made.
    var origin: SourceLocation?
  }

  private struct Argument: Hashable {
    let template: String
    let block: TemplateBlock
  }

  init(_ templates: [String: TemplateLibrary.Template], names: [String: TemplateShape]) {
    self.templates = templates
    self.names = names
  }

  mutating func check(_ template: String, against shapes: [TemplateShape]) {
    guard let nodes = templates[template]?.nodes else {
      let near = NearMiss.suggestion(for: template, among: templates.keys)
      found.insert(
        Diagnostic(
          .error, rule: "missing-template", "template \"\(template)\" does not exist",
          suggestion: near.map { "write \"\($0)\"" }))
      return
    }
    walk(nodes, of: template, in: Scope(shapes: shapes.map(resolved)))
  }

  private mutating func walk(_ nodes: [TemplateNode], of template: String, in scope: Scope) {
    guard let source = templates[template]?.source else { return }
    for node in nodes {
      switch node {
      case .literal: break
      case .value(let path, _):
        guard let shape = resolve(path, of: source, in: scope), shape != .text else { continue }
        report("not-text", "\"\(path.text)\" is a \(shape.kind), not a text", path.range, source, scope)
      case .section(let path, let nodes):
        var inner = scope
        switch resolve(path, of: source, in: scope) {
        // What stands inside an unknown section cannot be judged.
        case nil: continue
        case .flag: break
        case .list(let element): push(resolved(element), on: &inner)
        case .some(let shape): push(shape, on: &inner)
        }
        walk(nodes, of: template, in: inner)
      case .inverted(let path, let nodes):
        _ = resolve(path, of: source, in: scope)
        walk(nodes, of: template, in: scope)
      case .block(let block):
        guard let argument = scope.arguments[block.name] else {
          walk(block.content, of: template, in: scope)
          continue
        }
        // An argument whose content holds its own block would go round for ever.
        var inner = scope
        inner.arguments[block.name] = nil
        walk(argument.block.content, of: argument.template, in: inner)
      case .inclusion(let inclusion):
        var inner = scope
        for block in inclusion.arguments where inner.arguments[block.name] == nil {
          inner.arguments[block.name] = Argument(template: template, block: block)
        }
        inner.origin = scope.origin ?? source.location(of: inclusion.range)
        guard let included = templates[inclusion.template],
          visited.insert(State(template: inclusion.template, scope: inner)).inserted
        else { continue }
        walk(included.nodes, of: inclusion.template, in: inner)
      }
    }
  }

  /// A shape that is there already is moved up: names mean the same, and trees come to an end.
  private func push(_ shape: TemplateShape, on scope: inout Scope) {
    scope.shapes.removeAll { $0 == shape }
    scope.shapes.append(shape)
  }

  private func resolved(_ shape: TemplateShape) -> TemplateShape {
    guard case .named(let name) = shape else { return shape }
    guard let shape = names[name] else { preconditionFailure("no shape is called \"\(name)\"") }
    return shape
  }

  // MARK: Names

  private mutating func resolve(_ path: TemplatePath, of source: SourceFile, in scope: Scope) -> TemplateShape? {
    guard let first = path.names.first else { return scope.shapes.last }
    let records = scope.shapes.reversed().compactMap(fields)
    guard var shape = records.lazy.compactMap({ $0[first.description] }).first.map(resolved) else {
      unknown(first, among: records.flatMap(\.keys), "", path, source, scope)
      return nil
    }
    var parent = first.description
    for name in path.names.dropFirst() {
      guard let fields = fields(shape) else {
        report("unknown-name", "\"\(parent)\" is a \(shape.kind) and has no \"\(name)\"", path.range, source, scope)
        return nil
      }
      guard let part = fields[name.description] else {
        unknown(name, among: Array(fields.keys), " in \"\(parent)\"", path, source, scope)
        return nil
      }
      shape = resolved(part)
      parent += ".\(name)"
    }
    return shape
  }

  private func fields(_ shape: TemplateShape) -> [String: TemplateShape]? {
    if case .record(let fields) = shape { fields } else { nil }
  }

  private mutating func unknown(
    _ name: TemplateName, among known: [String], _ place: String, _ path: TemplatePath, _ source: SourceFile,
    _ scope: Scope
  ) {
    let near = NearMiss.suggestion(for: name.description, among: known).map { "write \"\($0)\"" }
    report("unknown-name", "unknown name \"\(name)\"\(place)", path.range, source, scope, suggestion: near)
  }

  private mutating func report(
    _ rule: String, _ summary: String, _ range: Range<Int>, _ source: SourceFile, _ scope: Scope,
    suggestion: String? = nil
  ) {
    let note = scope.origin.flatMap { $0.path == source.path ? nil : Diagnostic.Note("rendered from here", at: $0) }
    found.insert(
      Diagnostic(
        .error, rule: rule, summary, at: source.location(of: range), suggestion: suggestion,
        notes: note.map { [$0] } ?? []))
  }
}
