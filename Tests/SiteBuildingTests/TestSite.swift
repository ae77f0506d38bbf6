import ContentModel
import Diagnostics
import Testing

@testable import SiteBuilding

/// A site in memory: content files by their path below `Content/`.
struct TestSite {
  var files: [String: String]
  var configuration = "title: {zh: 站点, en: Site}\nbase-url: https://example.org/base/\n"
  var templates: [String: String] = [:]
  var assets: [String: String] = [:]
  var drafts = false

  init(_ files: [String: String] = [:]) {
    self.files = files
  }

  func input() -> SiteInput {
    let (configuration, faults) = SiteConfiguration.parse(SourceFile(path: "ciyuan.yml", text: configuration))
    var diagnostics = faults
    var documents: [Document] = []
    var unreadable: Set<DocumentID> = []
    var tags = TagVocabulary()
    for (path, text) in files.sorted(by: { $0.key < $1.key }) {
      let file = SourceFile(path: "Content/" + path, text: text)
      if path == "tags.yml" {
        let (vocabulary, faults) = TagVocabulary.parse(file)
        tags = vocabulary
        diagnostics += faults
        continue
      }
      let (document, faults) = Document.decode(file, path: path, languages: configuration.languages)
      diagnostics += faults
      if let document {
        documents.append(document)
      } else if case .success(let name) = Document.FileName.parse(path, languages: configuration.languages) {
        unreadable.insert(name.id)
      }
    }
    let (theme, themeFaults) = Theme.make(
      overrides: templates.mapValues { Array($0.utf8) }, displayFolder: "Templates", languages: configuration.languages)
    return SiteInput(
      configuration: configuration, corpus: Corpus(documents, unreadable: unreadable), tags: tags, theme: theme,
      assets: assets.mapValues { Array($0.utf8) }, includesDrafts: drafts, diagnostics: diagnostics + themeFaults)
  }

  /// Whether nothing but pages differs.
  func hasSurroundings(of other: TestSite) -> Bool {
    configuration == other.configuration && templates == other.templates && assets == other.assets && drafts == other.drafts
      && files["tags.yml"] == other.files["tags.yml"]
  }

  func build() async -> SiteOutput { await buildSite(input()) }
}

extension SiteOutput {
  func text(_ path: String) -> String? {
    file(path).map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  func file(_ path: String) -> OutputFile? { files.first { $0.path == path } }

  /// What stands inside `<main>`: a change of the frame around it breaks no test.
  func main(_ path: String) throws -> String {
    let page = self.text(path)
    let text = try #require(page, "\(path) was not built")
    let start = try #require(text.firstRange(of: "<main"))
    let end = try #require(text.firstRange(of: "</main>"))
    return String(text[start.lowerBound..<end.lowerBound])
  }

  func rules(_ severity: Diagnostic.Severity = .warning) -> [String] {
    diagnostics.filter { $0.severity == severity }.map(\.rule)
  }
}
