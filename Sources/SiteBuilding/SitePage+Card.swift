import ContentModel
import SitePictures

extension SitePage {
  /// The picture of the page; `nil` where it has nothing of its own to show.
  func card(in model: SiteModel, _ palette: ThemePalette) -> SocialCard? {
    func named(_ key: String, _ language: LanguageTag, _ accent: ThemePalette.Accent) -> SocialCard {
      card(language, accent, kind: nil) { model.string(key, $0) }
    }
    /// - Parameter title: in each language.
    func card(
      _ language: LanguageTag, _ accent: ThemePalette.Accent, kind: String?, title: (LanguageTag) -> String
    ) -> SocialCard {
      let other = model.configuration.languages.first { $0 != language }
      return make(
        .init(title(language), language.rawValue), other.map { .init(title($0), $0.rawValue) }, language, accent, kind: kind)
    }
    func make(
      _ title: SocialCard.Line, _ second: SocialCard.Line?, _ language: LanguageTag, _ accent: ThemePalette.Accent, kind: String?
    ) -> SocialCard {
      let isTwice = second.map { $0.text.isEmpty || $0.text == title.text } ?? true
      return SocialCard(
        title: title, second: isTwice ? nil : second, kind: kind.map { .init(model.string($0, language), language.rawValue) },
        site: .init(model.configuration.title[language], language.rawValue), colours: palette.colours(accent),
        icon: model.input.theme.assets["icon.svg"] ?? [])
    }
    switch subject {
    case .home(let language):
      let configuration = model.configuration
      return make(
        .init(configuration.title[language], language.rawValue), .init(configuration.tagline[language], language.rawValue), language,
        .home, kind: nil)
    case .document(let id, let language), .parallel(let id, let language):
      guard let document = model.document(id, for: language) else { return nil }
      let other = model.corpus.versions(of: id).first { $0.language != document.language }
      let otherLanguage = model.configuration.languages.first { $0 != document.language }
      let second: SocialCard.Line? =
        if let other { .init(other.title, other.language.rawValue) } else {
          document.texts("translation").first.map { .init($0, (otherLanguage ?? document.language).rawValue) }
        }
      let (accent, kind): (ThemePalette.Accent, String?) =
        switch id.section {
        case .terms: (.term, "term")
        case .questions: (.question, "question")
        case .sources: (.source, "source")
        case .pages where document.text("layout") == "path": (.path, "inPath")
        case .pages: (.home, nil)
        }
      return make(.init(document.title, document.language.rawValue), second, language, accent, kind: kind)
    case .list(let section, let language):
      let accent: ThemePalette.Accent = section == .terms ? .term : section == .questions ? .question : .source
      return named(section.rawValue, language, accent)
    case .termsByField(let language): return named("byField", language, .term)
    case .recent(let language): return named("recent", language, .home)
    case .tags(let language): return named("tags", language, .tag)
    case .tag(let tag, let language): return card(language, .tag, kind: "field") { model.input.tags.label(tag, $0) }
    case .practice(let language): return named("practice", language, .path)
    case .search, .offline, .notFound, .redirect: return nil
    }
  }
}
