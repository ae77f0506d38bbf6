public import ContentModel
internal import FileSystem

/// Pictures as files of a site, kept in a folder of our own from one time to the next: only what has changed is drawn.
public struct PictureStore: Sendable {
  private let folder: String

  /// - Parameter folder: made when the first picture is drawn; whatever it holds may be removed at any time.
  public init(folder: String) { self.folder = folder }

  /// What keeps this machine from drawing: the name of a library that is missing.
  public static var missingLibrary: String? { Canvas.missingLibrary }

  /// A picture as a file of the site; `nil` where it cannot be drawn. Called on any thread.
  @Sendable public func file(for picture: any SitePicture) -> OutputFile? {
    let kept = place(of: picture.path)
    // No part of what a build reads: `File.exists` would note it.
    if FileStamp(of: kept) == nil {
      guard let drawn = picture.png(), !drawn.isEmpty else { return nil }
      // A store that cannot be written costs time, and no picture: it is drawn again when it is asked for.
      try? File.write(drawn, to: kept)
    }
    return OutputFile(path: picture.path) { (try? File.read(kept)) ?? picture.png() ?? [] }
  }

  /// Removes the pictures that a site, given by its files, no longer has.
  public func keep(_ files: [OutputFile]) {
    let names = Set(files.map { Path.name(of: $0.path) })
    for entry in (try? Folder.files(below: folder)) ?? [] where !names.contains(entry.path) {
      try? File.remove(Path.join(folder, entry.path))
    }
  }

  private func place(of path: String) -> String { Path.join(folder, Path.name(of: path)) }
}
