import ContentModel
import Diagnostics

extension MachineFiles {
  /// Without `base-url` the addresses are those of this machine; `missingBaseURL` says so.
  static let placeholderBaseURL = "http://localhost/"

  static func missingBaseURL(_ configuration: SiteConfiguration) -> [Diagnostic] {
    guard configuration.baseURL == nil else { return [] }
    return [
      Diagnostic(
        .note, rule: "no-base-url", "sitemap.xml, robots.txt and the feeds name \(placeholderBaseURL), because the site has no base-url",
        suggestion: "set base-url in ciyuan.yml, or give --base-url, before you publish")
    ]
  }

  /// Sitemap, two feeds a language, robots.txt, llms.txt, the Markdown of each page: each made when it is asked for.
  static func make(_ model: SiteModel) -> [OutputFile] {
    let configuration = model.configuration
    let machine = MachineFiles(
      baseURL: configuration.baseURL ?? placeholderBaseURL, defaultLanguage: model.defaultLanguage)
    let feeds = model.routes.languages.flatMap { language in
      let routes = model.routes, home = routes.home(language)
      let title = configuration.title[language], author = configuration.author[language]
      let (atom, json) = (routes.feed(language), routes.jsonFeed(language))
      return [
        OutputFile(path: atom) {
          machine.feed(model.feedEntries(language), language: language, title: title, author: author, path: atom, home: home)
        },
        OutputFile(path: json) {
          machine.jsonFeed(model.feedEntries(language), language: language, title: title, author: author, path: json, home: home)
        },
      ]
    }
    return feeds + [
      OutputFile(path: "sitemap.xml") { machine.sitemap(model.sitemapEntries) }, machine.robots(),
      OutputFile(path: "llms.txt") { LanguageModelGuide.make(model, baseURL: machine.baseURL) },
    ] + MarkdownTwins.make(model)
  }
}

extension SiteModel {
  /// Pages in their own language; those shown for want of a translation are left out.
  fileprivate var sitemapEntries: [MachineFiles.Entry] {
    let documents = corpus.documents.filter { $0.status != .draft && $0.id != RouteTable.homeID }.map { document in
      MachineFiles.Entry(
        permalink: routes.document(document.id, document.language), lastChange: document.lastChange,
        versions: corpus.versions(of: document.id).map { ($0.language, routes.document($0.id, $0.language)) })
    }
    var general: [(LanguageTag) -> Permalink] = [routes.home, routes.tags, routes.practice]
    for section in [DocumentID.Section.terms, .questions, .sources] { general.append { routes.list(section, $0) } }
    for tag in relations.tagged.keys.sorted() {
      let slug = input.tags.slug(tag)
      general.append { routes.tag(slug, $0) }
    }
    let lists = general.flatMap { address in
      routes.languages.map { language in
        MachineFiles.Entry(permalink: address(language), lastChange: nil, versions: routes.languages.map { ($0, address($0)) })
      }
    }
    return documents + lists
  }

  fileprivate func feedEntries(_ language: LanguageTag) -> [MachineFiles.FeedEntry] {
    corpus.documents.compactMap { document in
      guard document.language == language, [.terms, .questions].contains(document.id.section),
        [.published, .proposed].contains(document.status), let date = document.lastChange
      else { return nil }
      return MachineFiles.FeedEntry(
        title: document.title, permalink: routes.document(document.id, language), date: date,
        summary: body(of: document)?.summary ?? "")
    }
  }
}
