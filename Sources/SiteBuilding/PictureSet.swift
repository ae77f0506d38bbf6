internal import ContentModel
internal import Diagnostics

/// The pictures of a site: the SVG files among its assets.
struct PictureSet: Sendable, Equatable {
  let diagnostics: [Diagnostic]
  private let pictures: [String: Picture]

  init() { (diagnostics, pictures) = ([], [:]) }

  init(_ assets: [String: [UInt8]], folder: String, languages: [LanguageTag]) async {
    let files = assets.filter { $0.key.hasSuffix(".svg") }.sorted { $0.key < $1.key }
    let read = await ParallelMap.run(files) { path, bytes in
      Picture.read(SourceFile(path: folder + "/" + path, bytes: bytes), path: path, languages: languages)
    }
    diagnostics = read.flatMap(\.diagnostics)
    pictures = Dictionary(uniqueKeysWithValues: zip(files, read).compactMap { file, read in read.picture.map { (file.key, $0) } })
  }

  /// The picture of a path below `assets/`.
  subscript(path: String) -> Picture? { pictures[path] }
}
