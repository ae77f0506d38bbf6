internal import Glibc

/// Waits for events, gathers those that come together, and tells what changed. Runs on a thread of its own.
struct WatchLoop: Sendable {
  let tree: WatchedTree
  let wakeUp: WakeUp
  let quiet: Int

  func run(_ tell: ([String]) -> Void) {
    var tree = tree
    defer { tree.close() }
    while wait(for: tree.descriptor, milliseconds: -1) == .ready {
      let start = now()
      var state = Wait.ready
      while state == .ready {
        tree.readEvents()
        state = now() - start < 10 * quiet ? wait(for: tree.descriptor, milliseconds: quiet) : .timedOut
      }
      let changes = tree.takeChanges()
      if !changes.isEmpty { tell(changes) }
      if state == .ended { return }
    }
  }

  private enum Wait { case ready, timedOut, ended }

  private func wait(for descriptor: Int32, milliseconds: Int) -> Wait {
    var waited = [
      pollfd(fd: wakeUp.readEnd, events: Int16(POLLIN), revents: 0),
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
    ]
    var count: Int32
    repeat { count = poll(&waited, 2, Int32(milliseconds)) } while count < 0 && errno == EINTR
    if count < 0 || waited[0].revents != 0 { return .ended }
    return count == 0 ? .timedOut : .ready
  }

  private func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
