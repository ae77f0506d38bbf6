internal import FileSystem
internal import Foundation
internal import Glibc

/// A program of the system, run to its end in a folder. Its messages are kept for the error; it may ask for passwords at the
/// terminal.
struct ExternalProgram {
  let name: String
  let folder: String
  /// Arguments before all others.
  var options: [String] = []
  var environment: [String: String] = [:]

  struct Result {
    let status: Int32
    let output: [UInt8]
    let message: String
  }

  /// - Throws: where the status is not 0, or the program is not there.
  @discardableResult
  func run(_ arguments: [String], input: [UInt8] = []) throws -> [UInt8] {
    let result = try attempt(arguments, input: input)
    guard result.status == 0 else { throw failure(arguments, result) }
    return result.output
  }

  func failure(_ arguments: [String], _ result: Result) -> PublishingError {
    .failed(command: ([name] + arguments.prefix(1)).joined(separator: " "), status: result.status, message: result.message)
  }

  /// The answer whatever the status is. Input and output are files, so that neither side waits for the other; and the
  /// program alone is waited for, not what it leaves running behind it (a keeper of passwords, say), as Foundation's
  /// `Process` would.
  func attempt(_ arguments: [String], input: [UInt8] = []) throws -> Result {
    let files = [try scratchFile(input), try scratchFile(), try scratchFile()]
    defer { for file in files { close(file) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, file) in files.enumerated() { posix_spawn_file_actions_adddup2(&actions, file, Int32(number)) }
    var texts = (["env", "--chdir=\(folder)", name] + options + arguments).map { strdup($0) } + [nil]
    var variables = Self.inherited.merging(environment) { $1 }.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in texts + variables { free(text) } }
    var process: pid_t = 0
    let code = posix_spawnp(&process, "env", &actions, nil, &texts, &variables)
    guard code == 0 else { throw FileError(path: "env", operation: "run", code: code) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let message = String(decoding: contents(files[2]), as: UTF8.self)
    // rsync ends with 127 too, where the other machine has none.
    if status >> 8 == 127, message.hasPrefix("env: ") { throw PublishingError.missing(program: name) }
    return Result(
      // As a shell says it: 128 and the signal, where one ended the program.
      status: status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F, output: contents(files[1]),
      message: message.trimmingCharacters(in: .whitespacesAndNewlines))
  }

  /// Without what a git hook says of its own repository; in the language that we read.
  private static let inherited: [String: String] = {
    let own = ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES"]
    return ProcessInfo.processInfo.environment.filter { !own.contains($0.key) }.merging(["LC_ALL": "C"]) { $1 }
  }()

  /// A file that is gone with its last user.
  private func scratchFile(_ bytes: [UInt8] = []) throws(FileError) -> Int32 {
    var path = Array((NSTemporaryDirectory() + "ciyuan-XXXXXX").utf8CString)
    let file = mkstemp(&path)
    guard file >= 0 else { throw FileError(path: NSTemporaryDirectory(), operation: "write", code: errno) }
    _ = fcntl(file, F_SETFD, FD_CLOEXEC)
    unlink(path)
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      guard count >= 0 else {
        let code = errno
        close(file)
        throw FileError(path: NSTemporaryDirectory(), operation: "write", code: code)
      }
      rest = rest.dropFirst(count)
    }
    lseek(file, 0, SEEK_SET)
    return file
  }

  private func contents(_ file: Int32) -> [UInt8] {
    let size = Int(lseek(file, 0, SEEK_END))
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = max(0, pread(file, buffer.baseAddress, size, 0))
    }
  }
}
