public import ContentModel
internal import FileSystem

/// A site on its way to a place. Wherever that is, the same rule holds as for a folder on this machine: a list of the files
/// that we wrote stands beside them (`.ciyuan-site/manifest`); what it names and the site no longer has is removed, and
/// files of others stay. Publishing what has not changed changes nothing.
public struct Publication: Sendable {
  let target: PublishTarget
  let files: [OutputFile]
  let root: String
  let stage: String

  /// - Parameters:
  ///   - root: the site's folder, from which the target's paths are seen.
  ///   - stage: a folder of our own for files that another program takes away; it is made, and used again the next time.
  public init(of files: [OutputFile], to target: PublishTarget, root: String, stage: String) {
    (self.target, self.root, self.stage) = (target, Folder.resolved(root), Folder.resolved(stage))
    var files = files + Precompression.files(beside: files, target.extras)
    if case .git = target.place {
      // GitHub would leave out folders that begin with an underscore, and run Jekyll.
      files.append(OutputFile(path: ".nojekyll", bytes: []))
      if let domain = target.domain { files.append(OutputFile(path: "CNAME", text: domain + "\n")) }
    }
    self.files = files
  }

  /// Brings the site there.
  ///
  /// - Parameters:
  ///   - isDryRun: tell what would change, and change nothing at the place.
  ///   - force: take over a place with files that we did not write.
  /// - Throws: `PublishingError`, `SiteWritingError`, or what the system says of a program that cannot be run.
  public func run(isDryRun: Bool, force: Bool) throws -> SiteChanges {
    switch target.place {
    case .directory(let path):
      let writer = SiteWriter(folder: Path.join(root, path))
      return isDryRun ? try writer.changes(files, force: force) : try writer.write(files, force: force)
    case .rsync(let destination):
      let publication = RsyncPublication(destination: destination, root: root, site: try staged())
      return try publication.run(isDryRun: isDryRun, force: force)
    case .git(let remote, let branch, let keepsHistory):
      let publication = try GitPublication(remote: remote, branch: branch, keepsHistory: keepsHistory, root: root, site: try staged())
      return try publication.run(isDryRun: isDryRun, force: force)
    }
  }

  private func staged() throws -> StagedSite {
    _ = try SiteWriter(folder: stage).write(files, force: true)
    return StagedSite(folder: stage, files: files.map(\.path).sorted())
  }
}

/// A whole site in a folder, as another program takes it away.
struct StagedSite {
  static let manifest = "\(OutputFolder.records)/manifest"
  /// Absolute.
  let folder: String
  /// Sorted.
  let files: [String]

  /// All that is taken away: the files, and the list of them.
  var paths: [String] { files + [Self.manifest] }

  /// Paths as git and rsync read them from a list.
  static func list(_ paths: some Sequence<String>) -> [UInt8] { paths.flatMap { Array($0.utf8) + [0] } }
}
