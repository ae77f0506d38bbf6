internal import Dispatch
internal import Synchronization

/// The open line to one page: what is sent here is read by the server's thread for that connection.
final class EventStream: Sendable {
  /// The page's file in the site, and the version that the browser shows.
  let page: String
  let version: Int

  private struct State {
    var pending: [UInt8] = []
    var isClosed = false
  }

  private let state = Mutex(State())
  private let signal = DispatchSemaphore(value: 0)

  init(page: String, version: Int) {
    self.page = page
    self.version = version
  }

  /// - Parameter data: one line.
  func send(_ event: String, data: String) {
    state.withLock { $0.pending += Array("event: \(event)\ndata: \(data)\n\n".utf8) }
    signal.signal()
  }

  func close() {
    state.withLock { $0.isClosed = true }
    signal.signal()
  }

  /// Waits for something to send. A comment now and then finds out whether anybody listens.
  ///
  /// - Returns: `nil` at the end.
  func next(upTo limit: Int, heartbeat: DispatchTimeInterval = .seconds(15)) -> [UInt8]? {
    let deadline = DispatchTime.now() + heartbeat
    while true {
      let found: [UInt8]?? = state.withLock { state in
        if !state.pending.isEmpty {
          let chunk = Array(state.pending.prefix(limit))
          state.pending.removeFirst(chunk.count)
          return .some(.some(chunk))
        }
        return state.isClosed ? .some(nil) : nil
      }
      if let found { return found }
      if signal.wait(timeout: deadline) == .timedOut { return Array(": still here\n\n".utf8) }
    }
  }
}
