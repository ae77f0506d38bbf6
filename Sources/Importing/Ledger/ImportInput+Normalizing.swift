internal import ContentModel
package import Diagnostics

extension ImportInput {
  /// Reads documents and judges them as an import does, with what people decided; nothing is written.
  ///
  /// - Returns: the pages that could be read, in the order of the input, and what is wrong with the others.
  package static func normalize(
    _ inputs: [ImportInput], rules: ImportRules, decisions: ImportDecisions, places: DocumentPlaces
  ) async -> ([NormalizedDocument], [Diagnostic]) {
    let readings = await ParallelMap.run(inputs) { $0.read() }
    let documents = readings.compactMap(\.document)
    // What people settled of other documents is none of these.
    let names = DocumentNames(documents.map(\.path), former: [])
    let (decisions, faults) = decisions.resolved(among: names, places: places)
    let pages = await Importing.normalize(documents, rules: rules) { decisions.verdicts(for: $0).0 }
    return (
      pages,
      readings.flatMap(\.diagnostics) + faults.filter { $0.severity == .error } + documents.flatMap { decisions.verdicts(for: $0).1 }
    )
  }
}
