public import Diagnostics
internal import Yams

extension SiteConfiguration {
  /// A key of `ciyuan.yml`: its name, what it means, and how its value is taken.
  struct Key: Sendable {
    let name: String
    let meaning: String
    let example: String
    let read: @Sendable (Node, inout SiteConfiguration) -> String?
  }

  /// Every key, in the order in which `ciyuan init` writes them. `read` returns what is wrong with a value.
  static let keys: [Key] = [
    Key(name: "title", meaning: "name of the site, one text or one per language", example: "{zh: 词元, en: Ciyuan}") {
      localized($0, into: &$1.title)
    },
    Key(name: "tagline", meaning: "what the site is, in a few words", example: "{zh: 大模型术语与面试, en: LLM terms and interviews}") {
      localized($0, into: &$1.tagline)
    },
    Key(name: "description", meaning: "a sentence for search engines", example: "{zh: …, en: …}") {
      localized($0, into: &$1.description)
    },
    Key(name: "base-url", meaning: "where the site will stand; a path is kept", example: "https://example.org/llm/") {
      guard let text = $0.scalar?.string, text.hasPrefix("https://") || text.hasPrefix("http://") else {
        return "is not a web address"
      }
      $1.baseURL = text.hasSuffix("/") ? text : text + "/"
      return nil
    },
    Key(name: "languages", meaning: "languages of the site as BCP 47 tags; the first is the default", example: "[zh, en]") {
      guard let items = $0.sequence?.map({ $0.scalar.flatMap { LanguageTag($0.string) } }), !items.isEmpty,
        !items.contains(nil), Set(items).count == items.count
      else { return "is not a list of language tags such as [zh, en]" }
      $1.languages = items.compactMap { $0 }
      return nil
    },
    Key(name: "author", meaning: "who publishes the site", example: "Ciyuan authors") { localized($0, into: &$1.author) },
    Key(name: "licence", meaning: "licence of the content", example: "CC BY 4.0") { localized($0, into: &$1.licence) },
    Key(name: "repository", meaning: "address of the repository", example: "https://example.org/repository") {
      text($0, into: &$1.repository)
    },
    Key(
      name: "edit-url", meaning: "address of a page's editor; {path} is its file below the content folder",
      example: "https://example.org/edit/Content/{path}"
    ) {
      text($0, into: &$1.editURL)
    },
    Key(
      name: "report-url", meaning: "address for reports; {path} and {title} are filled in",
      example: "https://example.org/issues/new?title={title}"
    ) {
      text($0, into: &$1.reportURL)
    },
    Key(name: "content", meaning: "folder of the Markdown files", example: "Content") { folder($0, into: &$1.content) },
    Key(name: "templates", meaning: "folder of your own templates", example: "Templates") { folder($0, into: &$1.templates) },
    Key(name: "output", meaning: "folder that the site is written to", example: "site") { folder($0, into: &$1.output) },
    Key(name: "offline", meaning: "whether a site that was opened once can be read without a network", example: "false") {
      guard let value = $0.scalar?.string, ["true", "false"].contains(value) else { return "is neither true nor false" }
      $1.isOffline = value == "true"
      return nil
    },
    Key(
      name: "publish", meaning: "where `ciyuan publish` brings the site, by name; see README",
      example: "{pages: {git: origin, branch: gh-pages}}"
    ) {
      PublishTarget.read($0, into: &$1.publish)
    },
    Key(name: "import", meaning: "rules of the importer that extend its own; see README", example: "{}") { node, _ in
      // The importer knows its keys: it reads them in the file itself, so that its faults have their place.
      node.mapping == nil ? "is not a mapping" : nil
    },
  ]

  private static func localized(_ node: Node, into text: inout LocalizedText) -> String? {
    if let scalar = node.scalar {
      text = LocalizedText(scalar.string)
      return nil
    }
    guard let mapping = node.mapping else { return "is neither a text nor a text per language" }
    var result = LocalizedText()
    for (key, value) in mapping {
      guard let tag = key.scalar.flatMap({ LanguageTag($0.string) }), let string = value.scalar?.string else {
        return "is neither a text nor a text per language"
      }
      if result.byLanguage.isEmpty { result.fallback = string }
      result.byLanguage[tag] = string
    }
    text = result
    return nil
  }

  private static func text(_ node: Node, into text: inout String?) -> String? {
    guard let scalar = node.scalar else { return "is not a text" }
    text = scalar.isNull ? nil : scalar.string
    return nil
  }

  private static func folder(_ node: Node, into text: inout String) -> String? {
    guard let scalar = node.scalar, !scalar.string.isEmpty else { return "is not a folder's name" }
    text = scalar.string
    return nil
  }

  /// Reads `ciyuan.yml`. Every fault is a diagnostic of severity error with its place; the values that were right stand.
  public static func parse(_ file: SourceFile) -> (SiteConfiguration, [Diagnostic]) {
    var configuration = SiteConfiguration()
    var diagnostics: [Diagnostic] = []
    func fault(_ rule: String, _ summary: String, at place: Range<Int>, suggestion: String? = nil) {
      diagnostics.append(Diagnostic(.error, rule: rule, summary, at: file.location(of: place), suggestion: suggestion))
    }
    if let offset = UTF8Validation.firstFault(in: file.bytes) {
      fault("invalid-utf8", "text is not UTF-8 from here on", at: offset..<offset + 1, suggestion: "save the file as UTF-8")
      return (configuration, diagnostics)
    }
    let marks = YAMLMarks(file: file, range: 0..<file.bytes.count)
    do {
      guard let node = try Yams.compose(yaml: file.text) else { return (configuration, []) }
      guard let mapping = node.mapping else {
        if node.scalar?.isNull != true { fault("configuration", "configuration is not a list of keys and values", at: 0..<1) }
        return (configuration, diagnostics)
      }
      if mapping["import"] != nil { configuration.importSection = file }
      for (keyNode, value) in mapping {
        let name = keyNode.scalar?.string ?? ""
        guard let key = keys.first(where: { $0.name == name }) else {
          let near = NearMiss.suggestion(for: name, among: keys.map(\.name))
          fault(
            "unknown-key", "unknown key \"\(name)\"", at: marks.range(of: keyNode),
            suggestion: near.map { "write \"\($0)\"" } ?? "use one of: \(keys.map(\.name).joined(separator: ", "))")
          continue
        }
        if let problem = key.read(value, &configuration) {
          fault(
            "wrong-value", "value of \"\(name)\" \(problem)", at: marks.range(of: value),
            suggestion: "for example \(name): \(key.example)")
        }
      }
    } catch {
      let (problem, place, suggestion) = marks.describe(error)
      fault("configuration", problem, at: place, suggestion: suggestion)
    }
    return (configuration, diagnostics)
  }

  /// Every key with its meaning and an example, commented out but for the title: what `ciyuan init` writes.
  public static func documentedExample(title: String) -> String {
    keys.map { key in
      "# \(key.meaning)\n" + (key.name == "title" ? "title: \(title)\n" : "# \(key.name): \(key.example)\n")
    }.joined(separator: "\n")
  }
}
