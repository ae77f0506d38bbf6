public import ContentModel
import Diagnostics
public import FileSystem

extension SiteInput {
  /// Reads a site's content, tags, assets and theme. `root` is the site's folder; paths in diagnostics begin with it.
  public static func load(
    configuration: SiteConfiguration, root: String, includesDrafts: Bool
  ) async throws(FileError) -> SiteInput {
    func path(_ relative: String) -> String { root == "." ? relative : Path.join(root, relative) }
    let content = path(configuration.content)
    let (corpus, contentFaults) = try await Corpus.load(
      folder: content, displayPath: content, languages: configuration.languages)
    let (theme, themeFaults) = try Theme.load(folder: path(configuration.templates), languages: configuration.languages)
    var diagnostics = contentFaults + themeFaults
    var tags = TagVocabulary()
    let tagFile = Path.join(content, "tags.yml")
    if File.exists(tagFile) {
      let (vocabulary, faults) = TagVocabulary.parse(SourceFile(path: tagFile, bytes: try File.read(tagFile)))
      tags = vocabulary
      diagnostics += faults
    }
    var assets: [String: [UInt8]] = [:]
    let assetFolder = Path.join(content, "assets")
    if Folder.exists(assetFolder) {
      for entry in try Folder.files(below: assetFolder) {
        assets[entry.path] = try File.read(Path.join(assetFolder, entry.path))
      }
    }
    return SiteInput(
      configuration: configuration, corpus: corpus, tags: tags, theme: theme, assets: assets, assetFolder: assetFolder,
      includesDrafts: includesDrafts, diagnostics: diagnostics)
  }
}
