internal import Glibc
internal import Synchronization

/// Notes Ctrl-C and a request to end, so that work can stop where nothing is half done. A second Ctrl-C ends at once.
struct Interruption: Sendable {
  private static let count = Atomic<Int>(0)

  init() {
    for number in [SIGINT, SIGTERM] {
      signal(number) { _ in
        if Interruption.count.wrappingAdd(1, ordering: .relaxed).newValue > 1 { _exit(130) }
      }
    }
  }

  /// Ends the program at the first Ctrl-C: for a build, whose site is whole or is made whole by the next one.
  static func endsBuild() {
    for number in [SIGINT, SIGTERM] {
      signal(number) { _ in
        let message: StaticString = "\ninterrupted: the site is as it was, or the next build brings it to its end\n"
        write(STDERR_FILENO, message.utf8Start, message.utf8CodeUnitCount)
        _exit(ExitStatus.couldNotRun.rawValue)
      }
    }
  }

  /// Ends the program in peace at the first Ctrl-C: how a preview is meant to end.
  static func endsPreview() {
    for number in [SIGINT, SIGTERM] { signal(number) { _ in _exit(ExitStatus.clean.rawValue) } }
  }

  var hasHappened: Bool { Self.count.load(ordering: .relaxed) > 0 }
}
