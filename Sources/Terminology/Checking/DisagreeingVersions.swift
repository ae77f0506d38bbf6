internal import ContentModel
internal import Diagnostics

extension TermCheck {
  /// What holds for a concept in any language, and its files state differently.
  static let disagreeingVersions = TermCheck(id: "disagreeing-versions") { site in
    site.corpus.ids(in: .terms).flatMap { id -> [Diagnostic] in
      let versions = site.corpus.versions(of: id)
      guard versions.count == 2 else { return [] }
      return ["field", "year", "reference"].compactMap { key in
        guard let own = versions[1].frontMatter.text(key), let other = versions[0].frontMatter.text(key), own.value != other.value else {
          return nil
        }
        return Diagnostic(
          .warning, rule: "disagreeing-versions", "\"\(key)\" is \"\(own.value)\" here and \"\(other.value)\" in \(versions[0].language)",
          at: versions[1].file.location(of: own.range), suggestion: "write the same in both files",
          notes: [Diagnostic.Note("the other is here", at: versions[0].file.location(of: other.range))])
      }
    }
  }
}
