import ContentModel
import Diagnostics
import Testing

@testable import TermExchange

@Suite struct TermImportTests {
  static let file = """
    ---
    # my notes
    title: 低秩适配  # the usual name
    admitted: [低秩自适应]
    related:
      - qlora
      # to be added: dora
    custom-key: kept
    ---

    定义在此。


    ## 说明

    正文。
    """
  let site = corpus(["terms/lora.zh.md": file])

  private func exported(_ change: (String) -> String) -> String {
    change(String(decoding: TermTable.csv(ExchangedConcept.all(in: site), languages: languages), as: UTF8.self))
  }

  @Test func takesWhatWasChangedInTheTableAndTouchesNothingElse() throws {
    let plan = TermImport(table(exported { $0.replacing("低秩自适应", with: "低秩自适应; 低阶适配") }).terms, into: site, languages: languages)
    #expect(plan.diagnostics.isEmpty)
    #expect(plan.texts["terms/lora.zh.md"] == Self.file.replacing("[低秩自适应]", with: "[低秩自适应, 低阶适配]"))
  }

  @Test func keepsCommentsOfTheLinesItWrites() throws {
    let plan = TermImport(
      table(exported { $0.replacing("低秩适配", with: "新名").replacing("qlora", with: "qlora; dora") }).terms, into: site, languages: languages)
    let text = try #require(plan.texts["terms/lora.zh.md"])
    #expect(text.contains("# my notes\n# the usual name\ntitle: 新名\n"))
    #expect(text.contains("related:\n  - qlora\n  - dora\n") && text.contains("to be added: dora") && text.contains("custom-key: kept"))
    #expect(text.hasSuffix("定义在此。\n\n\n## 说明\n\n正文。"))
  }

  @Test func removesWhatATableEmptied() {
    let plan = TermImport(table(exported { $0.replacing("低秩自适应", with: "") }).terms, into: site, languages: languages)
    #expect(plan.texts["terms/lora.zh.md"] == Self.file.replacing("admitted: [低秩自适应]\n", with: ""))
  }

  @Test func replacesNothingThatWasEditedSinceTheExport() {
    let edited = corpus(["terms/lora.zh.md": Self.file.replacing("定义在此。", with: "编辑过的定义。")])
    let changed = exported { $0.replacing("定义在此。", with: "表格里的定义。").replacing("低秩自适应", with: "低阶适配") }
    let plan = TermImport(table(changed).terms, into: edited, languages: languages)
    #expect(plan.diagnostics.map(\.rule) == ["import-conflict"])
    #expect(plan.diagnostics[0].location?.lineText == "编辑过的定义。")
    let text = plan.texts["terms/lora.zh.md"] ?? ""
    #expect(text.contains("编辑过的定义。") && text.contains("[低秩自适应, 低阶适配]"))
  }

  @Test func mergesBothSidesWithTheBase() {
    let edited = corpus(["terms/lora.zh.md": Self.file.replacing("[低秩自适应]", with: "[低秩自适应, 编者的名]")])
    let changed = exported { $0.replacing("低秩自适应", with: "表里的名").replacing("定义在此。", with: "表格里的定义。") }
    let plan = TermImport(table(changed).terms, base: table(exported { $0 }).terms, into: edited, languages: languages)
    #expect(plan.diagnostics.isEmpty)
    let text = plan.texts["terms/lora.zh.md"] ?? ""
    #expect(text.contains("[编者的名, 表里的名]") && text.contains("表格里的定义。\n\n## 说明"))
  }

  @Test func findsConceptsByNameAndNamesNewOnes() {
    let terms = tbx(
      """
      <conceptEntry id="c1"><langSec xml:lang="zh"><termSec><term>低秩适配</term></termSec></langSec>
        <langSec xml:lang="en"><termSec><term>Low-rank adaptation</term></termSec></langSec></conceptEntry>
      <conceptEntry id="c2"><langSec xml:lang="en"><termSec><term>Beam search</term></termSec></langSec></conceptEntry>
      <conceptEntry id="beam-size"><langSec xml:lang="zh"><termSec><term>束宽</term></termSec></langSec></conceptEntry>
      """
    ).terms
    let texts = TermImport(terms, into: site, languages: languages).texts
    #expect(texts.keys.sorted() == ["terms/beam-search.en.md", "terms/beam-size.zh.md", "terms/lora.zh.md"])
    #expect(texts["terms/lora.zh.md"]?.contains("translation: [Low-rank adaptation]") == true)
    #expect(texts["terms/beam-search.en.md"] == "---\ntitle: Beam search\nstatus: proposed\n---\n")
  }

  @Test func keepsTheLineEndsAndTheMarkOfAFile() {
    let windows = "\u{FEFF}---\r\ntitle: 甲\r\n---\r\n\r\n定义。\r\n"
    let site = corpus(["terms/a.zh.md": windows])
    let plan = TermImport(table("concept,title:zh,definition:zh,tags\na,甲,定义。,x\n").terms, into: site, languages: languages)
    #expect(plan.texts["terms/a.zh.md"] == "\u{FEFF}---\r\ntitle: 甲\r\ntags: [x]\r\n---\r\n\r\n定义。\r\n")
  }

  @Test func leavesFrontMatterAloneThatIsNotWrittenAKeyALine() {
    let site = corpus(["terms/a.zh.md": "---\n{title: 甲, tags: [y]}\n---\n定义。\n"])
    let plan = TermImport(table("concept,title:zh,tags\na,甲,x\n").terms, into: site, languages: languages)
    #expect(plan.changes.isEmpty && plan.diagnostics.map(\.rule) == ["front-matter"])
  }

  /// Nothing that a file says can lead out of the folder.
  @Test(arguments: ["../../etc/passwd", "/etc/x", "a/b", "..", ".hidden", "a\\b"])
  func makesNoPathOfWhatIsNoSlug(id: String) {
    let plan = TermImport(table("concept,title:en\n\(id),Some name\n").terms, into: Corpus([]), languages: languages)
    #expect(plan.changes.map(\.path) == ["terms/some-name.en.md"])
  }

  @Test func writesNoValueThatAPageCannotHave() throws {
    let plan = TermImport(
      table("concept,title:zh,status,date,year\nnew,新词,drafft,2024-13-01,abcd\n").terms, into: site, languages: languages)
    #expect(plan.diagnostics.map(\.rule) == ["not-a-date", "unknown-status", "not-a-year"])
    #expect(plan.diagnostics.map { [$0.location?.line ?? 0, $0.location?.column ?? 0] } == [[2, 19], [2, 12], [2, 30]])
    #expect(plan.diagnostics[1].suggestion == "write \"draft\" in the file, and import it again")
    #expect(plan.texts["terms/new.zh.md"] == "---\ntitle: 新词\nstatus: proposed\n---\n")
  }

  @Test func namesAFaultOfBothLanguagesOnceAndConceptsThatAreNone() {
    let text = """
      concept,title:zh,title:en,admitted:zh,definition:en,year,broader,related
      x,新词,New word,甲,A word.,abc,lora; y,questions/q
      y,另一词,,,,,none,

      """
    let plan = TermImport(table(text).terms, into: site, languages: languages)
    #expect(plan.diagnostics.map(\.rule) == ["not-a-year", "unknown-page"])
    #expect(plan.diagnostics.last?.location?.line == 3)
  }

  @Test func pointsAtTheValueOfSeveral() {
    let plan = TermImport(table("concept,title:zh,broader\nx,新词,lora; nowhere\n").terms, into: site, languages: languages)
    #expect(plan.diagnostics.map { [$0.location?.line, $0.location?.column] } == [[2, 16]])
    let text = """
      <tbx><text><body><conceptEntry id="x">
      <langSec xml:lang="en"><termSec><term>New word</term></termSec></langSec>
      <ref type="crossReference" target="lora">broader</ref>
      <ref type="crossReference" target="nowhere">broader</ref>
      <ref type="crossReference" target="lora">broader</ref></conceptEntry></body></text></tbx>
      """
    let terms = TBXReader.read(SourceFile(path: "t.tbx", text: text), languages: languages).terms
    let found = TermImport(terms, into: site, languages: languages).diagnostics
    #expect(found.map(\.rule) == ["unknown-page"] && found.first?.location?.line == 4)
  }

  @Test func namesTwoRowsOfOneConceptThatDiffer() throws {
    let plan = TermImport(
      table("concept,title:zh,admitted:zh\n,新词,甲\n,新词,乙\nlora,低秩适配,\n,低秩适配,丙\n,另一词,\n,另一词,\n").terms, into: site, languages: languages)
    #expect(plan.diagnostics.map(\.rule) == ["duplicate-concept", "duplicate-concept"])
    #expect(plan.diagnostics.map { $0.location?.line } == [3, 5] && plan.diagnostics[0].notes.first?.location?.line == 2)
    #expect(plan.changes.count { $0.former == nil } == 2)
  }
}
