import FileSystem
import Foundation
import Testing

/// Tests that publish a new site, in a folder of its own.
protocol PublishingSuite {
  var program: Program { get }
}

extension PublishingSuite {
  var folder: String { program.workspace.path }

  static func newSite() throws -> Program {
    let program = try Program()
    #expect(try program.run("init", "--quiet").status == 0)
    try program.workspace.write(
      "title: Test\nbase-url: https://example.org/llm/\npublish:\n  folder: {directory: public}\n", to: "ciyuan.yml")
    return program
  }

  func configure(_ target: String, baseURL: String = "https://example.org/llm/") throws {
    try program.workspace.write("title: Test\nbase-url: \(baseURL)\npublish:\n  \(target)\n", to: "ciyuan.yml")
  }

  @discardableResult
  func shell(_ command: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/timeout")
    process.arguments = ["60", "sh", "-ec", command]
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = ProcessInfo.processInfo.environment.merging([
      "GIT_AUTHOR_NAME": "t", "GIT_AUTHOR_EMAIL": "t@example.org", "GIT_COMMITTER_NAME": "t", "GIT_COMMITTER_EMAIL": "t@example.org",
    ]) { $1 }
    // A file rather than a pipe: a daemon that another test starts meanwhile would keep the pipe open.
    let path = folder + ".\(UUID().uuidString)"
    FileManager.default.createFile(atPath: path, contents: nil)
    defer { try? FileManager.default.removeItem(atPath: path) }
    process.standardOutput = try #require(FileHandle(forWritingAtPath: path))
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(command)")
    return String(decoding: try File.read(path), as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Without pictures, which every folder of a test would have to draw anew.
  func publish(_ arguments: String...) throws -> Program.Result { try run(arguments + ["--no-cards"]) }

  func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Program.Result {
    try program.run(
      ["publish"] + arguments,
      environment: [
        "GIT_AUTHOR_NAME": "t", "GIT_AUTHOR_EMAIL": "t@example.org", "GIT_COMMITTER_NAME": "t", "GIT_COMMITTER_EMAIL": "t@example.org",
      ].merging(environment) { $1 })
  }

  func edit() throws {
    try program.workspace.write("---\ntitle: 新词\n---\n一个新词。\n", to: "Content/terms/new-word.zh.md")
  }
}
