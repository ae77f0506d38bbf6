internal import ContentModel
internal import Diagnostics
internal import FileSystem
internal import Synchronization
internal import Terminology

extension ImportRun {
  struct Analysis: Sendable {
    let documents: [AnalyzedDocument]
    let diagnostics: [Diagnostic]
  }

  /// Reads and judges the documents. Each is read twice: first for the lines that recur on unrelated pages, of which
  /// only hashes are kept, then for its content; so memory does not grow with the text.
  func analyze(_ inputs: [ImportInput], decisions: ImportDecisions) async -> Analysis {
    let counter = ProgressCounter(total: inputs.count * 2, report: progress)
    let documents = await ParallelMap.run(inputs) { input in (input, input.read()) }
    let normalized = await normalize(documents.compactMap { $0.1.document }, rules: rules)
    let miner = TermMiner()
    let hashes = Dictionary(documents.map { ($0.0.name, $0.1.hash) }) { first, _ in first }
    let analyzed = normalized.map { document in
      counter.advance()
      return AnalyzedDocument(document, hash: hashes[document.document.path] ?? "", miner: miner)
    }
    return Analysis(documents: analyzed, diagnostics: documents.flatMap { $0.1.diagnostics })
  }

  /// Counts finished documents across tasks.
  private final class ProgressCounter: Sendable {
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
