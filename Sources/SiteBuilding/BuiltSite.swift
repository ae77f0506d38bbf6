public import ContentModel
public import Diagnostics
import SiteSearch
import TemplateEngine

/// What a build made of the content, for the next build to take from, and for showing an edit before that build is done.
public struct BuiltSite: Sendable {
  let renderer: BodyRenderer
  let model: SiteModel
  let templates: TemplateLibrary
  var index: SearchIndex?
  /// Of each document's text, in the order of the corpus.
  var faults: [[Diagnostic]] = []

  /// The model whose bodies another renderer would make alike; `nil` where it sees other surroundings.
  func bodies(for other: BodyRenderer) -> SiteModel? { renderer.surroundings == other.surroundings ? model : nil }

  /// The pages of one document as edited, while all else stands as it was built: lists and relations follow with the next
  /// build. O(document).
  ///
  /// - Parameters:
  ///   - file: The edited content file, under the path that diagnostics name.
  ///   - path: Its path below the content folder.
  /// - Returns: `nil` where the edit is more than one of a page that is there: its file is new, or has faults, or the page
  ///   is now a draft.
  public func edited(_ file: SourceFile, path: String) -> (site: BuiltSite, files: [OutputFile])? {
    let (document, faults) = Document.decode(file, path: path, languages: renderer.surroundings.routes.languages)
    guard let document, !faults.contains(where: { $0.severity == .error }), model.input.accepts(document),
      let site = replacing(document)
    else { return nil }
    let files = renderer.surroundings.routes.languages.map { language in
      SitePage.of(document.id, language, site.model.routes).file(in: site.model, templates).made
    }
    return (site, files)
  }

  private func replacing(_ document: Document) -> BuiltSite? {
    guard let input = model.input.replacing(document) else { return nil }
    return BuiltSite(
      renderer: renderer, model: model.replacing(renderer.render(document), input: input), templates: templates)
  }
}
