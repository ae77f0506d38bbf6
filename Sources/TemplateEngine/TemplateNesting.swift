internal import Diagnostics

/// Finds the end tag of every tag that opens something, and reports those that have none.
struct TemplateNesting {
  /// Index of the end token for each opening token that has one.
  private(set) var ends: [Int: Int] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  init(_ tokens: [TemplateToken], in source: SourceFile) {
    var stack: [(index: Int, tag: TemplateTag)] = []

    func unclosed(_ tag: TemplateTag) -> Diagnostic {
      Diagnostic(
        .error, rule: "template-syntax", "\(tag.kind) \"\(tag.name)\" is not closed",
        at: source.location(of: tag.nameRange), suggestion: "close it with {{/\(tag.name)}}")
    }

    for (index, token) in tokens.enumerated() {
      guard let tag = token.tag else { continue }
      if tag.opens { stack.append((index, tag)) }
      guard tag.kind == .end else { continue }
      if let match = stack.lastIndex(where: { $0.tag.name == tag.name }) {
        diagnostics += stack[(match + 1)...].map { unclosed($0.tag) }
        ends[stack[match].index] = index
        stack.removeSubrange(match...)
      } else {
        let open = stack.last
        let note = open.map { Diagnostic.Note("\($0.tag.kind) opens here", at: source.location(of: $0.tag.nameRange)) }
        diagnostics.append(
          Diagnostic(
            .error, rule: "template-syntax", "end tag \"\(tag.name)\" closes nothing",
            at: source.location(of: tag.nameRange), suggestion: open.map { "write {{/\($0.tag.name)}}" },
            notes: note.map { [$0] } ?? []))
        // A slip of the pen closes what is open: its opening tag is not reported as well.
        if let open, NearMiss.suggestion(for: tag.name, among: [open.tag.name]) != nil {
          ends[open.index] = index
          stack.removeLast()
        }
      }
    }
    diagnostics += stack.map { unclosed($0.tag) }
  }
}
