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

  /// A result. A full disk or a closed pipe ends the program: half a result must not pass for a whole one.
  static func output(_ text: String) { output(Array((text + "\n").utf8)) }

  static func output(_ bytes: [UInt8]) {
    guard write(bytes, to: STDOUT_FILENO) else {
      if errno != EPIPE { error("cannot write the result: \(String(cString: strerror(errno)))") }
      exit(ExitStatus.couldNotRun.rawValue)
    }
  }

  /// The faults, then a line that counts them. Notes are counted, and shown where `showsNotes`, with `--verbose`, or where their
  /// rule is `told`; with `--quiet` only what decides the exit status is shown: errors, and warnings where `isStrict`.
  func report(_ diagnostics: [Diagnostic], isStrict: Bool = false, showsNotes: Bool = false, told: Set<String> = []) {
    func isShown(_ diagnostic: Diagnostic) -> Bool {
      diagnostic.severity != .note || isVerbose || (showsNotes || told.contains(diagnostic.rule)) && !isQuiet
    }
    for diagnostic in diagnostics.sorted() where isShown(diagnostic) {
      if !isQuiet || diagnostic.severity == .error || isStrict { Self.error(diagnostic.formatted) }
    }
    let counts = Diagnostic.Severity.allCases.compactMap { severity -> String? in
      let count = diagnostics.count { $0.severity == severity }
      return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }
    let hidesNotes = !diagnostics.allSatisfy(isShown)
    if !counts.isEmpty { say(counts.joined(separator: ", ") + (hidesNotes ? " (--verbose shows notes)" : "")) }
  }

  @discardableResult
  private static func write(_ text: String, to descriptor: Int32) -> Bool { write(Array(text.utf8), to: descriptor) }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var bytes = bytes[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        return false
      }
      bytes = bytes.dropFirst(count)
    }
    return true
  }
}
