package import Diagnostics
package import FileSystem

extension ImportInput {
  /// Endings of files that a folder is searched for; files named on the command line may have any.
  private static let endings: Set<String> = [
    "txt", "text", "md", "markdown", "html", "htm", "xhtml", "shtml",
  ]

  /// The documents below the given files and folders, sorted by name. A file reached twice counts once. Links that lead
  /// out of a folder are not followed: what a scrape brought must not name other files of the machine.
  ///
  /// - Returns: the documents, an error for each path where nothing is, and a note for each folder with links of that kind or files of other kinds.
  package static func find(_ paths: [String], places: DocumentPlaces) throws(FileError) -> ([ImportInput], [Diagnostic]) {
    var inputs: [String: ImportInput] = [:]
    var diagnostics: [Diagnostic] = []
    var missing: [FileError] = []
    for path in paths {
      let path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
      guard Folder.exists(path) else {
        guard File.exists(path) else {
          missing.append(FileError(path: path, operation: "read", code: 2))
          continue
        }
        let place = Folder.resolved(path)
        if inputs[place] == nil { inputs[place] = ImportInput(path: path, name: places.name(ofPlace: place)) }
        continue
      }
      let root = Folder.resolved(path)
      var skipped = 0, leading: [String] = []
      let listing = try Folder.listing(below: path)
      diagnostics += unread(listing, in: path)
      for entry in listing.files {
        guard endings.contains(Path.extension(of: entry.path).lowercased()) else {
          skipped += 1
          continue
        }
        let full = Path.join(path, entry.path), place = Folder.resolved(full)
        guard place.hasPrefix(root == "/" ? root : root + "/") else {
          leading.append(full)
          continue
        }
        if inputs[place] == nil { inputs[place] = ImportInput(path: full, name: places.name(ofPlace: place)) }
      }
      for link in leading {
        diagnostics.append(
          Diagnostic(
            .warning, rule: "link-out-of-folder", "\(link) leads out of \(path) and was not read",
            suggestion: "name the file itself on the command line to import it"))
      }
      if skipped > 0 {
        diagnostics.append(
          Diagnostic(
            .note, rule: "skipped-files", "\(skipped) files in \(path) are neither text, HTML nor Markdown",
            suggestion: "name them on the command line to import them all the same"))
      }
    }
    // A mistyped name keeps nobody from reading the others.
    if inputs.isEmpty, let first = missing.first { throw first }
    diagnostics += missing.map { Diagnostic(.error, rule: "unreadable", "\($0)") }
    return (inputs.values.sorted { $0.name < $1.name }, diagnostics)
  }

  /// Told of each entry of a folder that is no file to read. Of what is hidden only what would be a document otherwise is told:
  /// `.git` and `.DS_Store` are no pages to anybody.
  private static func unread(_ listing: Folder.Listing, in folder: String) -> [Diagnostic] {
    listing.loops.map {
      Diagnostic(.warning, rule: "link-loop", "\(Path.join(folder, $0)) leads to a folder that is read already, and was not followed")
    }
      + listing.others.map {
        Diagnostic(
          .warning, rule: "no-file", "\(Path.join(folder, $0)) is a pipe, a device or a link to nothing, and was not read")
      }
      + listing.unnameable.map {
        Diagnostic(
          .warning, rule: "file-name", "\(Path.join(folder, $0)) was not read: its name is not UTF-8",
          suggestion: "rename it and import again")
      }
      + listing.hidden.filter { endings.contains(Path.extension(of: $0).lowercased()) }.map {
        Diagnostic(
          .note, rule: "hidden-file", "\(Path.join(folder, $0)) is hidden by the dot before its name, and was not read",
          suggestion: "name it on the command line to import it all the same")
      }
  }

  /// The documents of earlier imports that still lie where they were, sorted by name. Those with unusual endings are left
  /// out: they are read when a user names them, and not because a folder of content that came from elsewhere does.
  static func known(_ sources: [ImportedSource], places: DocumentPlaces) -> [ImportInput] {
    sources.map(\.document).sorted()
      .filter { endings.contains(Path.extension(of: $0).lowercased()) && places.isThere($0) }
      .map { ImportInput(path: places.path(of: $0), name: $0) }
      .filter { places.name(of: $0.path) == $0.name }
  }

  /// Reads and decodes the document. Faults are diagnostics: the other documents go on.
  func read() -> Reading {
    let place = SourceLocation(path: name, line: 1, column: 1)
    do {
      let bytes = try File.read(path)
      let (document, diagnostics) = try ScrapedDocument.read(path: name, bytes: bytes)
      let isEmpty = document.lines.allSatisfy { $0.text.unicodeScalars.allSatisfy { $0.isSpace || $0.isInvisible } }
      let note = isEmpty ? [Diagnostic(.error, rule: "empty-document", "No text in the document", at: place)] : []
      return Reading(document: document, hash: ContentHash.of(bytes), diagnostics: diagnostics + note)
    } catch let error as UnreadableDocument {
      return Reading(document: nil, hash: "", diagnostics: [error.diagnostic])
    } catch {
      return Reading(document: nil, hash: "", diagnostics: [Diagnostic(.error, rule: "unreadable", "\(error)", at: place)])
    }
  }

  struct Reading: Sendable {
    /// `nil` where nothing could be read.
    let document: ScrapedDocument?
    /// Of the file's bytes.
    let hash: String
    let diagnostics: [Diagnostic]
  }
}
