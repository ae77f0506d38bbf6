package import Diagnostics
package import FileSystem

extension ImportInput {
  /// Endings of files that a folder is searched for; files named on the command line may have any.
  private static let endings: Set<String> = [
    "txt", "text", "md", "markdown", "html", "htm", "xhtml", "shtml",
  ]

  /// The documents below the given files and folders, sorted by name. A file reached twice counts once, under its first
  /// name. Links that lead out of a folder are not followed: what a scrape brought must not name other files of the machine.
  ///
  /// - Returns: the documents, and a note for each folder with links of that kind or files of other kinds.
  package static func find(_ paths: [String]) throws(FileError) -> ([ImportInput], [Diagnostic]) {
    var inputs: [String: ImportInput] = [:]
    var diagnostics: [Diagnostic] = []
    for path in paths {
      let path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
      guard Folder.exists(path) else {
        guard File.exists(path) else { throw FileError(path: path, operation: "read", code: 2) }
        let folder = Path.name(of: Path.parent(of: path))
        let isNamed = folder != "." && folder != ".." && !folder.isEmpty && folder != "/"
        let name = isNamed ? Path.join(folder, Path.name(of: path)) : Path.name(of: path)
        let place = Folder.resolved(path)
        if inputs[place] == nil { inputs[place] = ImportInput(path: path, name: name) }
        continue
      }
      let folder = Path.name(of: path)
      let isNamed = folder != "." && folder != ".." && folder != "/"
      let root = Folder.resolved(path)
      var skipped = 0, leading: [String] = []
      for entry in try Folder.files(below: path) {
        let name = isNamed ? Path.join(folder, entry.path) : entry.path
        guard endings.contains(Path.extension(of: entry.path).lowercased()) else {
          skipped += 1
          continue
        }
        let full = Path.join(path, entry.path), place = Folder.resolved(full)
        guard place.hasPrefix(root == "/" ? root : root + "/") else {
          leading.append(full)
          continue
        }
        if inputs[place] == nil { inputs[place] = ImportInput(path: full, name: name) }
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
    return (distinct(inputs.values.sorted { ($0.name, $0.path) < ($1.name, $1.path) }), diagnostics)
  }

  /// Tells of the name of a document whether a file stands there, seen from where these documents are.
  static func finder(beside inputs: [ImportInput]) -> (String) -> Bool {
    let roots = Set(inputs.filter { $0.path.hasSuffix($0.name) }.map { String($0.path.dropLast($0.name.count)) })
    return { name in roots.contains { File.exists($0 + name) } }
  }

  /// Two folders of one name: the names of the later ones get a number.
  private static func distinct(_ inputs: [ImportInput]) -> [ImportInput] {
    var taken = Set(inputs.map(\.name)), first: Set<String> = []
    return inputs.map { input in
      if first.insert(input.name).inserted { return input }
      var number = 2
      while !taken.insert("\(input.name) (\(number))").inserted { number += 1 }
      return ImportInput(path: input.path, name: "\(input.name) (\(number))")
    }
  }

  /// Reads and decodes the document. Faults are diagnostics: the other documents go on.
  func read() -> Reading {
    let place = SourceLocation(path: name, line: 1, column: 1)
    do {
      let bytes = try File.read(path)
      let (document, diagnostics) = try ScrapedDocument.read(path: name, bytes: bytes)
      let isEmpty = document.lines.allSatisfy { $0.text.isEmpty }
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
