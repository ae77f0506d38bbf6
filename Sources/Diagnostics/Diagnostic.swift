/// A fault in what people write, as a value: it is never thrown and never only logged.
public struct Diagnostic: Sendable, Hashable {
  public enum Severity: String, Sendable, Hashable, CaseIterable {
    case error, warning, note
  }

  public var severity: Severity
  /// Stable name of the rule, in kebab-case: `dead-link`.
  public let rule: String
  /// One line without a final period, the most specific word first.
  public let summary: String
  /// Where the fault is; `nil` where it concerns the whole site.
  public let location: SourceLocation?
  /// What to do about it, as a verb phrase: `write "related"`.
  public let suggestion: String?
  /// Other places that explain the fault.
  public let notes: [Note]

  public struct Note: Sendable, Hashable {
    public let text: String
    public let location: SourceLocation?

    public init(_ text: String, at location: SourceLocation? = nil) {
      self.text = text
      self.location = location
    }
  }

  public init(
    _ severity: Severity, rule: String, _ summary: String, at location: SourceLocation? = nil,
    suggestion: String? = nil, notes: [Note] = []
  ) {
    self.severity = severity
    self.rule = rule
    self.summary = summary
    self.location = location
    self.suggestion = suggestion
    self.notes = notes
  }
}

extension Diagnostic: Comparable {
  /// By place, then rule: the order in which people mend a file, and the same on every run.
  public static func < (lhs: Diagnostic, rhs: Diagnostic) -> Bool {
    let (l, r) = (lhs.location, rhs.location)
    return (l?.path ?? "", l?.line ?? 0, l?.column ?? 0, lhs.rule, lhs.summary)
      < (r?.path ?? "", r?.line ?? 0, r?.column ?? 0, rhs.rule, rhs.summary)
  }
}
