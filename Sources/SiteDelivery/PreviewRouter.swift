/// Answers requests for files: from a request and a state of the site to a response, without a network.
struct PreviewRouter: Sendable {
  /// `/`, or `/a/b/` where the site will live below another.
  let basePath: String
  /// Put on every answer, before our own: the headers that the site's host will send.
  let headers: [(name: String, value: String)]
  /// Tells one run of the server from another.
  let run: String

  /// The folder of our own addresses; no site has such a file.
  static let ownFolder = ".ciyuan"

  func respond(to request: PreviewRequest, from site: PreviewSite) -> PreviewResponse {
    var response = answer(to: request, from: site)
    response.headers = headers + response.headers
    return response
  }

  private func answer(to request: PreviewRequest, from site: PreviewSite) -> PreviewResponse {
    guard request.isForThisMachine else {
      return plain(403, "This preview answers to localhost, 127.0.0.1 and [::1] only.")
    }
    guard request.method == "GET" || request.method == "HEAD" else {
      var response = plain(405, "Only GET and HEAD.")
      response.headers.append(("Allow", "GET, HEAD"))
      return response
    }
    guard let target = RequestTarget(request.target) else { return plain(400, "No file has such an address.") }
    guard let parts = partsBelowBase(of: target) else {
      return target.parts.isEmpty || target.parts == baseParts ? redirect(to: basePath, target) : notFound(from: site)
    }
    if parts.first == Self.ownFolder { return own(parts.dropFirst().joined(separator: "/"), request) }
    let path = parts.joined(separator: "/")
    if target.endsWithSlash || parts.isEmpty {
      let index = path.isEmpty ? "index.html" : path + "/index.html"
      return site.bytes(of: index).map { file(index, $0, request, version: site.version) } ?? notFound(from: site)
    }
    if let bytes = site.bytes(of: path) { return file(path, bytes, request, version: site.version) }
    if site.bytes(of: path + "/index.html") != nil {
      return redirect(to: basePath + RequestTarget.encode(parts) + "/", target)
    }
    return notFound(from: site)
  }

  var baseParts: [String] { basePath.split(separator: "/").map(String.init) }

  /// The parts after the base path; `nil` for what is not below it.
  private func partsBelowBase(of target: RequestTarget) -> [String]? {
    let base = baseParts
    guard target.parts.starts(with: base), target.parts.count > base.count || target.endsWithSlash else { return nil }
    return Array(target.parts.dropFirst(base.count))
  }

  /// The file of the site behind the path of a page, as the page's script sends it.
  func page(at path: String) -> String? {
    guard let target = RequestTarget(path), let parts = partsBelowBase(of: target) else { return nil }
    return (target.endsWithSlash ? parts + ["index.html"] : parts).joined(separator: "/")
  }

  // MARK: Answers

  private func file(
    _ path: String, _ bytes: [UInt8], _ request: PreviewRequest, version: Int, status: Int = 200
  ) -> PreviewResponse {
    let type = MediaType.of(path)
    let body = type.hasPrefix("text/html") ? ReloadScript.inject(into: bytes, tag: scriptTag(version: version)) : bytes
    var response = PreviewResponse(status: status, headers: [("Content-Type", type)])
    response.headers += [("Cache-Control", "no-store"), ("Cross-Origin-Resource-Policy", "same-origin")]
    if status != 200 {
      response.body = body
      return response
    }
    let tag = EntityTag(body)
    response.headers += [("ETag", tag.text), ("Accept-Ranges", "bytes")]
    if tag.matches(request.ifNoneMatch) {
      response.status = 304
      return response
    }
    let asked = request.method == "GET" && (request.ifRange.map { $0 == tag.text } ?? true) ? request.range : nil
    switch ByteRange(asked, count: body.count) {
    case .whole: response.body = body
    case .part(let range):
      response.status = 206
      response.headers.append(("Content-Range", "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(body.count)"))
      response.body = Array(body[range])
    case .unsatisfiable:
      response.status = 416
      response.headers.append(("Content-Range", "bytes */\(body.count)"))
    }
    return response
  }

  private func scriptTag(version: Int) -> String {
    "<script src=\"\(basePath)\(Self.ownFolder)/reload.js\" data-version=\"\(run).\(version)\" async></script>"
  }

  private func own(_ name: String, _ request: PreviewRequest) -> PreviewResponse {
    guard let text = EmbeddedFiles.all[name] else { return plain(404, "Not found.") }
    return file(name, Array(text.utf8), request, version: 0)
  }

  /// Always a page with the script: a site that cannot be built yet has faults to show, and comes into being later.
  private func notFound(from site: PreviewSite) -> PreviewResponse {
    let page = site.bytes(of: "404.html") ?? Array(Self.plainNotFound.utf8)
    return file("404.html", page, PreviewRequest(target: "/404.html"), version: site.version, status: 404)
  }

  private static let plainNotFound =
    "<!doctype html><html lang=\"en\"><title>Not found</title><body><p>This page is not there.</p></body></html>\n"

  private func redirect(to path: String, _ target: RequestTarget) -> PreviewResponse {
    var response = plain(302, "Found at \(path)")
    response.headers.append(("Location", path + target.query))
    return response
  }

  private func plain(_ status: Int, _ text: String) -> PreviewResponse {
    PreviewResponse(
      status: status, headers: [("Content-Type", "text/plain; charset=utf-8"), ("Cache-Control", "no-store")],
      body: Array((text + "\n").utf8))
  }
}
