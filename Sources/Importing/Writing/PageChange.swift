internal import Diagnostics
internal import FileSystem

/// How an import tells of pages that become one or come apart, and a dry run that they would.
package struct PageChange {
  /// Of all that is said of pages that become one.
  package static let joined = "joined-page"
  /// Of all that is said of pages that come apart.
  package static let parted = "parted-page"

  /// How the content folder is called in messages.
  let displayFolder: String
  let isDryRun: Bool

  /// - Parameter path: Of the page that stays, below the content folder.
  func joined(_ page: String, to whole: String, at path: String) -> Diagnostic {
    let sentence =
      isDryRun
      ? "\(page) would be part of \(whole); its address would lead there" : "\(page) is part of \(whole) now; its address leads there"
    return note(Self.joined, sentence, path)
  }

  /// - Parameter path: Of the file of which a translation becomes part.
  func carried(_ translation: String, to path: String) -> Diagnostic {
    note(Self.joined, "\(translation), which a person wrote, \(isDryRun ? "would be part of \(path)" : "is part of \(path) now")", path)
  }

  /// - Parameter path: Of the page that it leaves, or its own where that is not known.
  func parted(_ page: String, at path: String) -> Diagnostic {
    note(Self.parted, isDryRun ? "\(page) would be a page of its own" : "\(page) is a page of its own now", path)
  }

  /// Where the heading is gone below which a page stood.
  func partedInPart(_ page: String, at path: String) -> Diagnostic {
    Diagnostic(
      .warning, rule: Self.parted,
      isDryRun
        ? "\(page) would be a page of its own, and its text would stand here as well: the heading above it is gone"
        : "\(page) is a page of its own now, and its text stands here as well: the heading above it is gone",
      at: place(path), suggestion: "remove here what belongs to the other page")
  }

  /// What a person had edited on a page that is part of another one now, which says something else.
  func leftBehind(_ edit: String, at path: String) -> Diagnostic {
    Diagnostic(
      .warning, rule: Self.joined, "Left behind: \(edit)", at: place(path), suggestion: "edit this page, if it is wanted here")
  }

  private func note(_ rule: String, _ sentence: String, _ path: String) -> Diagnostic {
    Diagnostic(.note, rule: rule, sentence, at: place(path))
  }

  private func place(_ path: String) -> SourceLocation { SourceLocation(path: Path.join(displayFolder, path), line: 1, column: 1) }
}
