import ContentModel
import Diagnostics
import Testing

@testable import TermExchange

@Suite struct RoundTripTests {
  let concepts = ExchangedConcept.all(in: awkward)

  private func site(after terms: ImportedTerms) -> Corpus {
    corpus(TermImport(terms, into: Corpus([]), languages: languages).texts)
  }

  @Test(arguments: [false, true]) func csvComesBackAsItWent(hasMark: Bool) {
    let bytes = TermTable.csv(concepts, languages: languages, hasByteOrderMark: hasMark)
    let (terms, diagnostics) = table(String(decoding: bytes, as: UTF8.self))
    #expect(diagnostics.isEmpty)
    #expect(ExchangedConcept.all(in: site(after: terms)) == concepts)
    #expect(TermTable.csv(ExchangedConcept.all(in: site(after: terms)), languages: languages, hasByteOrderMark: hasMark) == bytes)
  }

  @Test func tbxComesBackAsItWent() {
    let bytes = TBXWriter.tbx(concepts, title: "T", languages: languages)
    let (terms, diagnostics) = TBXReader.read(.init(path: "t.tbx", bytes: bytes), languages: languages)
    #expect(diagnostics.isEmpty)
    #expect(ExchangedConcept.all(in: site(after: terms)) == concepts)
    #expect(TBXWriter.tbx(ExchangedConcept.all(in: site(after: terms)), title: "T", languages: languages) == bytes)
  }

  @Test func changesNothingWhereTheContentIsTheSame() {
    let table = table(String(decoding: TermTable.csv(concepts, languages: languages), as: UTF8.self)).terms
    let file = SourceFile(path: "t.tbx", bytes: TBXWriter.tbx(concepts, title: "T", languages: languages))
    for terms in [table, TBXReader.read(file, languages: languages).terms] {
      let plan = TermImport(terms, into: awkward, languages: languages)
      #expect(plan.changes.isEmpty && plan.diagnostics.isEmpty && plan.unchanged == 4)
    }
  }

  /// A spreadsheet may write semicolons, other line ends and its columns in another order.
  @Test func readsWhatASpreadsheetMakesOfATable() {
    let text = "title:en;concept;title:zh;tags\r\"Low-rank; adaptation\";lora;低秩适配;peft\r"
    let (terms, diagnostics) = table(text)
    #expect(diagnostics.isEmpty)
    #expect(terms.concepts.count == 1)
    #expect(terms.concepts[0].pages[.english]?["title"] == ["Low-rank; adaptation"])
    #expect(terms.concepts[0].pages[.chinese]?["tags"] == ["peft"])
  }
}
