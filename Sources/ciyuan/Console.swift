internal import Diagnostics
internal import Glibc

/// Everything the program says in a terminal. Results go to standard output, messages to standard error.
struct Console {
  var isQuiet = false
  var isVerbose = false

  /// What was done, in a line; not said with `--quiet`.
  func say(_ text: String) {
    if !isQuiet { Self.write(text + "\n", to: STDERR_FILENO) }
  }

  /// Details, said with `--verbose` alone.
  func detail(_ text: String) {
    if isVerbose { Self.write(text + "\n", to: STDERR_FILENO) }
  }

  static func error(_ text: String) { write(text + "\n", to: STDERR_FILENO) }

  static func output(_ text: String) { write(text + "\n", to: STDOUT_FILENO) }

  /// The faults, then a line that counts them. Notes are counted, and shown with `--verbose`.
  func report(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics.sorted() where diagnostic.severity != .note || isVerbose {
      if diagnostic.severity == .error || !isQuiet { Self.error(diagnostic.formatted) }
    }
    let counts = Diagnostic.Severity.allCases.compactMap { severity -> String? in
      let count = diagnostics.count { $0.severity == severity }
      return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }
    if !counts.isEmpty { say(counts.joined(separator: ", ")) }
  }

  private static func write(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        return
      }
      bytes = bytes.dropFirst(count)
    }
  }
}
