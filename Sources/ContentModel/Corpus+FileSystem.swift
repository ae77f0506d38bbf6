public import Diagnostics
public import FileSystem

extension Corpus {
  /// The largest content file that is read, in bytes.
  public static let maximumFileSize = 16 << 20

  /// Reads every `.md` file of the sections below a content folder; files at its top level (tags.yml, import.yml) and
  /// hidden folders are no pages. `displayPath` is the content folder as people know it, for diagnostics.
  public static func load(
    folder: String, displayPath: String, languages: [LanguageTag]
  ) async throws(FileError) -> (Corpus, [Diagnostic]) {
    let listing = try Folder.listing(below: folder)
    let entries = listing.files.filter { $0.path.hasSuffix(".md") && $0.path.contains("/") }
    let results = await ParallelMap.run(entries) { entry in
      decode(entry, folder: folder, displayPath: displayPath, languages: languages)
    }
    var diagnostics = results.flatMap(\.1)
    let documents = results.compactMap(\.0)
    diagnostics += sameSlug(documents)
    diagnostics += listing.loops.map { path in
      Diagnostic(
        .warning, rule: "link-loop", "symbolic link leads back to where it came from, and was not followed",
        at: SourceLocation(path: Path.join(displayPath, path), line: 1, column: 1), suggestion: "remove the link")
    }
    let unreadable = zip(entries, results).compactMap { entry, result in
      result.0 == nil ? try? Document.FileName.parse(entry.path, languages: languages).get().id : nil
    }
    return (Corpus(documents, unreadable: Set(unreadable)), diagnostics)
  }

  private static func decode(
    _ entry: Folder.Entry, folder: String, displayPath: String, languages: [LanguageTag]
  ) -> (Document?, [Diagnostic]) {
    let shown = Path.join(displayPath, entry.path)
    let place = SourceLocation(path: shown, line: 1, column: 1)
    guard entry.size <= maximumFileSize else {
      return (
        nil,
        [
          Diagnostic(
            .error, rule: "file-too-large",
            "file of \(entry.size >> 20) MB is larger than the \(maximumFileSize >> 20) MB that a page may have", at: place,
            suggestion: "split it into several pages")
        ]
      )
    }
    do {
      let bytes = try File.read(Path.join(folder, entry.path))
      return Document.decode(SourceFile(path: shown, bytes: bytes), path: entry.path, languages: languages)
    } catch {
      return (nil, [Diagnostic(.error, rule: "unreadable-file", "\(error)", at: place, suggestion: "make it readable")])
    }
  }

  /// Slugs that differ only in letter case are one address on many hosts: both files are named.
  private static func sameSlug(_ documents: [Document]) -> [Diagnostic] {
    var seen: [String: Document] = [:]
    var diagnostics: [Diagnostic] = []
    for document in documents.sorted(by: { $0.file.path < $1.file.path }) {
      let key = "\(document.id).\(document.language)".lowercased()
      if let other = seen[key] {
        diagnostics.append(
          Diagnostic(
            .error, rule: "same-slug", "two files have one address: \(other.file.path) and \(document.file.path)",
            at: document.file.location(of: 0..<1), suggestion: "rename one of them",
            notes: [Diagnostic.Note("the other is here", at: other.file.location(of: 0..<1))]))
      } else {
        seen[key] = document
      }
    }
    return diagnostics
  }
}
