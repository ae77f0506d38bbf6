internal import ContentModel
internal import Diagnostics
internal import MarkdownTree

extension TermCheck {
  /// A name that is not linked where it is written as it is: one that cannot be told from the text around it, or that Markdown
  /// reads as something else.
  static let unlinkedName = TermCheck(id: "unlinked-name") { site in
    site.termbase.concepts.flatMap { concept in
      concept.terms.compactMap { term -> Diagnostic? in
        guard let reason = reason(term.name) else { return nil }
        return Diagnostic(
          .note, rule: "unlinked-name", "\"\(term.name)\" \(reason)", at: term.location,
          suggestion: "link it by hand where it is meant, as [[\(concept.id.slug)|\(MarkdownWriter.escape(term.name))]]")
      }
    }
  }

  private static func reason(_ name: String) -> String? {
    if !TermVariants.areLookedFor(name) {
      if name.count == 1 { return "is one character, too short to be linked by itself" }
      if name.unicodeScalars.count > 200 { return "is too long to be linked by itself" }
      return "has no letter, and is never linked by itself"
    }
    guard name.utf8.contains(where: "<$`*_~[&\\".utf8.contains), !isPlain(name) else { return nil }
    return "is something else to Markdown: it is linked where it is written as \(MarkdownWriter.escape(name))"
  }

  /// Whether Markdown reads the name as the text it is.
  private static func isPlain(_ name: String) -> Bool {
    var tree = MarkdownTree.parse("x \(name) x").tree
    var texts: [String] = []
    tree.linkTexts { run in
      texts.append(String(decoding: run.bytes, as: UTF8.self))
      return []
    }
    return texts.contains { $0.contains(name) }
  }
}
