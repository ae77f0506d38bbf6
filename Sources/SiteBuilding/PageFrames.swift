import ContentModel
import TemplateEngine

/// The frames (`CommonContext.frame`) of terms, questions and sources, and of both their languages side by side: a site has
/// thousands of such pages and a dozen of such frames.
///
/// Two pages of one section show the same frame because no menu names either of them, and the addresses of all else are
/// equally far away. Free pages stand in menus, and are not among them.
struct PageFrames: Sendable {
  private struct Key: Hashable {
    let language: LanguageTag
    let section: DocumentID.Section
    let isParallel: Bool
  }

  private let frames: [Key: TemplateRecord]

  init(_ model: SiteModel) {
    var frames: [Key: TemplateRecord] = [:]
    for language in model.routes.languages {
      for section in [DocumentID.Section.terms, .questions, .sources] {
        let any = DocumentID(section: section, slug: "-")
        for (isParallel, permalink) in [(false, model.routes.document(any, language)), (true, model.routes.parallel(any, language))] {
          frames[Key(language: language, section: section, isParallel: isParallel)] =
            CommonContext(model: model, language: language, permalink: permalink).frame
        }
      }
    }
    self.frames = frames
  }

  init() { frames = [:] }

  func frame(_ id: DocumentID, _ language: LanguageTag, isParallel: Bool) -> TemplateRecord? {
    frames[Key(language: language, section: id.section, isParallel: isParallel)]
  }
}
