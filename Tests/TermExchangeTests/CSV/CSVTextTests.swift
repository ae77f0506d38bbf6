import Testing

@testable import TermExchange

@Suite struct CSVTextTests {
  private func rows(_ text: String) throws -> [[String]] { try CSVText.read(Array(text.utf8)).map { $0.map(\.text) } }

  @Test func quotesWhatNeedsIt() {
    let bytes = CSVText.write([["a", "b,c", "d\"e", "f\ng", ""], [""]])
    #expect(String(decoding: bytes, as: UTF8.self) == "a,\"b,c\",\"d\"\"e\",\"f\ng\",\r\n\r\n")
  }

  @Test func readsWhatItWrites() throws {
    let table = [["a", "b,c", "d\"e", "f\ng", ""], ["词", "'", " x ", "\"", ","]]
    #expect(try rows(String(decoding: CSVText.write(table), as: UTF8.self)) == table)
  }

  @Test func readsAnyLineEndAndAMissingLastOne() throws {
    #expect(try rows("a,b\nc,d\r\ne,f\rg,") == [["a", "b"], ["c", "d"], ["e", "f"], ["g", ""]])
    #expect(try rows("\u{FEFF}a,\"x\r\ny\"\n\n") == [["a", "x\ny"]])
    #expect(try rows("") == [])
  }

  @Test func saysWhereAQuoteIsWrong() {
    #expect(throws: CSVText.Fault(offset: 2, summary: "quote that is opened here is never closed")) { try rows("a,\"b\nc") }
    #expect(throws: CSVText.Fault(offset: 5, summary: "text after a closing quote")) { try rows("a,\"b\"c") }
  }

  @Test(arguments: ["=1+1", "+1", "-1", "@x", "\tx", "＝1", "'=1", "''-", "'", "'x", "x", ""])
  func guardsFormulasAndGivesThemBack(text: String) {
    let guarded = SpreadsheetText.guarded(text)
    #expect(SpreadsheetText.unguarded(guarded) == text)
    #expect(!"=+-@\t\r＝＋－＠".contains(guarded.first ?? "x"))
  }

  @Test(arguments: [["a"], ["a; b", "c\\"], ["\\;", "x y"], []]) func listsComeBack(texts: [String]) {
    #expect(ListText.split(ListText.join(texts)) == texts)
  }
}
