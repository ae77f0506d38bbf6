internal import ArgumentParser
internal import Diagnostics

/// What the exit status says: decided here and nowhere else.
enum ExitStatus: Int32 {
  case clean = 0
  case problems = 1
  case couldNotRun = 2

  /// Errors are problems always; warnings where the command or the user is strict.
  init(_ diagnostics: [Diagnostic], strict: Bool) {
    let isProblem = diagnostics.contains { $0.severity == .error || strict && $0.severity == .warning }
    self = isProblem ? .problems : .clean
  }

  /// Ends the command with this status.
  func exit() throws {
    if self != .clean { throw ExitCode(rawValue) }
  }
}
