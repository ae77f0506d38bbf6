import ContentModel
internal import Encodings
import TemplateEngine

/// What every template knows: the site, the strings, the navigation, and the head of the page.
struct CommonContext {
  let model: SiteModel
  let language: LanguageTag
  let permalink: Permalink
  /// Prefix of the site's root; `nil` where the page may stand at any depth, as 404.html does.
  var rootOverride: String?

  private var root: String { rootOverride ?? permalink.root }

  /// A relative address, ready for `href`.
  func url(_ target: Permalink) -> TemplateValue { url(target.path) }

  func url(_ path: String) -> TemplateValue {
    .text(rootOverride.map { $0 + path } ?? permalink.relative(to: path))
  }

  /// The address for machines: complete where the site knows where it will stand.
  func absolute(_ target: Permalink) -> String {
    model.configuration.baseURL.map { $0 + target.path } ?? permalink.relative(to: target)
  }

  /// What the pages of one folder show alike: all of it but their own heads and the way to them.
  var frame: TemplateRecord {
    let configuration = model.configuration
    let other = configuration.languages.first { $0 != language } ?? language
    let siteTitle = configuration.title[language]
    return [
      "lang": .text(language.rawValue), "otherLang": .text(other.rawValue), "root": .text(root),
      "site": [
        "title": .text(siteTitle), "tagline": .text(configuration.tagline[language]),
        "description": .text(configuration.description[language]), "author": .text(configuration.author[language]),
        "licence": .text(configuration.licence[language]), "repository": .optional(configuration.repository),
        "generator": "Ciyuan", "isOffline": .bool(configuration.isOffline),
      ],
      "strings": model.interface[language]?.strings ?? .null,
      "assets": model.interface[language]?.assets ?? .null,
      "home": url(model.routes.home(language)),
      "searchPage": url(model.routes.search(language)),
      "nav": .records(navigation),
      "footNav": .records(pages(in: "foot").map { entry($0) }),
      "feed": ["url": url(model.routes.feed(language)), "jsonURL": url(model.routes.jsonFeed(language)), "title": .text(siteTitle)],
    ]
  }

  /// What a page shows beside the frame.
  func record(page: PageHead, breadcrumbs: [(title: String, permalink: Permalink)]) -> TemplateRecord {
    let configuration = model.configuration
    return [
      "languages": .records(
        configuration.languages.map { tag in
          [
            "tag": .text(tag.rawValue), "name": .text(Self.name(of: tag)), "url": url(page.address(tag)),
            "current": .bool(tag == language),
          ]
        }),
      "page": page.record(
        siteTitle: configuration.title[language], common: self, structuredData: structuredData(page, breadcrumbs)),
      "alternates": .records(
        page.alternates.map { tag, target in ["tag": .text(tag.rawValue), "url": .text(absolute(target))] }),
      "breadcrumbs": .records(breadcrumbs.map { ["title": .text($0.title), "url": url($0.permalink)] }),
    ]
  }

  private func structuredData(_ page: PageHead, _ breadcrumbs: [(title: String, permalink: Permalink)]) -> JSONValue? {
    page.isIndexed ? StructuredData(common: self).block(entity: page.entity, title: page.title, breadcrumbs: breadcrumbs) : nil
  }

  /// The sections and pages that the bar names.
  private var navigation: [TemplateRecord] {
    var entries: [(label: String, permalink: Permalink)] = [
      (model.string("terms", language), model.routes.list(.terms, language)),
      (model.string("questions", language), model.routes.list(.questions, language)),
      (model.string("tags", language), model.routes.tags(language)),
    ]
    if !model.corpus.ids(in: .sources).isEmpty {
      entries.append((model.string("sources", language), model.routes.list(.sources, language)))
    }
    let practice = (label: model.string("practice", language), permalink: model.routes.practice(language))
    return (entries + pages(in: "main") + [practice]).map { entry($0) }
  }

  /// Free pages by the menu that their front matter names.
  private func pages(in menu: String) -> [(label: String, permalink: Permalink)] {
    model.corpus.ids(in: .pages).filter { $0 != RouteTable.homeID }.compactMap { id in
      guard let document = model.document(id, for: language), (document.text("menu") ?? "main") == menu else { return nil }
      return (document.title, model.routes.document(id, language))
    }
  }

  private func entry(_ entry: (label: String, permalink: Permalink)) -> TemplateRecord {
    [
      "label": .text(entry.label), "url": url(entry.permalink),
      "current": .bool(permalink.path.hasPrefix(entry.permalink.path)),
    ]
  }

  /// What a language calls itself.
  static func name(of language: LanguageTag) -> String {
    switch language.rawValue {
    case "zh": "中文"
    case "en": "English"
    default: language.rawValue
    }
  }
}
