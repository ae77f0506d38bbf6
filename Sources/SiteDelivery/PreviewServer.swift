internal import CMicroHTTPD
public import ContentModel
public import Diagnostics
internal import Glibc
internal import Synchronization

/// Shows a site on this machine while it is written: http://127.0.0.1, and nowhere else.
///
/// Files come from memory or from a folder; pages get a script that reloads them when they change and shows what is
/// wrong with the content. The HTTP is GNU libmicrohttpd's.
public final class PreviewServer: Sendable {
  /// The port it listens on: the one asked for, or the next that was free.
  public let port: UInt16
  /// Whether another program has the port that was asked for.
  public let portWasTaken: Bool
  private let router: PreviewRouter
  private let state: PreviewState
  private let daemon: Mutex<Daemon?>

  private struct Daemon: @unchecked Sendable {
    let server: OpaquePointer
    let context: Unmanaged<PreviewHandler>
  }

  /// Starts to serve.
  ///
  /// - Parameters:
  ///   - port: 0 for any free port; otherwise this one or one of the 20 after it.
  ///   - basePath: the path that the site will have at its host: `/`, `/ciyuan/`.
  ///   - headers: put on every answer, as the host will: what breaks its policy is seen before it is published.
  public init(
    _ content: PreviewContent, port: UInt16 = 8000, basePath: String = "/",
    headers: [(name: String, value: String)] = HostFiles.securityHeaders
  ) throws(PreviewServerError) {
    let base = basePath.split(separator: "/").joined(separator: "/")
    router = PreviewRouter(basePath: base.isEmpty ? "/" : "/\(base)/", headers: headers, run: String(getpid()))
    state = PreviewState(content)
    let context = Unmanaged.passRetained(PreviewHandler(router: router, state: state))
    var attempt = port
    while true {
      var bound = attempt
      if let server = ciyuan_http_start(&bound, handle, context.toOpaque()) {
        self.port = bound
        portWasTaken = port != 0 && bound != port
        daemon = Mutex(Daemon(server: server, context: context))
        return
      }
      let code = errno
      guard code == EADDRINUSE, port != 0, attempt < .max, attempt - port < 20 else {
        context.release()
        throw PreviewServerError(port: port, code: code)
      }
      attempt += 1
    }
  }

  deinit { stop() }

  /// Where the site is shown: `http://127.0.0.1:8000/`.
  public var address: String { "http://127.0.0.1:\(port)\(router.basePath)" }

  /// Shows another state of the site. Pages that changed, or that name a file that did, reload.
  public func publish(_ content: PreviewContent) { state.publish(content) }

  /// Shows some files of a site in memory anew, and the others as they were.
  public func publish(changing files: [OutputFile]) { state.publish(changing: files) }

  /// Shows what is wrong over every page; nothing takes the panel away.
  public func show(_ diagnostics: [Diagnostic]) { state.show(diagnostics) }

  /// Ends all connections and frees the port. Safe to call twice.
  public func stop() {
    guard let daemon = daemon.withLock({ $0.take() }) else { return }
    state.close()
    ciyuan_http_stop(daemon.server)
    daemon.context.release()
  }

  /// How many pages listen for changes.
  var listenerCount: Int { state.streamCount }
}

/// Why a preview could not start.
public struct PreviewServerError: Error, Hashable, CustomStringConvertible {
  public let port: UInt16
  /// The system's error number.
  public let code: Int32

  public var description: String {
    code == EADDRINUSE
      ? "ports \(port) to \(Int(port) + 20) are taken"
      : "cannot listen on port \(port): \(String(cString: strerror(code)))"
  }
}
