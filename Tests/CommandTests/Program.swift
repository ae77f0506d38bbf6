import FileSystem
import Foundation
import Testing

/// The built executable, run in a folder of its own.
struct Program {
  /// Removed when the test ends.
  final class Workspace {
    let path = NSTemporaryDirectory() + "ciyuan-command-" + UUID().uuidString

    init() throws { try Folder.create(path) }
    deinit { try? Folder.remove(path) }

    func write(_ text: String, to file: String) throws { try File.write(Array(text.utf8), to: path + "/" + file) }
    func read(_ file: String) throws -> String { String(decoding: try File.read(path + "/" + file), as: UTF8.self) }
    func exists(_ file: String) -> Bool { File.exists(path + "/" + file) }

    /// Every file with its bytes, for comparing two states.
    func snapshot(_ folder: String) throws -> [String: [UInt8]] {
      var files: [String: [UInt8]] = [:]
      for entry in try Folder.files(below: path + "/" + folder) { files[entry.path] = try File.read("\(path)/\(folder)/\(entry.path)") }
      return files
    }
  }

  struct Result {
    let status: Int32
    let output: String
    let errors: String
  }

  /// The executable stands beside the tests.
  static let path: String = {
    let tests = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    var folder = tests.deletingLastPathComponent()
    while !FileManager.default.fileExists(atPath: folder.appendingPathComponent("ciyuan").path), folder.path != "/" {
      folder.deleteLastPathComponent()
    }
    return folder.appendingPathComponent("ciyuan").path
  }()

  let workspace: Workspace

  init() throws { workspace = try Workspace() }

  func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Result {
    try run(arguments, environment: environment)
  }

  func run(_ arguments: [String], environment: [String: String] = [:], input: String? = nil) throws -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.path)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: workspace.path)
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    // Files rather than pipes: a full pipe would stop the program.
    let outputPath = workspace.path + ".out", errorPath = workspace.path + ".err"
    for path in [outputPath, errorPath] { FileManager.default.createFile(atPath: path, contents: nil) }
    defer { for path in [outputPath, errorPath] { try? FileManager.default.removeItem(atPath: path) } }
    let output = try #require(FileHandle(forWritingAtPath: outputPath))
    let errors = try #require(FileHandle(forWritingAtPath: errorPath))
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = FileHandle.nullDevice
    let inputPath = workspace.path + ".in"
    defer { try? FileManager.default.removeItem(atPath: inputPath) }
    if let input {
      try File.write(Array(input.utf8), to: inputPath)
      process.standardInput = try #require(FileHandle(forReadingAtPath: inputPath))
    }
    try process.run()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, output: String(decoding: try File.read(outputPath), as: UTF8.self),
      errors: String(decoding: try File.read(errorPath), as: UTF8.self))
  }
}

extension Program {
  /// Writes a page that asks something.
  func question(_ name: String, _ title: String) throws {
    try workspace.write("---\ntitle: \(title)\n---\n回答。\n", to: "Content/questions/\(name).zh.md")
  }
}
