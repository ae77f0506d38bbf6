internal import ContentModel

/// Judges the lines of pages and finds their items.
///
/// The result stands in the order of the input. It depends on the set of the documents (lines that recur on unrelated
/// pages weigh as noise), not on their order. `overrules` gives the verdicts that people settled for a document.
/// O(total text).
package func normalize(
  _ documents: [ScrapedDocument], rules: ImportRules = .standard,
  overrules: @escaping @Sendable (ScrapedDocument) -> [LineVerdict] = { _ in [] }
) async -> [NormalizedDocument] {
  let pages = await ParallelMap.run(documents) { LineRecurrence.PageLines($0, disguises: rules.disguises) }
  let recurrence = documents.count < 3 ? .none : LineRecurrence(pages)
  return await ParallelMap.run(documents) {
    normalize($0, rules: rules, recurrence: recurrence, overrules: overrules($0))
  }
}

/// One page, with what is known of the others. `overrules` come behind all rules, which never see them: what people decide of a
/// line says nothing of other lines.
func normalize(
  _ document: ScrapedDocument, rules: ImportRules, recurrence: LineRecurrence, overrules: [LineVerdict] = []
) -> NormalizedDocument {
  let document = document.withTables(rules)
  var page = NoisePage(document, rules: rules, recurrence: recurrence)
  for line in page.lines where line.folded.length > ScrapedLine.longest && !LongText.isWritten(line.raw) {
    page.decide(line.number - 1, .strip, ScrapedLine.tooLong, "\(line.folded.length) characters")
  }
  for rule in NoiseRule.all { rule.apply(&page) }
  var verdicts = page.lines.indices.map { index in
    page.verdicts[index] ?? LineVerdict(line: page.lines[index].number, action: .keep, rule: "content")
  }
  for overrule in overrules where verdicts[overrule.line - 1].action != .blank { verdicts[overrule.line - 1] = overrule }
  var judged = JudgedPage(document: document, lines: page.lines, verdicts: verdicts, rules: rules, columnValues: page.columnValues)
  let outline = OutlineReader.read(judged)
  for index in outline.empty {
    verdicts[index] = LineVerdict(line: page.lines[index].number, action: .strip, rule: "empty-section", evidence: "nothing below")
  }
  judged.verdicts = verdicts
  let items = judged.items(outline)
  return NormalizedDocument(
    document: document, verdicts: verdicts, items: items, rest: judged.rest(outline, outside: items),
    provenance: judged.provenance())
}
