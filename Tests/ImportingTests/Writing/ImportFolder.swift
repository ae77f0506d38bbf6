import Diagnostics
import FileSystem
import Foundation

@testable import Importing

/// A folder with scraped documents and a content folder, for one test.
final class ImportFolder: Sendable {
  let path = NSTemporaryDirectory() + "ciyuan-import-" + UUID().uuidString
  var content: String { path + "/Content" }

  init(_ documents: [String: String] = [:]) throws {
    for (name, text) in documents { try write(text, to: "scrapes/" + name) }
  }

  /// A folder as another one is.
  init(copyOf other: ImportFolder) throws { try FileManager.default.copyItem(atPath: other.path, toPath: path) }

  deinit { try? Folder.remove(path) }

  func write(_ text: String, to name: String) throws { try File.write(Array(text.utf8), to: path + "/" + name) }

  func read(_ name: String) throws -> String { String(decoding: try File.read(path + "/" + name), as: UTF8.self) }

  @discardableResult
  func importAll(
    _ names: [String]? = ["scrapes"], isDryRun: Bool = false, report: String? = nil, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) async throws -> ImportSummary {
    let places = DocumentPlaces(root: path)
    let inputs = try names.map { try ImportInput.find($0.map { $0.hasPrefix("/") ? $0 : path + "/" + $0 }, places: places).0 }
    return try await ImportRun(
      places: places, folder: content, displayFolder: "Content", isDryRun: isDryRun, report: report, isCancelled: isCancelled
    ).run(inputs)
  }

  /// Every file of the content folder, hidden ones too, by path.
  func snapshot() throws -> [String: [UInt8]] {
    let enumerator = FileManager.default.enumerator(atPath: content)
    var files: [String: [UInt8]] = [:]
    while let name = enumerator?.nextObject() as? String {
      if !Folder.exists(content + "/" + name) { files[name] = try File.read(content + "/" + name) }
    }
    return files
  }

  func questions() throws -> [String] {
    guard Folder.exists(content + "/questions") else { return [] }
    return try Folder.files(below: content + "/questions").map(\.path)
  }

  /// The path of the question whose file holds a text.
  func question(with text: String) throws -> String? {
    try questions().first { try read("Content/questions/" + $0).contains(text) }
  }
}
