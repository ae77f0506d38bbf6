public import ContentModel
public import Diagnostics
internal import HanText
internal import Yams

/// The tags of a site: ids, and what they are called in each language (`Content/tags.yml`).
public struct TagVocabulary: Sendable {
  private let labels: [String: [LanguageTag: String]]

  public init() { labels = [:] }

  /// Reads `id: {zh: …, en: …}` lines.
  public static func parse(_ file: SourceFile) -> (TagVocabulary, [Diagnostic]) {
    func fault(_ summary: String) -> [Diagnostic] {
      [
        Diagnostic(
          .error, rule: "tags", summary, at: file.location(of: 0..<1),
          suggestion: "write one line per tag: attention: {zh: 注意力, en: Attention}")
      ]
    }
    do {
      guard let node = try Yams.compose(yaml: file.text) else { return (TagVocabulary(), []) }
      guard let mapping = node.mapping else { return (TagVocabulary(), fault("tags file is not a list of tags")) }
      var labels: [String: [LanguageTag: String]] = [:]
      var diagnostics: [Diagnostic] = []
      for (key, value) in mapping {
        guard let id = key.scalar?.string, let names = value.mapping else {
          let line = key.mark?.line ?? 1
          diagnostics.append(
            Diagnostic(
              .error, rule: "tags", "tag without its names", at: file.location(line: line),
              suggestion: "write it as attention: {zh: 注意力, en: Attention}"))
          continue
        }
        for (language, label) in names {
          guard let tag = language.scalar.flatMap({ LanguageTag($0.string) }), let text = label.scalar?.string else { continue }
          labels[id, default: [:]][tag] = text
        }
      }
      return (TagVocabulary(labels: labels), diagnostics)
    } catch {
      return (TagVocabulary(), fault("tags file cannot be read: \(error)"))
    }
  }

  private init(labels: [String: [LanguageTag: String]]) {
    self.labels = labels
  }

  /// What each tag is called in each language.
  public var names: [String: [LanguageTag: String]] { labels }

  var ids: [String] { labels.keys.sorted() }

  func contains(_ id: String) -> Bool { labels[id] != nil }

  /// What a tag is called; the id itself where nobody named it.
  func label(_ id: String, _ language: LanguageTag) -> String { labels[id]?[language] ?? id }

  /// The part of an address that stands for a tag.
  func slug(_ id: String) -> String {
    let slug = Slug.make(from: id)
    return slug.isEmpty ? "tag" : slug
  }
}
