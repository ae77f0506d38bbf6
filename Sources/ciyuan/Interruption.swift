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

  var hasHappened: Bool { Self.count.load(ordering: .relaxed) > 0 }
}
