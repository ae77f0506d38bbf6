public import Diagnostics

extension TemplateLibrary {
  /// Templates that lead back to themselves, through sections and blocks as well, sorted by place. That is right where the
  /// data are trees and has no end where they are not, which the library cannot know: whoever renders records without
  /// trees asks here, and then no page can fail for nesting.
  public var recursions: [Diagnostic] {
    templates.sorted { $0.key < $1.key }.compactMap { name, template in
      for inclusion in Self.inclusions(in: template.nodes) {
        var visited: Set<String> = []
        guard leads(from: inclusion.template, to: name, &visited) else { continue }
        return Diagnostic(
          .error, rule: "template-loop", "\"\(name)\" includes itself", at: template.source.location(of: inclusion.range),
          suggestion: "write the levels out: no value of a page is a tree")
      }
      return nil
    }.sorted()
  }

  private func leads(from start: String, to goal: String, _ visited: inout Set<String>) -> Bool {
    if start == goal { return true }
    guard visited.insert(start).inserted, let template = templates[start] else { return false }
    return Self.inclusions(in: template.nodes).contains { leads(from: $0.template, to: goal, &visited) }
  }

  private static func inclusions(in nodes: [TemplateNode]) -> [TemplateInclusion] {
    nodes.flatMap { node -> [TemplateInclusion] in
      switch node {
      case .literal, .value: []
      case .section(_, let nodes), .inverted(_, let nodes): inclusions(in: nodes)
      case .block(let block): inclusions(in: block.content)
      case .inclusion(let inclusion): [inclusion] + inclusion.arguments.flatMap { inclusions(in: $0.content) }
      }
    }
  }
}
