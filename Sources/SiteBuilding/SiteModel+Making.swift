import ContentModel

extension SiteModel {
  /// - Parameter edits: what was edited since a build in which all else was as it is.
  init(
    input: SiteInput, routes: RouteTable, links: LinkResolver, orders: [DocumentID.Section: [LanguageTag: SectionOrder]], bodies: Bodies,
    edits: TextEdits? = nil
  ) {
    // They hold the beginnings of texts.
    let known = edits?.keepBeginnings == true ? edits?.kept.dataPaths ?? [:] : [:]
    let scripts = routes.languages.flatMap { language in
      [
        AssetNames.Script(name: "terms", language: language, known: known) {
          TermDefinitions.script(language: language, corpus: input.corpus, routes: routes) { bodies[$0]?.definition ?? "" }
        },
        AssetNames.Script(name: "cards", language: language, known: known) {
          PracticeCards.script(language: language, corpus: input.corpus, routes: routes) { bodies[$0]?.opening ?? [] }
        },
      ]
    }
    let assets = AssetNames(theme: input.theme, data: scripts)
    self.init(
      input: input, routes: routes, links: links, bodies: bodies,
      relations: SiteRelations(corpus: input.corpus, links: links, tags: input.tags, bodies: bodies), assets: assets,
      interface: Dictionary(
        uniqueKeysWithValues: routes.languages.map {
          ($0, InterfaceValues(language: $0, theme: input.theme, assets: assets))
        }),
      places: Dictionary(
        uniqueKeysWithValues: routes.languages.map { language in
          let pages = input.corpus.ids(in: .pages).compactMap { input.corpus.document($0, in: language) }
          let paths = pages.filter { $0.text("layout") == "path" }.compactMap { bodies[$0] }.flatMap { LearningPath.all(of: $0) }
          return (language, LearningPath.places(paths))
        }),
      orders: orders)
    makeFrames()
  }

  /// Each section's pages by the reading of their titles, in each language.
  static func orders(
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
