internal import Diagnostics
internal import FileSystem

/// How an import tells of pages that become one or come apart, and a dry run that they would.
struct PageChange {
  /// How the content folder is called in messages.
  let displayFolder: String
  let isDryRun: Bool

  /// - Parameter path: Of the page that stays, below the content folder.
  func joined(_ page: String, to whole: String, at path: String) -> Diagnostic {
    let sentence =
      isDryRun
      ? "\(page) would be part of \(whole); its address would lead there" : "\(page) is part of \(whole) now; its address leads there"
    return note("joined-page", sentence, path)
  }

  /// - Parameter path: Of the page that it leaves, or its own where that is not known.
  func parted(_ page: String, at path: String) -> Diagnostic {
    note("parted-page", isDryRun ? "\(page) would be a page of its own" : "\(page) is a page of its own now", path)
  }

  private func note(_ rule: String, _ sentence: String, _ path: String) -> Diagnostic {
    Diagnostic(.note, rule: rule, sentence, at: SourceLocation(path: Path.join(displayFolder, path), line: 1, column: 1))
  }
}
