/// A page whose lines are judged: what items are found on.
struct JudgedPage {
  let document: ScrapedDocument
  let lines: [PageLine]
  let verdicts: [LineVerdict]
  let rules: ImportRules

  func items() -> [Item] { [] }
}
