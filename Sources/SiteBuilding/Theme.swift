public import ContentModel
public import Diagnostics
internal import Yams

/// Templates, assets and interface strings: the ones inside the program, each replaced by its namesake in `Templates/`.
public struct Theme: Sendable {
  /// By name: the path below `Templates/` without `.mustache`.
  public let templates: [String: SourceFile]
  /// Files below `Templates/assets/`, by their path there; a folder of scripts or style sheets as the one file that it makes.
  public let assets: [String: [UInt8]]
  /// Interface strings by language and key.
  public let strings: [LanguageTag: [String: String]]

  /// Files by their path below `Templates/`; `displayFolder` is that folder as people know it.
  public static func make(
    overrides: [String: [UInt8]], displayFolder: String, languages: [LanguageTag]
  ) -> (Theme, [Diagnostic]) {
    var files = EmbeddedFiles.all.mapValues { (bytes: Array($0.utf8), folder: "default templates") }
    for (path, bytes) in overrides { files[path] = (bytes, displayFolder) }
    var templates: [String: SourceFile] = [:]
    var assets: [String: [UInt8]] = [:]
    var strings: [LanguageTag: [String: String]] = [:]
    var diagnostics: [Diagnostic] = []
    for (path, file) in files.sorted(by: { $0.key < $1.key }) {
      let source = SourceFile(path: "\(file.folder)/\(path)", bytes: file.bytes)
      if path.hasPrefix("assets/") {
        assets[String(path.dropFirst("assets/".count))] = file.bytes
      } else if path.hasSuffix(".mustache") {
        templates[String(path.dropLast(".mustache".count))] = source
      } else if path.hasPrefix("strings/"), path.hasSuffix(".yml"),
        let language = LanguageTag(path.dropFirst("strings/".count).dropLast(".yml".count))
      {
        let (table, faults) = parseStrings(source)
        diagnostics += faults
        // A file of one's own may name only the strings that it changes.
        let shipped = EmbeddedFiles.all[path].map { parseStrings(SourceFile(path: path, text: $0)).0 } ?? [:]
        strings[language] = shipped.merging(table) { $1 }
      }
    }
    diagnostics += missingStrings(strings, languages: languages, folder: displayFolder)
    return (Theme(templates: templates, assets: JoinedAssets.join(assets), strings: strings), diagnostics)
  }

  private static func parseStrings(_ file: SourceFile) -> ([String: String], [Diagnostic]) {
    func fault(_ summary: String, at place: SourceLocation? = nil, suggestion: String? = nil) -> Diagnostic {
      Diagnostic(
        .error, rule: "strings", summary, at: place ?? file.location(line: 1),
        suggestion: suggestion ?? "write one line per string: key: text")
    }
    do {
      guard let mapping = try Yams.compose(yaml: file.text)?.mapping else { return ([:], [fault("strings are not a list of keys")]) }
      var table: [String: String] = [:]
      var diagnostics: [Diagnostic] = []
      for (key, value) in mapping {
        if let name = key.scalar?.string, let text = value.scalar?.string {
          table[name] = text
        } else {
          diagnostics.append(fault("string is not a text", at: file.location(line: key.mark?.line ?? 1)))
        }
      }
      return (table, diagnostics)
    } catch {
      let (message, place, suggestion) = YAMLMarks(file: file, range: 0..<file.bytes.count).describe(error)
      return ([:], [fault(message, at: file.location(of: place), suggestion: suggestion)])
    }
  }

  /// Every language of the site needs every string that the default language of the program has.
  private static func missingStrings(
    _ strings: [LanguageTag: [String: String]], languages: [LanguageTag], folder: String
  ) -> [Diagnostic] {
    let all = Set(strings.values.flatMap(\.keys))
    return languages.compactMap { language in
      let missing = all.subtracting(strings[language, default: [:]].keys).sorted()
      guard !missing.isEmpty else { return nil }
      let shown = missing.prefix(5).joined(separator: ", ") + (missing.count > 5 ? " and \(missing.count - 5) more" : "")
      return Diagnostic(
        .error, rule: "strings", "interface strings missing for language \(language): \(shown)",
        suggestion: "add them to \(folder)/strings/\(language).yml")
    }
  }
}
