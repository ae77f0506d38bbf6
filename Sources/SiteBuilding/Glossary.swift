import ContentModel
import Diagnostics
import MarkdownTree
import Terminology

/// The site's concepts, ready to be found in texts.
struct Glossary: Sendable {
  let diagnostics: [Diagnostic]
}
