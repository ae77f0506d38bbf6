internal import Diagnostics
internal import Foundation

/// What people settled of documents that an import did not read, and the ledger does not show yet: only reading the document
/// again carries it out.
enum PendingOverrules {
  private struct Row: Decodable {
    let lines: [Int]
    let verdict: String
    let rule: String
  }

  /// - Parameters:
  ///   - decisions: with the documents' own names.
  ///   - ledger: rows of the documents that were not read, by name.
  ///   - isThere: whether the document is where it was read.
  /// - Returns: a warning for each that the next import without a path carries out; an error where the document is gone.
  static func find(_ decisions: ImportDecisions, in ledger: [String: [LedgerRow]], isThere: (String) -> Bool) -> [Diagnostic] {
    let mark = Array("\"rule\":\"\(ImportDecisions.overruled)\"".utf8)
    let overrules = Dictionary(grouping: decisions.overrules) { $0.document }
    var diagnostics: [Diagnostic] = []
    for (document, rows) in ledger.sorted(by: { $0.key < $1.key }) {
      let wanted = overrules[document] ?? []
      guard !wanted.isEmpty || rows.contains(where: { $0.bytes.firstRange(of: mark) != nil }) else { continue }
      let fates = rows.compactMap { try? JSONDecoder().decode(Row.self, from: Data($0.leading(to: nil))) }.filter { $0.lines.count == 2 }
      var verdicts: [Int: String] = [:], overruled: Set<Int> = []
      for fate in fates where fate.lines[0] <= fate.lines[1] {
        for line in fate.lines[0]...fate.lines[1] {
          verdicts[line] = fate.verdict
          if fate.rule == ImportDecisions.overruled { overruled.insert(line) }
        }
      }
      for overrule in wanted {
        overruled.subtract(overrule.lines)
        guard let line = overrule.lines.first(where: { verdicts[$0].map { $0 != overrule.action.rawValue } ?? false }) else { continue }
        diagnostics.append(diagnostic(document, "to \(overrule.action.rawValue) line \(line)", at: overrule.place, isThere(document)))
      }
      if let line = overruled.min() {
        let place = SourceLocation(path: document, line: line, column: 1)
        diagnostics.append(diagnostic(document, "what import.yml does not say of line \(line) any more", at: place, isThere(document)))
      }
    }
    return diagnostics
  }

  private static func diagnostic(_ document: String, _ what: String, at place: SourceLocation, _ isThere: Bool) -> Diagnostic {
    Diagnostic(
      isThere ? .warning : .error, rule: "overrule-not-carried-out",
      isThere ? "\(document) was not read: not carried out is \(what)" : "\(document) is not where it was read: not carried out is \(what)",
      at: place, suggestion: isThere ? "run ciyuan import without a path" : "give the document again: ciyuan import PATH")
  }
}
