internal import ContentModel
public import Diagnostics

/// A rule on how a site uses its terms: what it is called, and what it finds.
///
/// A page's front matter silences a rule where it is wrong: `allow: [orphan-concept]`.
public struct TermCheck: Sendable {
  /// Stable, in kebab-case; the `rule` of its diagnostics.
  public let id: String
  let find: @Sendable (CheckedSite) -> [Diagnostic]

  /// Every rule; each finds its faults by itself, so that their order means nothing.
  public static let all: [TermCheck] = [
    deprecatedTerm, disagreeingVersions, inconsistentTranslation, missingLanguage, orphanConcept, sharedName, undefinedAbbreviation,
    unlinkedName,
  ]

  /// What all rules find, without what the pages allow, and ids in `allow` that are none; sorted.
  public static func diagnostics(in site: CheckedSite) -> [Diagnostic] {
    let allowed = Dictionary(site.pages.map { ($0.document.file.path, Set($0.document.texts("allow"))) }) { $0.union($1) }
    let found = all.flatMap { $0.find(site) }.filter { diagnostic in
      diagnostic.location.flatMap { allowed[$0.path] }?.contains(diagnostic.rule) != true
    }
    return (found + unknownIDs(in: site)).sorted()
  }

  private static func unknownIDs(in site: CheckedSite) -> [Diagnostic] {
    let ids = all.map(\.id) + [Termbase.ambiguousTerm]
    return site.pages.flatMap { page in
      page.document.frontMatter.list("allow").filter { !ids.contains($0.value) }.map { text in
        Diagnostic(
          .warning, rule: "unknown-rule", "\"\(text.value)\" is no rule that a page can allow",
          at: page.document.file.location(of: text.range),
          suggestion: NearMiss.suggestion(for: text.value, among: ids).map { "write \"\($0)\"" }
            ?? "use one of: \(ids.joined(separator: ", "))")
      }
    }
  }
}
