import ContentModel
import TemplateEngine

/// Template values that all pages of a language share.
struct InterfaceValues: Sendable {
  let strings: TemplateValue
  /// The theme's files by name without extension: `assets.style` is style.css under its fingerprinted name.
  let assets: TemplateValue

  init(language: LanguageTag, theme: Theme, assets: AssetNames) {
    let table = (theme.strings[language] ?? [:]).sorted { $0.key < $1.key }
    strings = .record(TemplateRecord(table.map { (TemplateName($0.key), TemplateValue.text($0.value)) }))
    var files: [String: TemplateValue] = [:]
    for (name, path) in assets.paths where !name.contains("/") { files[String(name.prefix { $0 != "." })] = .text(path) }
    for (name, paths) in assets.data { files[name] = .optional(paths[language]) }
    self.assets = .record(TemplateRecord(files.sorted { $0.key < $1.key }.map { (TemplateName($0.key), $0.value) }))
  }
}
