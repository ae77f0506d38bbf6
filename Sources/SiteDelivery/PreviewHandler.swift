internal import CMicroHTTPD

/// What the C server calls, on its threads.
final class PreviewHandler: Sendable {
  let router: PreviewRouter
  let state: PreviewState

  init(router: PreviewRouter, state: PreviewState) {
    self.router = router
    self.state = state
  }

  func answer(_ request: PreviewRequest, _ reply: OpaquePointer) {
    if request.isForThisMachine, request.method == "GET", let target = RequestTarget(request.target),
      target.parts == router.baseParts + [PreviewRouter.ownFolder, "events"]
    {
      return stream(target, reply)
    }
    let response = router.respond(to: request, from: state.site)
    response.body.withUnsafeBytes { ciyuan_http_reply_bytes(reply, UInt32(response.status), $0.baseAddress, $0.count) }
    for (name, value) in response.headers { ciyuan_http_reply_header(reply, name, value) }
  }

  private func stream(_ target: RequestTarget, _ reply: OpaquePointer) {
    let version = (target.parameter("version") ?? "").split(separator: ".")
    let page = target.parameter("page").flatMap(router.page) ?? ""
    let stream = EventStream(page: page, version: version.last.flatMap { Int($0) } ?? 0)
    state.open(stream, ofThisRun: version.first.map(String.init) == router.run)
    let line = Unmanaged.passRetained(Line(stream: stream, state: state))
    ciyuan_http_reply_stream(
      reply, 200, line.toOpaque(),
      { context, buffer, capacity in
        guard let context, let buffer else { return -1 }
        let line = Unmanaged<Line>.fromOpaque(context).takeUnretainedValue()
        guard let bytes = line.stream.next(upTo: capacity) else { return -1 }
        UnsafeMutableRawBufferPointer(start: buffer, count: capacity).copyBytes(from: bytes)
        return bytes.count
      },
      { context in
        guard let context else { return }
        let line = Unmanaged<Line>.fromOpaque(context).takeRetainedValue()
        line.state.forget(line.stream)
      })
    ciyuan_http_reply_header(reply, "Content-Type", "text/event-stream; charset=utf-8")
    ciyuan_http_reply_header(reply, "Cache-Control", "no-store")
  }

  /// A stream and who must hear of its end.
  private final class Line: Sendable {
    let stream: EventStream
    let state: PreviewState

    init(stream: EventStream, state: PreviewState) {
      self.stream = stream
      self.state = state
    }
  }
}

/// The C server's way in.
func handle(
  _ context: UnsafeMutableRawPointer?, _ request: UnsafePointer<ciyuan_http_request>?, _ reply: OpaquePointer?
) {
  guard let context, let request = request?.pointee, let reply else { return }
  let text = { (pointer: UnsafePointer<CChar>?) in pointer.map { String(cString: $0) } }
  Unmanaged<PreviewHandler>.fromOpaque(context).takeUnretainedValue().answer(
    PreviewRequest(
      method: text(request.method) ?? "", target: text(request.target) ?? "", host: text(request.host),
      ifNoneMatch: text(request.if_none_match), ifRange: text(request.if_range), range: text(request.range)),
    reply)
}
