import ContentModel
import Diagnostics
import MarkdownTree
import Terminology

/// The site's concepts, ready to be found in texts.
struct Glossary: Sendable {
  let diagnostics: [Diagnostic] = []
  init(_ corpus: Corpus, tags: TagVocabulary) {}
  func concept(named name: String) -> DocumentID? { nil }
  func nearestName(to name: String) -> String? { nil }
  func link(_ tree: inout MarkdownTree, of document: Document, url: (DocumentID) -> String) -> [RenderedBody.Mention] { [] }
}
