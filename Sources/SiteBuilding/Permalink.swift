/// Where a page stands: its folder's path from the root of the site, with a `/` at its end; empty for the root itself.
///
///     Permalink("zh/terms/lora/")
struct Permalink: Sendable, Hashable, Comparable {
  let path: String

  init(_ path: String) {
    self.path = path
  }

  /// The file that holds the page.
  var file: String { path + "index.html" }

  /// The relative address of the site's root, seen from this page: `../../../`.
  var root: String {
    String(repeating: "../", count: path.utf8.reduce(0) { $0 + ($1 == 0x2F ? 1 : 0) })
  }

  /// The relative address of another page or file, seen from this page. The shared first parts are left out, so that
  /// the body of a page reads the same in every language's tree. In one pass over bytes: every link of a site asks it.
  func relative(to target: String) -> String {
    var (own, target) = (path, target)
    return own.withUTF8 { own in
      target.withUTF8 { target in
        var shared = 0
        var index = 0
        while index < min(own.count, target.count), own[index] == target[index] {
          index += 1
          if own[index - 1] == 0x2F { shared = index }
        }
        let up = own[shared...].reduce(0) { $0 + ($1 == 0x2F ? 1 : 0) }
        let down = target[shared...]
        if up == 0, down.isEmpty { return "./" }
        return String(unsafeUninitializedCapacity: up * 3 + down.count) { buffer in
          for step in 0..<up {
            buffer[step * 3] = 0x2E
            buffer[step * 3 + 1] = 0x2E
            buffer[step * 3 + 2] = 0x2F
          }
          _ = buffer[(up * 3)...].update(fromContentsOf: down)
          return up * 3 + down.count
        }
      }
    }
  }

  func relative(to target: Permalink) -> String { relative(to: target.path) }

  static func < (lhs: Permalink, rhs: Permalink) -> Bool { lhs.path < rhs.path }
}
