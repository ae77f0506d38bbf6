import Foundation

/// A folder of a test's own, removed with it.
final class TemporaryFolder: Sendable {
  let path: String

  init(in parent: String = NSTemporaryDirectory()) throws {
    path = URL(filePath: parent).appending(path: "ciyuan-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  /// Where thousands of files cost little.
  static func inMemory() throws -> TemporaryFolder {
    try FileManager.default.isWritableFile(atPath: "/dev/shm") ? TemporaryFolder(in: "/dev/shm") : TemporaryFolder()
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ text: String, to relative: String) throws {
    let url = URL(filePath: path).appending(path: relative)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func text(of relative: String) -> String? {
    try? String(contentsOfFile: path + "/" + relative, encoding: .utf8)
  }

  /// Every file by its path, but for our records.
  var files: [String: String] {
    let paths = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
    return Dictionary(
      uniqueKeysWithValues: paths.filter { !$0.hasPrefix(".ciyuan") }.compactMap { path in
        text(of: path).map { (path, $0) }
      })
  }

  /// Every folder, but for our records.
  var folders: Set<String> {
    let all = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
    return Set(
      all.filter { entry in
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path + "/" + entry, isDirectory: &isFolder) && isFolder.boolValue
          && !entry.hasPrefix(".ciyuan")
      })
  }
}
