public import Diagnostics
import ContentModel
import Terminology

/// Faults in the use of terms, beyond what a build finds: see `TermCheck`. Parses every page once more. O(text).
public func checkTerms(_ input: SiteInput) async -> [Diagnostic] {
  TermCheck.diagnostics(in: await CheckedSite(input.corpus, termbase: Glossary(input.corpus).termbase))
}
