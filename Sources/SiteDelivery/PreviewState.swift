internal import ContentModel
internal import Diagnostics
internal import Foundation
internal import Synchronization

/// What the preview shows at the moment, and to whom.
final class PreviewState: Sendable {
  private struct State {
    var site: PreviewSite
    var faults = "[]"
    var streams: [ObjectIdentifier: EventStream] = [:]
    var isClosed = false
  }

  private let state: Mutex<State>

  init(_ content: PreviewContent) {
    state = Mutex(State(site: PreviewSite(content)))
  }

  var site: PreviewSite { state.withLock { $0.site } }

  var streamCount: Int { state.withLock { $0.streams.count } }

  func publish(_ content: PreviewContent) { change { $0.replace(with: content) } }

  func publish(changing files: [OutputFile]) { change { $0.replace(files) } }

  private func change(_ body: (inout PreviewSite) -> Void) {
    state.withLock { state in
      body(&state.site)
      for stream in state.streams.values where state.site.didChange(stream.page, since: stream.version) {
        stream.send("reload", data: "")
      }
    }
  }

  func show(_ diagnostics: [Diagnostic]) {
    let faults = diagnostics.sorted().map { ["severity": $0.severity.rawValue, "text": $0.formatted] }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let json = (try? encoder.encode(faults)).map { String(decoding: $0, as: UTF8.self) } ?? "[]"
    state.withLock { state in
      if state.faults == json { return }
      state.faults = json
      for stream in state.streams.values { stream.send("faults", data: json) }
    }
  }

  /// A page that has been opened before the last change hears of it at once.
  func open(_ stream: EventStream, ofThisRun: Bool) {
    state.withLock { state in
      if state.isClosed { return stream.close() }
      state.streams[ObjectIdentifier(stream)] = stream
      if !ofThisRun || state.site.didChange(stream.page, since: stream.version) { stream.send("reload", data: "") }
      if state.faults != "[]" { stream.send("faults", data: state.faults) }
    }
  }

  func forget(_ stream: EventStream) {
    _ = state.withLock { $0.streams.removeValue(forKey: ObjectIdentifier(stream)) }
  }

  func close() {
    state.withLock { state in
      state.isClosed = true
      for stream in state.streams.values { stream.close() }
    }
  }
}
