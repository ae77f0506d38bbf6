import ContentModel
import Diagnostics
import Foundation
import Testing

@testable import SiteDelivery

/// The server over real connections.
@Suite struct PreviewServerTests {
  static let files = [
    OutputFile(path: "index.html", text: "<body>home</body>"), OutputFile(path: "a/index.html", text: "<body>a</body>"),
    OutputFile(path: "large.bin", bytes: [UInt8](repeating: 7, count: 3_000_000)),
  ]

  @Test func answersSeveralRequestsOnOneConnection() throws {
    let server = try PreviewServer(.files(Self.files), port: 0)
    defer { server.stop() }
    let client = try HTTPClient(port: server.port)
    for _ in 0..<3 {
      client.send("GET /a/ HTTP/1.1", "Host: localhost")
      let (head, body) = client.answer()
      #expect(head.hasPrefix("HTTP/1.1 200 OK\r\n"))
      #expect(body.hasPrefix("<body>a<script"))
    }
    client.send("HEAD /a/ HTTP/1.1", "Host: localhost")
    let (head, _) = client.answer(hasBody: false)
    #expect(head.contains("200 OK") && head.contains("Content-Length: 9") == false && head.contains("Content-Length:"))
    client.send("GET /a HTTP/1.1", "Host: localhost")
    #expect(client.answer().head.contains("Location: /a/\r\n"), "nothing of a body followed the answer to HEAD")
  }

  @Test func servesLargeFilesAndParts() throws {
    let server = try PreviewServer(.files(Self.files), port: 0)
    defer { server.stop() }
    let client = try HTTPClient(port: server.port)
    client.send("GET /large.bin HTTP/1.1", "Host: localhost")
    #expect(client.answer().body.utf8.count == 3_000_000)
    client.send("GET /large.bin HTTP/1.1", "Host: localhost", "Range: bytes=5-9")
    let (head, body) = client.answer()
    #expect(head.hasPrefix("HTTP/1.1 206 ") && head.contains("Content-Range: bytes 5-9/3000000"))
    #expect(body.utf8.count == 5)
  }

  @Test func refusesTraversalAndForeignNames() throws {
    let folder = try TemporaryFolder()
    try folder.write("secret", to: "secret.txt")
    try folder.write("<body>", to: "site/index.html")
    let server = try PreviewServer(.folder(folder.path + "/site"), port: 0)
    defer { server.stop() }
    for target in [
      "/%2e%2e/secret.txt", "/../secret.txt", "/..%2fsecret.txt", "//../secret.txt", "/a/%2e%2e/%2e%2e/secret.txt",
    ] {
      let client = try HTTPClient(port: server.port)
      client.send("GET \(target) HTTP/1.1", "Host: localhost")
      let (head, body) = client.answer()
      #expect(head.hasPrefix("HTTP/1.1 400 ") && !body.contains("secret"), "\(target)")
    }
    let client = try HTTPClient(port: server.port)
    client.send("GET / HTTP/1.1", "Host: evil.example")
    #expect(client.answer().head.hasPrefix("HTTP/1.1 403 "))
  }

  @Test func takesTheNextFreePort() throws {
    let first = try PreviewServer(.files([]), port: 0)
    let second = try PreviewServer(.files([]), port: first.port)
    #expect(second.portWasTaken && second.port > first.port && !first.portWasTaken)
    #expect(second.address == "http://127.0.0.1:\(second.port)/")
    first.stop()
    let third = try PreviewServer(.files([]), port: first.port)
    #expect(third.port == first.port, "a stopped server leaves its port free")
  }

  @Test func listensOnTheLoopbackOnly() throws {
    let server = try PreviewServer(.files([]), port: 0)
    defer { server.stop() }
    let table = try String(contentsOfFile: "/proc/net/tcp", encoding: .utf8)
    let hex = String(format: "%04X", server.port)
    let lines = table.split(separator: "\n").filter { $0.contains(":\(hex) 00000000:0000 0A") }
    #expect(lines.count == 1 && lines[0].contains("0100007F:\(hex)"))
  }

  // MARK: Events

  private func listen(to server: PreviewServer, page: String, version: String) throws -> HTTPClient {
    let client = try HTTPClient(port: server.port)
    let page = page.replacing("/", with: "%2F")
    client.send("GET /.ciyuan/events?page=\(page)&version=\(version) HTTP/1.1", "Host: localhost")
    let head = client.read(through: "\r\n\r\n")
    #expect(head.contains("text/event-stream"))
    return client
  }

  private var version: String { "\(getpid()).1" }

  @Test func tellsPagesThatChangedToReload() throws {
    let server = try PreviewServer(.files(Self.files), port: 0)
    defer { server.stop() }
    let home = try listen(to: server, page: "/", version: version)
    let other = try listen(to: server, page: "/a/", version: version)
    server.publish(.files([OutputFile(path: "index.html", text: "new")] + Self.files.dropFirst()))
    server.show([Diagnostic(.error, rule: "test", "marks the end")])
    #expect(home.read(through: "marks the end").contains("event: reload\n"))
    #expect(!other.read(through: "marks the end").contains("event: reload\n"))
    let late = try listen(to: server, page: "/", version: version)
    #expect(late.read(through: "event: reload\n").contains("reload"), "a page that was loaded before hears of it")
  }

  @Test func reloadsPagesOfAnotherRun() throws {
    let server = try PreviewServer(.files(Self.files), port: 0)
    defer { server.stop() }
    #expect(try listen(to: server, page: "/", version: "1.1").read(through: "event: reload\n").contains("reload"))
  }

  @Test func showsFaultsAndTakesThemAway() throws {
    let server = try PreviewServer(.files(Self.files), port: 0)
    defer { server.stop() }
    let client = try listen(to: server, page: "/", version: version)
    let file = SourceFile(path: "x.md", text: "a <script>\nb")
    server.show([Diagnostic(.error, rule: "test", "bad & wrong", at: file.location(of: 2..<10))])
    let data = client.read(through: "]\n\n")
    #expect(
      data.contains("event: faults\ndata: [{\"severity\":\"error\",\"text\":\"x.md:1:3: error: bad & wrong [test]\\n"))
    #expect(data.contains("^~~~~~~~"))
    server.show([])
    #expect(client.read(through: "\n\n").contains("data: []"))
  }

  @Test func endsStreamsWhenItStops() throws {
    let server = try PreviewServer(.files(Self.files), port: 0)
    let clients = try (0..<5).map { _ in try listen(to: server, page: "/", version: version) }
    #expect(server.listenerCount == 5)
    server.stop()
    server.stop()
    for client in clients {
      _ = client.read(through: "\u{0}")
      #expect(client.isAtEnd)
    }
    #expect(server.listenerCount == 0)
  }

  @Test func servesManyAtOnceWhileTheSiteChanges() async throws {
    let server = try PreviewServer(.files(Self.files), port: 0)
    defer { server.stop() }
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 {
        group.addTask {
          let client = try HTTPClient(port: server.port)
          return (0..<100).allSatisfy { _ in
            client.send("GET /a/ HTTP/1.1", "Host: localhost")
            return client.answer().head.hasPrefix("HTTP/1.1 200 ")
          }
        }
      }
      group.addTask {
        for version in 0..<100 { server.publish(.files(Self.files + [OutputFile(path: "v", text: "\(version)")])) }
        return true
      }
      for try await isRight in group { #expect(isRight) }
    }
  }
}
