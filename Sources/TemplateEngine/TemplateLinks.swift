internal import Diagnostics

/// What a template asks of others: that partials, parents and their blocks exist, and that inclusion ends.
struct TemplateLinks {
  private let templates: [String: TemplateLibrary.Template]
  private let source: SourceFile
  private(set) var diagnostics: [Diagnostic] = []

  init(of name: String, in templates: [String: TemplateLibrary.Template]) {
    self.templates = templates
    guard let template = templates[name] else { preconditionFailure("no template \(name)") }
    source = template.source
    check(template.nodes)
    checkLoop(from: name)
  }

  private mutating func check(_ nodes: [TemplateNode]) {
    for node in nodes {
      switch node {
      case .literal, .value: break
      case .section(_, let nodes), .inverted(_, let nodes): check(nodes)
      case .block(let block): check(block.content)
      case .inclusion(let inclusion):
        check(inclusion)
        for argument in inclusion.arguments { check(argument.content) }
      }
    }
  }

  private mutating func check(_ inclusion: TemplateInclusion) {
    guard templates[inclusion.template] != nil else {
      // Dynamic names have been reported already.
      if inclusion.template.hasPrefix("*") { return }
      let kind = inclusion.isParent ? "parent" : "partial"
      let near = NearMiss.suggestion(for: inclusion.template, among: templates.keys)
      return report(
        "missing-template", "\(kind) \"\(inclusion.template)\" does not exist", at: inclusion.range,
        suggestion: near.map { "write \"\($0)\"" })
    }
    var known: Set<TemplateName> = []
    var visited: Set<String> = []
    collectBlocks(of: inclusion.template, into: &known, visited: &visited)
    for argument in inclusion.arguments { collectBlocks(in: argument.content, into: &known, visited: &visited) }
    for argument in inclusion.arguments where !known.contains(argument.name) {
      let near = NearMiss.suggestion(for: argument.name.description, among: known.map(\.description))
      report(
        "unknown-block", "\"\(inclusion.template)\" has no block \"\(argument.name)\"", at: argument.range,
        suggestion: near.map { "write \"\($0)\"" })
    }
  }

  /// The blocks that a template and all it includes can have replaced.
  private func collectBlocks(of name: String, into known: inout Set<TemplateName>, visited: inout Set<String>) {
    guard visited.insert(name).inserted, let template = templates[name] else { return }
    collectBlocks(in: template.nodes, into: &known, visited: &visited)
  }

  private func collectBlocks(
    in nodes: [TemplateNode], into known: inout Set<TemplateName>, visited: inout Set<String>
  ) {
    for node in nodes {
      switch node {
      case .literal, .value: break
      case .section(_, let nodes), .inverted(_, let nodes): collectBlocks(in: nodes, into: &known, visited: &visited)
      case .block(let block):
        known.insert(block.name)
        collectBlocks(in: block.content, into: &known, visited: &visited)
      case .inclusion(let inclusion):
        collectBlocks(of: inclusion.template, into: &known, visited: &visited)
        for argument in inclusion.arguments {
          collectBlocks(in: argument.content, into: &known, visited: &visited)
        }
      }
    }
  }

  /// Partials and parents outside any section or block are always rendered: if they lead back, nothing ever ends.
  private mutating func checkLoop(from name: String) {
    for case .inclusion(let inclusion) in templates[name]?.nodes ?? [] {
      var chain = [name]
      guard leads(from: inclusion.template, to: name, chain: &chain) else { continue }
      report(
        "template-loop", "\"\(name)\" includes itself without end", at: inclusion.range,
        suggestion: "break the loop: \((chain + [name]).joined(separator: " → "))")
    }
  }

  private func leads(from start: String, to goal: String, chain: inout [String]) -> Bool {
    if start == goal { return true }
    if chain.contains(start) { return false }
    chain.append(start)
    for case .inclusion(let inclusion) in templates[start]?.nodes ?? [] {
      if leads(from: inclusion.template, to: goal, chain: &chain) { return true }
    }
    chain.removeLast()
    return false
  }

  private mutating func report(_ rule: String, _ summary: String, at range: Range<Int>, suggestion: String? = nil) {
    diagnostics.append(
      Diagnostic(.error, rule: rule, summary, at: source.location(of: range), suggestion: suggestion))
  }
}
