package import ContentModel
internal import Diagnostics
package import FileSystem
internal import Foundation

/// A content folder as an import finds it: its files, and what earlier imports remember under `.ciyuan/`.
package struct ContentStore: Sendable {
  /// The content folder.
  let view: ContentView
  /// By id.
  let files: [String: ContentFile]
  /// All files of the sections, those without an id too.
  let allFiles: [ContentFile]
  /// Pages of terms, as a site reads them.
  let termPages: [Document]
  private(set) var records: [String: ContentRecord]
  let sources: [ImportedSource]
  /// What people had joined to other pages, in that order.
  let joined: [JoinedPart]
  /// The versions of a page, sorted by path.
  private let byDocument: [DocumentID: [ContentFile]]
  private let byPath: [String: ContentFile]
  /// Files of questions by the pages that they name as redirects, sorted by path.
  private let byRedirect: [String: [ContentFile]]
  /// What the last import wrote, where another text stands for it, by id.
  private var bases: [String: String] = [:]

  static let stateFolder = ".ciyuan"
  static let recordsPath = ".ciyuan/base.jsonl", textsPath = ".ciyuan/base.text"
  static let sourcesPath = ".ciyuan/sources.jsonl", ledgerPath = ".ciyuan/ledger.jsonl", joinedPath = ".ciyuan/joined.jsonl"

  /// Reads the folder. A missing folder is an empty one.
  ///
  /// - Parameter languages: those of the site, in which terms have names.
  package static func load(folder: String, languages: [LanguageTag]) async throws(FileError) -> ContentStore {
    try await load(ContentView(folder: folder), languages: languages)
  }

  static func load(_ view: ContentView, languages: [LanguageTag]) async throws(FileError) -> ContentStore {
    let sections: [DocumentID.Section] = [.questions, .terms, .sources]
    var paths: [String] = []
    for section in sections {
      paths += try view.files(in: section.rawValue).filter { $0.hasSuffix(".md") && Path.isContained($0) }
    }
    let results = await ParallelMap.run(paths) { path in Result { try read(path, in: view, languages) } }
    var all: [ContentFile] = [], termPages: [Document] = []
    for result in results {
      switch result {
      case .success(let (file, termPage)):
        all.append(file)
        if let termPage { termPages.append(termPage) }
      case .failure(let error): throw error as? FileError ?? FileError(path: view.folder, operation: "read", code: EIO)
      }
    }
    let records: [ContentRecord] = try await lines(of: recordsPath, in: view)
    let sources: [ImportedSource] = try await lines(of: sourcesPath, in: view)
    let joined: [JoinedPart] = try await lines(of: joinedPath, in: view)
    let recorded = Dictionary(records.map { ($0.id, $0) }) { first, _ in first }
    // A translation that began as a copy may still have the id of its original: that is the one that was imported.
    let files = Dictionary(all.compactMap { file in file.id.map { ($0, file) } }) { first, second in
      recorded[first.id ?? ""]?.path == second.path ? second : first
    }
    var byRedirect: [String: [ContentFile]] = [:]
    for file in all { for page in file.redirects { byRedirect[page, default: []].append(file) } }
    return ContentStore(
      view: view, files: files, allFiles: all, termPages: termPages, records: recorded, sources: sources, joined: joined,
      byDocument: Dictionary(grouping: all.filter { $0.document != nil }, by: { $0.document! }),
      byPath: Dictionary(uniqueKeysWithValues: all.map { ($0.path, $0) }), byRedirect: byRedirect)
  }

  /// Where the page of an id stands, or is to stand. Its language is that of its text, and changes with it, until people put
  /// something into it.
  func path(of id: String, drafted: String) -> String {
    guard let file = files[id] else { return records[id]?.path ?? drafted }
    return keptLanguage(of: id) == nil ? drafted : file.path
  }

  /// The language that a page keeps, whatever its sources are in: that in which a person named its file, edited it, or wrote
  /// another version beside it. `nil` where it may change.
  func keptLanguage(of id: String) -> LanguageTag? {
    guard let file = files[id], let name = try? Document.FileName.parse(file.path).get() else { return nil }
    let isAsImported = records[id]?.hash == file.hash && !isRenamed(id) && versions(of: name.id).count == 1
    return isAsImported ? nil : name.language
  }

  /// The files of a page, one for each language; sorted by path.
  func versions(of page: DocumentID) -> [ContentFile] { byDocument[page] ?? [] }

  func file(at path: String) -> ContentFile? { byPath[path] }

  /// Files of questions that name a page as a former address; sorted by path.
  func files(naming page: String) -> [ContentFile] { byRedirect[page] ?? [] }

  /// Whether translations may go along with imported pages, or come back with them (``CarriedTranslations``).
  var hasTranslations: Bool {
    joined.contains { $0.origin == .translation }
      || records.values.contains { $0.section == .questions && files[$0.id]?.document.map { versions(of: $0).count } ?? 0 > 1 }
  }

  /// Whether an import wrote the file: not a translation that began as a copy of it.
  func isImported(_ file: ContentFile) -> Bool {
    guard let id = file.id, records[id] != nil else { return false }
    return files[id]?.path == file.path
  }

  /// Whether a person gave the file of a page another name.
  func isRenamed(_ id: String) -> Bool {
    guard let file = files[id], let record = records[id] else { return false }
    return record.isRenamed == true || file.path != record.path
  }

  private static func read(_ path: String, in view: ContentView, _ languages: [LanguageTag]) throws -> (ContentFile, termPage: Document?) {
    let bytes = try view.read(path)
    let source = SourceFile(path: path, bytes: bytes)
    let matter = FrontMatter.split(source).frontMatter
    var names: [String] = []
    if path.hasPrefix("terms/") {
      for key in ["title", "admitted", "deprecated", "abbreviation", "translation", "full-form", "aliases"] {
        names += matter.list(key).map { ComparableText.squash($0.value) }
      }
    }
    let file = ContentFile(
      path: path, id: matter.text("id")?.value, hash: ContentHash.of(bytes), names: names,
      phrasings: path.hasPrefix("questions/")
        ? (matter.list("title") + matter.list("aliases")).map { ComparableText.squash($0.value) } : [],
      redirects: path.hasPrefix("questions/") ? matter.list("redirects").map(\.value) : [],
      related: path.hasPrefix("questions/") ? matter.list("related").map(\.value) : [],
      hasConflict: ConflictMarkers.first(in: bytes) != nil)
    let isTerm = path.hasPrefix("terms/")
    return (file, isTerm ? Document.decode(source, path: path, languages: languages).0 : nil)
  }

  /// The values of a JSON Lines file; none where there is no file. A line that does not decode is left out: it was
  /// damaged by hand, and what it remembers is imported anew.
  private static func lines<Value: Decodable & Sendable>(of path: String, in view: ContentView) async throws(FileError) -> [Value] {
    guard view.place(of: path) != nil else { return [] }
    let lines = try view.read(path).split(separator: 0x0A).map { Array($0) }
    return await ParallelMap.run(lines) { line in try? JSONDecoder().decode(Value.self, from: Data(line)) }.compactMap { $0 }
  }

  /// Takes a text for what the last import wrote as a page.
  mutating func rebase(_ id: String, on text: String) {
    records[id]?.hash = ContentHash.of(text)
    bases[id] = text
  }

  /// The text that the last import wrote.
  func base(_ record: ContentRecord) throws(FileError) -> String {
    if let text = bases[record.id] { return text }
    let path = view.place(of: Self.textsPath) ?? Self.textsPath
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(path: path, operation: "read", code: errno) }
    defer { close(descriptor) }
    let bytes = [UInt8](unsafeUninitializedCapacity: max(0, record.length)) { buffer, count in
      count = max(0, pread(descriptor, buffer.baseAddress, buffer.count, off_t(record.offset)))
    }
    guard ContentHash.of(bytes) == record.hash else { throw FileError(path: path, operation: "read", code: EILSEQ) }
    return String(decoding: bytes, as: UTF8.self)
  }

  func text(of file: ContentFile) throws(FileError) -> String {
    String(decoding: try view.read(file.path), as: UTF8.self)
  }
}
