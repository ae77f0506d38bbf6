import ContentModel
import Diagnostics

/// What is wrong with texts, their links among it: a list for each document, in their order.
enum BodyFaults {
  /// Where edits left the headings of all pages as they were, only the edited texts are looked at.
  static func make(_ model: SiteModel, since edits: TextEdits?) async -> [[Diagnostic]] {
    let check = LinkCheck(model.bodies, of: model.corpus)
    let isKept = edits?.keepAnchors == true
    return await ParallelMap.run(model.corpus.documents) { document in
      if isKept, let entry = model.bodies.entry(of: document) { return entry.faults }
      return model.body(of: document).map { $0.diagnostics + check.diagnostics(of: $0) } ?? []
    }
  }
}
