internal import ContentModel
internal import Diagnostics
internal import FileSystem
internal import Synchronization
internal import Terminology

extension ImportRun {
  struct Analysis: Sendable {
    let documents: [AnalyzedDocument]
    let diagnostics: [Diagnostic]
    /// Judges a document anew, for the audit.
    let judge: @Sendable (ImportInput) -> NormalizedDocument?
  }

  /// What the first reading of the documents tells.
  struct Survey: Sendable {
    /// Those with text, with the hash of their bytes.
    let documents: [(input: ImportInput, hash: String)]
    let recurrence: LineRecurrence
    let diagnostics: [Diagnostic]
    fileprivate let progress: ProgressCounter
  }

  /// Reads the documents for the lines that recur on unrelated pages, of which only hashes are kept. Each is read again
  /// when it is judged; so memory grows with what is kept, not with the files.
  func survey(_ inputs: [ImportInput]) async -> Survey {
    let progress = ProgressCounter(total: inputs.count * 2, report: progress)
    let isCancelled = isCancelled, rules = rules
    let first = await ParallelMap.run(inputs) { input -> (lines: LineRecurrence.PageLines?, hash: String, faults: [Diagnostic]) in
      if isCancelled() { return (nil, "", []) }
      let reading = input.read()
      progress.advance()
      // Of a document without text nothing is to be kept.
      let document = reading.document.flatMap { $0.lines.allSatisfy { $0.text.isEmpty } ? nil : $0 }
      return (document.map { LineRecurrence.PageLines($0, disguises: rules.disguises) }, reading.hash, reading.diagnostics)
    }
    let pages = first.compactMap(\.lines)
    return Survey(
      documents: zip(inputs, first).filter { $0.1.lines != nil }.map { (input: $0.0, hash: $0.1.hash) },
      recurrence: pages.count < 3 ? .none : LineRecurrence(pages), diagnostics: first.flatMap(\.faults), progress: progress)
  }

  /// Judges the documents.
  ///
  /// - Parameter decisions: with the documents' own names.
  func analyze(_ survey: Survey, decisions: ImportDecisions) async -> Analysis {
    let isCancelled = isCancelled, rules = rules, recurrence = survey.recurrence, progress = survey.progress
    let judge: @Sendable (ImportInput) -> (NormalizedDocument, [Diagnostic])? = { input in
      guard !isCancelled(), let document = input.read().document else { return nil }
      let (overrules, faults) = decisions.verdicts(for: document)
      return (normalize(document, rules: rules, recurrence: recurrence, overrules: overrules), faults)
    }
    let miner = TermMiner.standard
    let analyzed = await ParallelMap.run(survey.documents) { task -> (AnalyzedDocument?, [Diagnostic]) in
      defer { progress.advance() }
      guard let (document, faults) = judge(task.input) else {
        return (nil, isCancelled() ? [] : [Diagnostic(.error, rule: "unreadable", "\(task.input.name) went away while it was read")])
      }
      let analyzed = AnalyzedDocument(document, hash: task.hash, miner: miner)
      return (analyzed, faults + analyzed.diagnostics)
    }
    return Analysis(
      documents: analyzed.compactMap(\.0), diagnostics: survey.diagnostics + analyzed.flatMap(\.1), judge: { judge($0)?.0 })
  }

  /// Counts finished documents across tasks.
  fileprivate final class ProgressCounter: Sendable {
    private let done = Atomic<Int>(0)
    let total: Int
    let report: @Sendable (Int, Int) -> Void

    init(total: Int, report: @escaping @Sendable (Int, Int) -> Void) {
      self.total = total
      self.report = report
    }

    func advance() {
      report(done.wrappingAdd(1, ordering: .relaxed).newValue, total)
    }
  }
}
