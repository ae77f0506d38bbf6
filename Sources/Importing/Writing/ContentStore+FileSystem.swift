package import ContentModel
internal import Diagnostics
package import FileSystem
internal import Foundation

/// A content folder as an import finds it: its files, and what earlier imports remember under `.ciyuan/`.
package struct ContentStore: Sendable {
  /// The content folder.
  package let folder: String
  /// By id.
  let files: [String: ContentFile]
  /// All files of the sections, those without an id too.
  let allFiles: [ContentFile]
  /// Pages of terms, as a site reads them.
  let termPages: [Document]
  let records: [String: ContentRecord]
  let sources: [ImportedSource]
  /// What people had joined to other pages, in that order.
  let joined: [JoinedPart]
  /// How many languages a page has.
  private let versions: [DocumentID: Int]

  static let stateFolder = ".ciyuan"
  static let recordsPath = ".ciyuan/base.jsonl", textsPath = ".ciyuan/base.text"
  static let sourcesPath = ".ciyuan/sources.jsonl", ledgerPath = ".ciyuan/ledger.jsonl", joinedPath = ".ciyuan/joined.jsonl"

  /// Reads the folder. A missing folder is an empty one.
  ///
  /// - Parameter languages: those of the site, in which terms have names.
  package static func load(folder: String, languages: [LanguageTag]) async throws(FileError) -> ContentStore {
    let sections: [DocumentID.Section] = [.questions, .terms, .sources]
    var paths: [String] = []
    for section in sections where Folder.exists(Path.join(folder, section.rawValue)) {
      paths += try Folder.files(below: Path.join(folder, section.rawValue)).map { "\(section.rawValue)/\($0.path)" }
        .filter { $0.hasSuffix(".md") && Path.isContained($0) }
    }
    let results = await ParallelMap.run(paths) { path in Result { try read(path, in: folder, languages) } }
    var all: [ContentFile] = [], termPages: [Document] = []
    for result in results {
      switch result {
      case .success(let (file, termPage)):
        all.append(file)
        if let termPage { termPages.append(termPage) }
      case .failure(let error): throw error as? FileError ?? FileError(path: folder, operation: "read", code: EIO)
      }
    }
    let records: [ContentRecord] = try await lines(of: Path.join(folder, recordsPath))
    let sources: [ImportedSource] = try await lines(of: Path.join(folder, sourcesPath))
    let joined: [JoinedPart] = try await lines(of: Path.join(folder, joinedPath))
    let recorded = Dictionary(records.map { ($0.id, $0) }) { first, _ in first }
    // A translation that began as a copy may still have the id of its original: that is the one that was imported.
    let files = Dictionary(all.compactMap { file in file.id.map { ($0, file) } }) { first, second in
      recorded[first.id ?? ""]?.path == second.path ? second : first
    }
    let versions = Dictionary(all.compactMap { $0.document }.map { ($0, 1) }, uniquingKeysWith: +)
    return ContentStore(
      folder: folder, files: files, allFiles: all, termPages: termPages, records: recorded, sources: sources, joined: joined,
      versions: versions)
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
    let isAsImported = records[id]?.hash == file.hash && !isRenamed(id) && versions[name.id] == 1
    return isAsImported ? nil : name.language
  }

  /// Whether translations may go along with imported pages, or come back with them (``CarriedTranslations``).
  var hasTranslations: Bool {
    joined.contains(where: \.isCarried)
      || records.values.contains { $0.section == .questions && files[$0.id]?.document.flatMap { versions[$0] } ?? 0 > 1 }
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

  private static func read(_ path: String, in folder: String, _ languages: [LanguageTag]) throws -> (ContentFile, termPage: Document?) {
    let bytes = try File.read(Path.join(folder, path))
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
  private static func lines<Value: Decodable & Sendable>(of path: String) async throws(FileError) -> [Value] {
    guard File.exists(path) else { return [] }
    let lines = try File.read(path).split(separator: 0x0A).map { Array($0) }
    return await ParallelMap.run(lines) { line in try? JSONDecoder().decode(Value.self, from: Data(line)) }.compactMap { $0 }
  }

  /// The text that the last import wrote.
  func base(_ record: ContentRecord) throws(FileError) -> String {
    let path = Path.join(folder, Self.textsPath)
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
    String(decoding: try File.read(Path.join(folder, file.path)), as: UTF8.self)
  }
}
