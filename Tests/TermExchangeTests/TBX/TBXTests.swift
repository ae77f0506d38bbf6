import ContentModel
import Diagnostics
import Foundation
import Testing

@testable import TermExchange

@Suite struct TBXTests {
  static let xmllint = "/usr/bin/xmllint"
  static let schema = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "tbx-basic.rng").path

  /// Whether xmllint finds the file valid, and what it says.
  private func validate(_ bytes: [UInt8]) throws -> (isValid: Bool, message: String) {
    let path = NSTemporaryDirectory() + "ciyuan-tbx-\(UUID().uuidString).tbx"
    try Data(bytes).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let process = Process(), errors = Pipe()
    process.executableURL = URL(filePath: Self.xmllint)
    process.arguments = ["--nonet", "--noout", "--relaxng", Self.schema, path]
    process.standardError = errors
    try process.run()
    let message = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus == 0, message)
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: xmllint), "xmllint is not installed"))
  func isValidTBXBasic() throws {
    let bytes = TBXWriter.tbx(ExchangedConcept.all(in: awkward), title: "A & B", languages: languages)
    let (isValid, message) = try validate(bytes)
    #expect(isValid, "\(message)")
    #expect(try validate(TBXWriter.tbx([], title: "", languages: languages)).isValid)
    // The schema can tell: a category that the dialect does not have is refused.
    let text = String(decoding: bytes, as: UTF8.self).replacing("subjectField", with: "subject").replacing(
      "admittedTerm", with: "legalTerm")
    #expect(try !validate(Array(text.utf8)).isValid)
  }

  @Test func readsWhatOtherProgramsWrite() {
    let (terms, diagnostics) = tbx(
      """
      <conceptEntry id="c7">
        <descrip type="subjectField">peft</descrip>
        <langSec xml:lang="en-US">
          <descripGrp><descrip type="definition">A <hi>low-rank</hi> update &amp; more.</descrip><admin type="source">ISO</admin></descripGrp>
          <note>Seen in 2021.</note>
          <termSec><term>low-rank adaptation</term><termNote type="partOfSpeech">noun</termNote></termSec>
          <termSec><term>LoRA</term><termNote type="termType">acronym</termNote></termSec>
          <termSec><term>low rank fine-tuning</term><termNote type="administrativeStatus">supersededTerm-admn-sts</termNote></termSec>
        </langSec>
        <langSec xml:lang="fr"><termSec><term>adaptation</term></termSec></langSec>
        <langSec xml:lang="zh-CN"><termSec><term>低秩适配</term></termSec></langSec>
      </conceptEntry>
      """)
    #expect(diagnostics.map(\.rule) == ["unknown-language"] && diagnostics[0].severity == .warning)
    let page = terms.concepts[0].pages[.english]!
    #expect(page["title"] == ["low-rank adaptation"] && page["abbreviation"] == ["LoRA"])
    #expect(page["deprecated"] == ["low rank fine-tuning"] && page["field"] == ["peft"] && page["sources"] == [])
    #expect(page[ExchangeKey.definition] == ["A low-rank update & more."] && page[ExchangeKey.explanation] == ["Seen in 2021."])
    #expect(terms.concepts[0].pages[.chinese]?["title"] == ["低秩适配"])
  }

  @Test func readsTheFormerEdition() {
    let text = """
      <martif type="TBX-Basic" xml:lang="en"><text><body><termEntry id="lora">
      <langSet xml:lang="en"><tig><term>LoRA</term></tig></langSet></termEntry></body></text></martif>
      """
    let (terms, diagnostics) = TBXReader.read(SourceFile(path: "t.tbx", text: text), languages: languages)
    #expect(diagnostics.isEmpty && terms.concepts.map(\.slug) == ["lora"])
  }

  @Test(arguments: [
    ("<html/>", "not-tbx"), ("<tbx style=\"dct\"/>", "not-tbx"), ("<tbx><a></tbx>", "xml"), ("", "xml"),
    ("<tbx><text><conceptEntry id=\"a\"/><conceptEntry id=\"a\"/></text></tbx>", "duplicate-concept"),
  ]) func saysWhatIsWrong(text: String, rule: String) {
    let diagnostics = TBXReader.read(SourceFile(path: "t.tbx", text: text), languages: languages).diagnostics
    #expect(diagnostics.map(\.rule) == [rule])
    #expect(diagnostics.first?.location?.path == "t.tbx")
  }

  @Test func loadsNoExternalEntity() throws {
    let path = NSTemporaryDirectory() + "ciyuan-secret-\(UUID().uuidString)"
    try Data("secret".utf8).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let text = """
      <?xml version="1.0"?><!DOCTYPE tbx [<!ENTITY x SYSTEM "file://\(path)">]>
      <tbx><text><body><conceptEntry id="a"><langSec xml:lang="en"><termSec><term>a&x;b</term></termSec></langSec></conceptEntry></body></text></tbx>
      """
    let terms = TBXReader.read(SourceFile(path: "t.tbx", text: text), languages: languages).terms
    #expect(!"\(terms)".contains("secret"))
  }

  @Test(arguments: ["<!DOCTYPE tbx SYSTEM \"x.dtd\">", "<!DOCTYPE tbx [<!ENTITY llm \"language model\">]>"])
  func saysThatEntitiesAreNotRead(declaration: String) throws {
    let text = """
      <?xml version="1.0"?>
      \(declaration)
      <tbx><text><body><!-- &llm; -->
      <conceptEntry id="a"><langSec xml:lang="en"><termSec><term>R&amp;D &llm;</term></termSec></langSec></conceptEntry></body></text></tbx>
      """
    let diagnostic = try #require(TBXReader.read(SourceFile(path: "a.tbx", text: text), languages: languages).diagnostics.first)
    #expect(diagnostic.rule == "xml-entity" && diagnostic.location?.line == 4)
    #expect(diagnostic.location.map { $0.lineText.utf8.dropFirst($0.column - 1).starts(with: "&llm;".utf8) } == true)
    let plain = text.replacing("&llm;</term>", with: "</term>")
    #expect(TBXReader.read(SourceFile(path: "a.tbx", text: plain), languages: languages).terms.concepts.count == 1)
  }

  @Test func saysWhatHasNoPlaceInAPage() {
    let read = tbx(
      """
      <conceptEntry id="a"><langSec xml:lang="en"><termSec><term>run</term><termNote type="partOfSpeech">verb</termNote></termSec>
      <termSec><term>go</term><termNote type="partOfSpeech">verb</termNote><termNote type="partOfSpeech">noun</termNote></termSec></langSec></conceptEntry>
      """)
    #expect(read.diagnostics.map(\.summary) == ["partOfSpeech \"verb\" stands 2 times and has no place in a page: left out"])
    #expect(read.diagnostics.first?.severity == .note && read.terms.concepts.count == 1)
  }
}
