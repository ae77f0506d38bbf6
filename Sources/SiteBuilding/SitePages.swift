import ContentModel
import Diagnostics
import TemplateEngine

/// Every page of the site as a value: where it is written, and what it is made of.
struct SitePage: Sendable {
  enum Subject: Sendable, Hashable {
    case document(DocumentID, LanguageTag)
    /// A document with its other language beside it.
    case parallel(DocumentID, LanguageTag)
    case home(LanguageTag)
    case list(DocumentID.Section, LanguageTag)
    case termsByField(LanguageTag)
    case recent(LanguageTag)
    case tags(LanguageTag)
    case tag(String, LanguageTag)
    case search(LanguageTag)
    case practice(LanguageTag)
    case offline(LanguageTag)
    case notFound
    /// A page at a former or general address that leads on.
    case redirect(to: Permalink)
  }

  let subject: Subject
  /// Path of the file below the output folder.
  let path: String
  /// Who asks for it, for people: a content file, or what the page is.
  let maker: String

  /// All pages, in an order that never changes.
  static func all(of model: SiteModel) -> [SitePage] {
    let routes = model.routes
    var pages: [SitePage] = []
    func add(_ subject: Subject, _ permalink: Permalink, maker: String) {
      pages.append(SitePage(subject: subject, path: permalink.file, maker: maker))
    }
    for language in routes.languages {
      add(.home(language), routes.home(language), maker: "the home page")
      for section in [DocumentID.Section.terms, .questions, .sources] {
        add(.list(section, language), routes.list(section, language), maker: "the list of \(section.rawValue)")
      }
      add(.termsByField(language), routes.termsByField(language), maker: "the list of terms by field")
      add(.recent(language), routes.recent(language), maker: "the list of recent changes")
      add(.tags(language), routes.tags(language), maker: "the list of tags")
      for tag in model.relations.tagged.keys.sorted() {
        add(.tag(tag, language), routes.tag(model.input.tags.slug(tag), language), maker: "tag \"\(tag)\"")
      }
      add(.search(language), routes.search(language), maker: "the search page")
      add(.practice(language), routes.practice(language), maker: "the practice page")
      if model.configuration.isOffline { add(.offline(language), routes.offline(language), maker: "the page shown without a network") }
      for id in model.corpus.ids where id != RouteTable.homeID {
        pages.append(.of(id, language, routes))
        if model.hasParallel(id, language) {
          add(.parallel(id, language), routes.parallel(id, language), maker: "\(id), side by side")
        }
      }
    }
    add(.redirect(to: routes.home(model.defaultLanguage)), Permalink(""), maker: "the first page")
    pages.append(SitePage(subject: .notFound, path: "404.html", maker: "the page for unknown addresses"))
    var led: Set<[DocumentID]> = []
    for document in model.corpus.documents {
      for address in document.texts("redirects") {
        switch FormerAddress(address) {
        case .path(let path):
          add(.redirect(to: routes.document(document.id, document.language)), Permalink(path), maker: document.file.path)
        case .page(let former) where led.insert([former, document.id]).inserted:
          for language in routes.languages {
            add(.redirect(to: routes.document(document.id, language)), routes.document(former, language), maker: document.file.path)
          }
        case .page, nil: continue
        }
      }
    }
    return pages
  }

  /// The address of a page that leads on, and where.
  var redirect: (from: String, to: String)? {
    guard case .redirect(let target) = subject else { return nil }
    return (String(path.dropLast("index.html".count)), target.path)
  }

  /// The page of one document under one language.
  static func of(_ id: DocumentID, _ language: LanguageTag, _ routes: RouteTable) -> SitePage {
    let isHome = id == RouteTable.homeID
    return SitePage(
      subject: isHome ? .home(language) : .document(id, language), path: routes.document(id, language).file,
      maker: isHome ? "the home page" : "\(id)")
  }

  /// The page as a file, made when it is asked for. The check of the templates has found what could go wrong by then: that
  /// one is missing, or includes itself.
  func file(in model: SiteModel, _ templates: TemplateLibrary) -> OutputFile {
    OutputFile(path: path) {
      let (template, frame, record) = rendering(in: model)
      do {
        return try templates.render(template, with: .record(frame), .record(record))
      } catch {
        return Array("\(error)".utf8)
      }
    }
  }

  /// The template's name and what it is filled with: the page's frame and the page's own record.
  func rendering(in model: SiteModel) -> (template: String, frame: TemplateRecord, record: TemplateRecord) {
    let (template, record) = content(in: model)
    return (template, frame(in: model), record)
  }

  private func frame(in model: SiteModel) -> TemplateRecord {
    let permalink = Permalink(String(path.dropLast("index.html".count)))
    switch subject {
    case .document(let id, let language):
      return model.frames.frame(id, language, isParallel: false) ?? Self.frame(language, permalink, model)
    case .parallel(let id, let language):
      return model.frames.frame(id, language, isParallel: true) ?? Self.frame(language, permalink, model)
    case .home(let language), .list(_, let language), .termsByField(let language), .recent(let language), .tags(let language),
      .tag(_, let language), .search(let language), .offline(let language), .practice(let language):
      return Self.frame(language, permalink, model)
    case .notFound: return Self.notFoundContext(model).frame
    case .redirect(let target): return Self.frame(language(of: target, model), permalink, model)
    }
  }

  private static func frame(_ language: LanguageTag, _ permalink: Permalink, _ model: SiteModel) -> TemplateRecord {
    CommonContext(model: model, language: language, permalink: permalink).frame
  }

  private func content(in model: SiteModel) -> (template: String, record: TemplateRecord) {
    switch subject {
    case .document(let id, let language): Self.document(id, language, model)
    case .parallel(let id, let language): ("parallel", Self.parallel(id, language, model))
    case .home(let language): ("home", HomeContext(model: model, language: language).record)
    case .list(let section, let language):
      ("list-\(section.rawValue)", ListContext(model: model, language: language).record(section))
    case .termsByField(let language): ("list-fields", IndexContext(model: model, language: language).byField)
    case .recent(let language): ("recent", IndexContext(model: model, language: language).recent)
    case .tags(let language): ("tags", TagContext(model: model, language: language).listRecord)
    case .tag(let tag, let language): ("tag", TagContext(model: model, language: language).record(of: tag))
    case .search(let language): ("search", Self.plain("search", language, model, address: model.routes.search))
    case .offline(let language): ("offline", Self.plain("offline", language, model, address: model.routes.offline))
    case .practice(let language): ("practice", PracticeContext(model: model, language: language).record)
    case .notFound: ("not-found", Self.notFound(model))
    case .redirect(let target): ("redirect", redirect(to: target, model))
    }
  }

  private static func document(
    _ id: DocumentID, _ language: LanguageTag, _ model: SiteModel
  ) -> (template: String, record: TemplateRecord) {
    guard let document = model.document(id, for: language), let body = model.body(of: document) else {
      preconditionFailure("page of \(id), which the corpus does not hold")
    }
    let page = DocumentContext(model: model, document: document, body: body, language: language)
    return switch id.section {
    case .questions: ("question", QuestionContext(page: page).record)
    case .terms: ("term", TermContext(page: page).record)
    case .sources: ("source", SourceContext(page: page).record)
    case .pages where document.text("layout") == "path": ("path", page.record(kind: "path", details: [:]))
    case .pages: ("page", page.record(kind: "page", details: [:]))
    }
  }

  private static func parallel(_ id: DocumentID, _ language: LanguageTag, _ model: SiteModel) -> TemplateRecord {
    guard let document = model.corpus.document(id, in: language), let other = model.parallel(of: document) else {
      preconditionFailure("\(id) has no second language")
    }
    return ParallelContext(model: model, document: document, other: other).record
  }

  /// A page that has nothing of its own but a title, the string of its name, and stays out of search engines.
  private static func plain(
    _ name: String, _ language: LanguageTag, _ model: SiteModel, address: @escaping (LanguageTag) -> Permalink
  ) -> TemplateRecord {
    let head = PageHead(
      title: model.string(name, language), kind: name, bodyLanguage: language, canonical: address(language), isIndexed: false,
      address: address)
    return CommonContext(model: model, language: language, permalink: address(language)).record(
      page: head, breadcrumbs: [(model.configuration.title[language], model.routes.home(language))])
  }

  /// The host shows this page at any depth, so its addresses begin at the host's root.
  private static func notFound(_ model: SiteModel) -> TemplateRecord {
    let language = model.defaultLanguage
    let head = PageHead(
      title: model.string("notFound", language), kind: "not-found", bodyLanguage: language, canonical: model.routes.home(language),
      isIndexed: false, address: { model.routes.home($0) })
    return notFoundContext(model).record(page: head, breadcrumbs: [])
  }

  private static func notFoundContext(_ model: SiteModel) -> CommonContext {
    CommonContext(
      model: model, language: model.defaultLanguage, permalink: Permalink(""), rootOverride: model.configuration.basePath)
  }

  private func language(of target: Permalink, _ model: SiteModel) -> LanguageTag {
    model.routes.languages.first { target.path.hasPrefix("\($0)/") } ?? model.defaultLanguage
  }

  private func redirect(to target: Permalink, _ model: SiteModel) -> TemplateRecord {
    let language = language(of: target, model)
    let own = Permalink(String(path.dropLast("index.html".count)))
    let head = PageHead(
      title: model.configuration.title[language], kind: "redirect", bodyLanguage: language, canonical: target, isIndexed: false,
      address: { model.routes.home($0) })
    let common = CommonContext(model: model, language: language, permalink: own)
    var record = common.record(page: head, breadcrumbs: [])
    record["target"] = common.url(target)
    return record
  }
}
