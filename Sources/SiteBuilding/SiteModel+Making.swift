import ContentModel

extension SiteModel {
  init(input: SiteInput, routes: RouteTable, links: LinkResolver, bodies: [RenderedBody]) {
    var byID: [DocumentID: [LanguageTag: RenderedBody]] = [:]
    for body in bodies { byID[body.document.id, default: [:]][body.document.language] = body }
    let scripts = routes.languages.flatMap { language in
      let terms = TermDefinitions.script(language: language, corpus: input.corpus, routes: routes) {
        byID[$0.id]?[$0.language]?.definition ?? ""
      }
      let cards = PracticeCards.script(language: language, corpus: input.corpus, routes: routes) {
        byID[$0.id]?[$0.language]?.opening ?? []
      }
      return [(name: "terms", language: language, script: terms), (name: "cards", language: language, script: cards)]
    }
    let assets = AssetNames(theme: input.theme, data: scripts)
    self.init(
      input: input, routes: routes, links: links, bodies: byID,
      relations: SiteRelations(corpus: input.corpus, links: links, tags: input.tags, bodies: bodies), assets: assets,
      interface: Dictionary(
        uniqueKeysWithValues: routes.languages.map {
          ($0, InterfaceValues(language: $0, theme: input.theme, assets: assets))
        }),
      places: Dictionary(
        uniqueKeysWithValues: routes.languages.map { language in
          let bodies = input.corpus.ids(in: .pages).compactMap { byID[$0]?[language] }
          return (language, LearningPath.places(bodies.flatMap { LearningPath.all(of: $0) }))
        }),
      orders: Self.orders(of: input.corpus, languages: routes.languages))
    makeFrames()
  }

  /// Each section's pages by the reading of their titles, in each language.
  private static func orders(
    of corpus: Corpus, languages: [LanguageTag]
  ) -> [DocumentID.Section: [LanguageTag: SectionOrder]] {
    var orders: [DocumentID.Section: [LanguageTag: SectionOrder]] = [:]
    for section in DocumentID.Section.allCases {
      let ids = corpus.ids(in: section)
      for language in languages {
        let keyed = ids.compactMap { id in
          let versions = corpus.versions(of: id)
          return (versions.first { $0.language == language } ?? versions.first).map { (SortKey($0.title), id) }
        }
        orders[section, default: [:]][language] = SectionOrder(ids: keyed.sorted { $0 < $1 }.map(\.1))
      }
    }
    return orders
  }
}
