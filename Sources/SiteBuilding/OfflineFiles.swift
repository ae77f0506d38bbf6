import ContentModel
internal import Encodings
internal import SitePictures
internal import SiteSearch

/// What makes a site one that can be installed, and read without a network once it was opened: a web app manifest a
/// language (https://www.w3.org/TR/appmanifest/) and a service worker at the root.
enum OfflineFiles {
  static let workerPath = "sw.js"
  /// A larger search index is left to the network: readers on the road should not load it unasked.
  static let searchLimit = 4 << 20

  static func make(_ model: SiteModel, search: SearchIndex) -> [OutputFile] {
    guard model.configuration.isOffline else { return [OutputFile(path: workerPath, text: farewell)] }
    return model.routes.languages.map { manifest(model, $0) } + [worker(model, search: search)]
  }

  private static func manifest(_ model: SiteModel, _ language: LanguageTag) -> OutputFile {
    let configuration = model.configuration
    let vector = model.assets.paths["icon.svg"].map { path -> JSONValue in
      .record(["src": .text("../" + path), "sizes": "any", "type": "image/svg+xml"])
    }
    let icons =
      [vector].compactMap { $0 }
      + model.drawn.icons.map { icon in
        .record([
          "src": .text("../" + icon.path), "sizes": .text("\(icon.side)x\(icon.side)"), "type": "image/png", "purpose": "any maskable",
        ])
      }
    let paper = ThemePalette(model.input.theme).paper
    let manifest = JSONValue.record([
      "name": .text(configuration.title[language]), "short_name": .text(configuration.title[language]),
      "description": .filled(configuration.description[language]), "lang": .text(language.rawValue),
      "start_url": "./", "scope": "../", "display": "minimal-ui", "background_color": .text(paper), "theme_color": .text(paper),
      "icons": icons.isEmpty ? nil : .list(icons),
    ])
    return OutputFile(path: "\(language)/site.webmanifest", bytes: manifest.bytes)
  }

  /// The theme's script behind the list of what to keep, which tells one version of the site from another.
  private static func worker(_ model: SiteModel, search: SearchIndex) -> OutputFile {
    let routes = model.routes
    let pages = routes.languages.flatMap { [routes.home($0), routes.search($0), routes.practice($0), routes.offline($0)].map(\.path) }
    let isSmall = search.byteCount <= searchLimit
    let parts = isSmall ? search.files.map(\.path).filter { $0 != SearchIndexBuilder.firstPath } : []
    let site = JSONValue.record([
      "files": .list((model.assets.files.map(\.path) + parts).sorted().map { .text($0) }),
      "pages": .list((pages + (isSmall ? [SearchIndexBuilder.firstPath] : [])).map { .text($0) }),
      "languages": .list(routes.languages.map { .text($0.rawValue) }),
    ])
    return OutputFile(path: workerPath, bytes: Array("const site=".utf8) + site.bytes + Array(";\n".utf8) + model.assets.worker)
  }

  /// Takes away what a former version of the site left with its readers.
  private static let farewell = """
    self.addEventListener("install", () => self.skipWaiting());
    self.addEventListener("activate", (event) => event.waitUntil((async () => {
      await caches.delete("ciyuan " + self.registration.scope);
      await self.registration.unregister();
    })()));

    """
}
