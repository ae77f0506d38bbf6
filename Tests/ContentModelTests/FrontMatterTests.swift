import Diagnostics
import SyntheticCorpus
import Testing

@testable import ContentModel

@Suite struct FrontMatterTests {
  static func split(_ text: String) -> FrontMatter.Split { FrontMatter.split(SourceFile(path: "a.zh.md", text: text)) }

  @Test func readsScalarsListsAndTheBody() throws {
    let file = SourceFile(path: "a", text: "---\ntitle: 注意力\ntags: [a, \"b: c\"]\nrelated:\n- x\n- y\nempty:\n---\n正文\n")
    let split = FrontMatter.split(file)
    #expect(split.diagnostics.isEmpty)
    #expect(split.frontMatter.text("title")?.value == "注意力")
    #expect(split.frontMatter.list("tags").map(\.value) == ["a", "b: c"])
    #expect(split.frontMatter.list("related").map(\.value) == ["x", "y"])
    #expect(split.frontMatter.text("empty") == nil)
    #expect(file.text(in: split.body) == "正文\n")
    #expect(file.text(in: try #require(split.frontMatter.text("title")).range) == "注意力")
  }

  @Test func keepsScalarsAsTheyAreWritten() {
    let split = Self.split("---\na: no\nb: 12:30\nc: 0x10\nd: 2026-01-02\n---\n")
    #expect(["a", "b", "c", "d"].map { split.frontMatter.text($0)?.value } == ["no", "12:30", "0x10", "2026-01-02"])
  }

  @Test(arguments: [
    ("title: [a\n", 2, 8, "write [one, another], with brackets and commas of ASCII"),
    ("ok: 1\ntitle: \"a\nb: c\n", 3, 8, "close it with the same quote, on the same line"),
    ("ok: 1\na: b: c\n", 3, 5, "put a text that holds a colon into quotes: \"…\""),
    ("title: x\n\ttags: [a]\n", 3, 1, "write spaces instead of the tab"),
    ("title: @x\n", 2, 8, "put the text into quotes: \"…\""),
    ("title：x\ntags: [a]\n", 2, 6, "write \": \", a colon of ASCII and a space"),
    ("title: x\ntitle: y\n", 3, 1, "remove one of them"),
  ])
  func pointsAtWhatIsBrokenAndSaysWhatToWrite(head: String, line: Int, column: Int, suggestion: String) throws {
    let diagnostic = try #require(Self.split("---\n\(head)---\n").diagnostics.first)
    #expect(diagnostic.location.map { [$0.line, $0.column] } == [line, column], "\(diagnostic)")
    #expect(diagnostic.suggestion == suggestion, "\(diagnostic)")
    #expect(diagnostic.severity == .error)
  }

  @Test func pointsAtAHeadWithoutAnEnd() throws {
    #expect(try #require(Self.split("---\ntitle: x\n").diagnostics.first).location?.line == 1)
  }

  /// The fast path must mean what Yams means wherever it answers at all.
  @Test func agreesWithYamsOnGeneratedFrontMatter() {
    var generator = SplitMix64(seed: 1)
    let pieces = [
      "a", "注意", "no", "12:30", " ", ": ", ":", "#", " #", "[", "]", ",", "\"", "'", "-", "- ", "\n", "\n- ", "\nk: ", "\nt: [",
      "~", "null", "|", ">", "&", "*", "\\", "\t", "é", "\u{2028}", "\u{85}", "{", "}", "?", "!", "%", "@", "`", "0x1F", "\r\n",
    ]
    var answered = 0
    for _ in 0..<20_000 {
      let text =
        "k0: " + (0..<Int.random(in: 0...8, using: &generator)).map { _ in pieces.randomElement(using: &generator)! }.joined() + "\n"
      let file = SourceFile(path: "x", text: text)
      guard let fast = FastFrontMatter.parse(file.bytes, 0..<file.bytes.count) else { continue }
      answered += 1
      let (slow, diagnostics) = FrontMatter.parseYAML(file, 0..<file.bytes.count)
      let simplified = { (matter: FrontMatter) in matter.entries.map { [$0.key.value] + matter.list($0.key.value).map(\.value) } }
      #expect(diagnostics.isEmpty && simplified(fast) == simplified(slow), "\(text.debugDescription)")
    }
    #expect(answered > 1_000)
  }
}

@Suite struct DocumentDecodingTests {
  static func decode(_ text: String, path: String = "terms/a.zh.md") -> (Document?, [Diagnostic]) {
    Document.decode(SourceFile(path: "Content/" + path, text: text), path: path, languages: [.chinese, .english])
  }

  @Test func namesTheNearestKey() throws {
    let (document, diagnostics) = Self.decode("---\ntitle: x\nrelatd: [b]\n---\n")
    #expect(document != nil)
    let diagnostic = try #require(diagnostics.first)
    #expect(diagnostic.rule == "unknown-key" && diagnostic.suggestion == "write \"related\"")
    #expect(diagnostic.location?.line == 3)
  }

  @Test(arguments: [
    ("terms/a.md", "file-name"), ("terms/a.fr.md", "file-name"), ("other/a.zh.md", "file-name"),
    ("terms/b/a.zh.md", "file-name"), ("terms/中文.zh.md", "file-name"),
  ])
  func refusesNamesThatAreNoAddress(path: String, rule: String) {
    let (document, diagnostics) = Self.decode("---\ntitle: x\n---\n", path: path)
    #expect(document == nil && diagnostics.map(\.rule) == [rule])
  }

  @Test(arguments: [
    ("date: 2026-02-30", "not-a-date"), ("status: drat", "unknown-status"), ("reference: javascript:x", "not-an-address"),
    ("sources: ['javascript://%0aalert(1)']", "not-an-address"), ("redirects: [../../etc/]", "not-a-path"),
    ("redirects: [.ciyuan/x]", "not-a-path"),
    ("title: [a, b]", "wrong-type"), ("year: abcd", "not-a-year"), ("year: 20177", "not-a-year"),
    ("reference: 'https://'", "not-an-address"),
    ("origins: [page]", "not-an-origin"), ("admitted: 甲, 乙", "wrong-type"), ("tags: 甲、乙", "wrong-type"), ("admitted: [甲，乙]", "wrong-type"),
    ("admitted: ['', a]", "empty-value"),
    ("translated-from: x", "not-a-hash"), ("year: [2017]", "wrong-type"), ("deprecated: {a: b}", "front-matter"),
  ])
  func validatesValues(line: String, rule: String) {
    let text = line.hasPrefix("title") ? "---\n\(line)\n---\n" : "---\ntitle: x\n\(line)\n---\n"
    #expect(Self.decode(text).1.map(\.rule).contains(rule))
  }

  @Test func pointsAtTheValueThatIsWrongAndSaysWhatToWrite() throws {
    let diagnostic = try #require(Self.decode("---\ntitle: x\nadmitted: 甲, 乙\n---\n").1.first)
    #expect(diagnostic.location.map { [$0.line, $0.column, $0.length] } == [3, 11, 8])
    #expect(diagnostic.suggestion == "write [甲, 乙], or [\"甲, 乙\"] where it is one")
    #expect(Self.decode("---\ntitle: x\nadmitted: ['甲, 乙']\norigins: [a#L1, a#L2-L3]\nyear: 2017\n---\n").1.isEmpty)
  }

  @Test func pointsAtTheByteThatIsNotUTF8() throws {
    let bytes = Array("---\ntitle: x\n---\nab".utf8) + [0xFF, 0x0A]
    let (document, diagnostics) = Document.decode(
      SourceFile(path: "Content/terms/a.zh.md", bytes: bytes), path: "terms/a.zh.md", languages: [.chinese])
    #expect(document == nil)
    #expect(diagnostics.first?.location?.line == 4 && diagnostics.first?.location?.column == 3)
  }

  @Test func acceptsABOMAndCRLF() {
    let (document, diagnostics) = Self.decode("\u{FEFF}---\r\ntitle: x\r\ntags: [a]\r\n---\r\nText\r\n")
    #expect(diagnostics.isEmpty && document?.title == "x" && document?.tags == ["a"])
  }
}

@Suite struct SiteConfigurationTests {
  @Test func readsEveryKey() {
    let (configuration, diagnostics) = SiteConfiguration.parse(
      SourceFile(path: "ciyuan.yml", text: "title: {zh: 词元, en: Tokens}\nbase-url: https://example.org/llm\nlanguages: [en, zh]\n"))
    #expect(diagnostics.isEmpty)
    #expect(configuration.title[.chinese] == "词元" && configuration.title[.english] == "Tokens")
    #expect(configuration.baseURL == "https://example.org/llm/" && configuration.basePath == "/llm/")
    #expect(configuration.languages == [.english, .chinese])
  }

  @Test func documentsKeysThatItReads() {
    let text = SiteConfiguration.documentedExample(title: "x").split(separator: "\n")
      .filter { line in SiteConfiguration.keys.contains { line.hasPrefix("# \($0.name): ") } }
      .map { $0.dropFirst(2) }.joined(separator: "\n")
    #expect(SiteConfiguration.parse(SourceFile(path: "ciyuan.yml", text: text)).1.isEmpty)
  }

  @Test func namesTheNearestKeyAndTheWrongValue() {
    let (_, diagnostics) = SiteConfiguration.parse(SourceFile(path: "ciyuan.yml", text: "titel: x\nbase-url: example.org\n"))
    #expect(diagnostics.map(\.rule) == ["unknown-key", "wrong-value"])
    #expect(diagnostics.first?.suggestion == "write \"title\"")
  }
}
