import Foundation

/// A connection of raw bytes: what the server sends is seen as it is.
final class HTTPClient {
  private let descriptor: Int32
  private var buffer: [UInt8] = []

  init(port: UInt16) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let result = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard result == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    var timeout = timeval(tv_sec: 10, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
  }

  deinit { close(descriptor) }

  func send(_ lines: String...) {
    let text = (lines + ["", ""]).joined(separator: "\r\n")
    _ = text.withCString { write(descriptor, $0, strlen($0)) }
  }

  /// Reads up to and with a text; what came by then where it never comes.
  func read(through end: String) -> String {
    let pattern = Array(end.utf8)
    while true {
      if let range = Data(buffer).range(of: Data(pattern)) {
        defer { buffer.removeFirst(range.upperBound) }
        return String(decoding: buffer[..<range.upperBound], as: UTF8.self)
      }
      guard receive() else {
        defer { buffer = [] }
        return String(decoding: buffer, as: UTF8.self)
      }
    }
  }

  func read(count: Int) -> String {
    while buffer.count < count, receive() {}
    defer { buffer.removeFirst(min(count, buffer.count)) }
    return String(decoding: buffer.prefix(count), as: UTF8.self)
  }

  /// The head of an answer and its body, by its length.
  func answer(hasBody: Bool = true) -> (head: String, body: String) {
    let head = read(through: "\r\n\r\n")
    let length =
      head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("content-length:") }
      .flatMap { Int($0.split(separator: " ")[1]) } ?? 0
    return (head, hasBody ? read(count: length) : "")
  }

  /// Whether the server ended the connection.
  var isAtEnd: Bool { buffer.isEmpty && !receive() }

  private func receive() -> Bool {
    var chunk = [UInt8](repeating: 0, count: 65_536)
    let count = recv(descriptor, &chunk, chunk.count, 0)
    guard count > 0 else { return false }
    buffer += chunk[..<count]
    return true
  }
}
