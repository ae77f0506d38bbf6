import ContentModel
internal import Encodings

/// The theme's files under names that carry their content's fingerprint, so that hosts may cache them for ever.
///
/// A folder of scripts or style sheets has become one file by then: the parts in `assets/search/` are published as
/// `search.<fingerprint>.js` (see `JoinedAssets`), and templates name it `assets.search`.
struct AssetNames: Sendable {
  /// Path in the site by path below `assets/` of the theme.
  let paths: [String: String]
  /// Definitions for the previews of terms, by language.
  let terms: [LanguageTag: String]
  let files: [OutputFile]

  init(theme: Theme, terms: [(language: LanguageTag, script: String)]) {
    var paths: [String: String] = [:]
    var files: [OutputFile] = []
    func add(_ name: String, _ bytes: [UInt8]) -> String {
      let path = "assets/" + Self.fingerprinted(name, bytes)
      files.append(OutputFile(path: path, bytes: bytes))
      return path
    }
    for (name, bytes) in theme.assets.sorted(by: { $0.key < $1.key }) {
      paths[name] = add(name, Self.compact(name, bytes))
    }
    var definitions: [LanguageTag: String] = [:]
    for (language, script) in terms { definitions[language] = add("terms.\(language).js", Array(script.utf8)) }
    (self.paths, self.files, self.terms) = (paths, files, definitions)
  }

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
