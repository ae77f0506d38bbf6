public import Diagnostics

extension TemplateLibrary {
  /// Every name in templates, and in all they include, that a shape does not declare, and every list, record or flag
  /// that is written as a text: sorted by place, with the declared name that was probably meant.
  ///
  /// - Parameters:
  ///   - uses: for each template that is rendered, the shapes of the records given to `render`, in the same order.
  ///   - names: the shapes behind `TemplateShape.named`. A name that is missing there is a programmer's mistake.
  /// - Returns: one diagnostic for a fault, with notes that say from where a partial or parent was reached.
  public func check(
    _ uses: [String: [TemplateShape]], naming names: [String: TemplateShape] = [:]
  ) -> [Diagnostic] {
    var merged: [Fault: Diagnostic] = [:]
    for (template, shapes) in uses.sorted(by: { $0.key < $1.key }) {
      var checker = TemplateChecker(templates, names: names)
      checker.check(template, against: shapes)
      for diagnostic in checker.found.sorted() {
        let fault = Fault(location: diagnostic.location, summary: diagnostic.summary)
        let earlier = merged[fault]
        let notes = (earlier?.notes ?? []) + diagnostic.notes.filter { !(earlier?.notes.contains($0) ?? false) }
        merged[fault] = Diagnostic(
          diagnostic.severity, rule: diagnostic.rule, diagnostic.summary, at: diagnostic.location,
          suggestion: diagnostic.suggestion, notes: notes)
      }
    }
    return merged.values.sorted()
  }

  /// Checks one template; see `check(_:naming:)`.
  public func check(
    _ template: String, against shapes: TemplateShape..., naming names: [String: TemplateShape] = [:]
  ) -> [Diagnostic] {
    check([template: shapes], naming: names)
  }

  private struct Fault: Hashable {
    let location: SourceLocation?
    let summary: String
  }
}
