internal import ContentModel
public import Diagnostics
internal import FileSystem
internal import Importing

extension TermImport {
  /// Writes the changes into the content folder, all or none: beside, then renamed. A file that stands where a new one
  /// should, and could not be read as a page, is left alone and named.
  ///
  /// - Throws: `ImportFailure` where another import is at work or somebody saved a file meanwhile; `FileError`.
  public func write(to folder: String, displayFolder: String) throws -> [Diagnostic] {
    let lock = try ContentLock(folder: folder)
    defer { lock.release() }
    try ContentTransaction.recover(folder: folder)
    var transaction = try ContentTransaction(folder: folder)
    var diagnostics: [Diagnostic] = []
    do {
      for change in changes {
        guard change.former != nil || !File.exists(Path.join(folder, change.path)) else {
          diagnostics.append(
            Diagnostic(
              .error, rule: "file-in-the-way", "a file stands here that is no readable page: left as it is",
              at: SourceLocation(path: Path.join(displayFolder, change.path), line: 1, column: 1),
              suggestion: "mend it (ciyuan check says how), and import again"))
          continue
        }
        try transaction.stage(Array(change.text.utf8), as: change.path, over: change.former.map { ContentHash.of($0.bytes) })
      }
      try transaction.commit(isCancelled: { false })
    } catch {
      try? transaction.abandon()
      throw error
    }
    return diagnostics
  }
}
