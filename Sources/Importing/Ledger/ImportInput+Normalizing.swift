internal import ContentModel
package import Diagnostics

extension ImportInput {
  /// Reads documents and judges them as an import does, with what people decided; nothing is written.
  ///
  /// - Returns: the pages that could be read, in the order of the input, and what is wrong with the others.
  package static func normalize(
    _ inputs: [ImportInput], rules: ImportRules, decisions: ImportDecisions
  ) async -> ([NormalizedDocument], [Diagnostic]) {
    let readings = await ParallelMap.run(inputs) { $0.read() }
    let documents = readings.compactMap(\.document)
    let pages = await Importing.normalize(documents, rules: rules) { decisions.verdicts(for: $0).0 }
    return (pages, readings.flatMap(\.diagnostics) + documents.flatMap { decisions.verdicts(for: $0).1 })
  }
}
