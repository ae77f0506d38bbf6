import ContentModel
internal import Encodings
internal import SiteSearch

/// The theme's files under names that carry their content's fingerprint, so that hosts may cache them for ever.
///
/// A folder of scripts or style sheets has become one file by then (see `JoinedAssets`): the parts in `assets/search/` are
/// `search.js`. Templates name it `assets.search`, but it is no file of its own: the search index begins with it.
struct AssetNames: Sendable {
  /// A script of data.
  struct Script {
    let name: String
    let language: LanguageTag
    /// Its path in the site, where that is known without making it.
    let path: String?
    let make: @Sendable () -> String

    /// - Parameter known: paths of another run, by name and language.
    init(name: String, language: LanguageTag, known: [String: String], make: @escaping @Sendable () -> String) {
      (self.name, self.language, self.make) = (name, language, make)
      path = known["\(name).\(language)"]
    }
  }

  /// Path in the site by path below `assets/` of the theme.
  let paths: [String: String]
  /// Scripts of data by name and language: the definitions of terms, the cards of the practice page.
  let data: [String: [LanguageTag: String]]
  let files: [OutputFile]
  /// What keeps the site in the browser for reading without a network: all of `sw.js` but its first line.
  let worker: [UInt8]

  init(theme: Theme, data scripts: [Script]) {
    var paths: [String: String] = [:]
    var files: [OutputFile] = []
    var worker: [UInt8] = []
    func add(_ name: String, _ bytes: [UInt8]) -> String {
      let path = "assets/" + Self.fingerprinted(name, bytes)
      files.append(OutputFile(path: path, bytes: bytes))
      return path
    }
    for (name, bytes) in theme.assets.sorted(by: { $0.key < $1.key }) {
      if name == Self.searchScript {
        paths[name] = SearchIndexBuilder.firstPath
        continue
      }
      let published = Self.compact(name, bytes)
      if name == "worker.js" {
        paths[name] = OfflineFiles.workerPath
        worker = published
      } else {
        paths[name] = add(name, published)
      }
    }
    var data: [String: [LanguageTag: String]] = [:]
    for script in scripts {
      let (name, language, make) = (script.name, script.language, script.make)
      if let path = script.path {
        files.append(OutputFile(path: path) { Array(make().utf8) })
        data[name, default: [:]][language] = path
      } else {
        data[name, default: [:]][language] = add("\(name).\(language).js", Array(make().utf8))
      }
    }
    (self.paths, self.files, self.data, self.worker) = (paths, files, data, worker)
  }

  /// Paths of the scripts of data, by name and language.
  var dataPaths: [String: String] {
    var paths: [String: String] = [:]
    for (name, languages) in data { for (language, path) in languages { paths["\(name).\(language)"] = path } }
    return paths
  }

  private static let searchScript = "search.js"

  /// What runs the search in the browser: the head of the index's first file.
  static func searchClient(of theme: Theme) -> [UInt8] { theme.assets[searchScript].map { compact(searchScript, $0) } ?? [] }

  private static func compact(_ name: String, _ bytes: [UInt8]) -> [UInt8] {
    if name.hasSuffix(".js") { return CompactScript.compact(bytes) }
    return name.hasSuffix(".css") ? CompactStyle.compact(bytes) : bytes
  }

  /// `style.css` → `style.0123456789.css`.
  private static func fingerprinted(_ name: String, _ bytes: [UInt8]) -> String {
    guard let dot = name.lastIndex(of: ".") else { return name }
    return "\(name[..<dot]).\(Fingerprint(bytes).shortName)\(name[dot...])"
  }
}
