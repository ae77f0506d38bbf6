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
  /// the body of a page reads the same in every language's tree.
  func relative(to target: String) -> String {
    let own = path.split(separator: "/", omittingEmptySubsequences: true)
    let other = target.split(separator: "/", omittingEmptySubsequences: true)
    let isFolder = target.isEmpty || target.hasSuffix("/")
    var shared = 0
    let limit = isFolder ? other.count : other.count - 1
    while shared < own.count, shared < limit, own[shared] == other[shared] { shared += 1 }
    let up = String(repeating: "../", count: own.count - shared)
    let down = other[shared...].joined(separator: "/") + (isFolder && shared < other.count ? "/" : "")
    return up.isEmpty && down.isEmpty ? "./" : up + down
  }

  func relative(to target: Permalink) -> String { relative(to: target.path) }

  static func < (lhs: Permalink, rhs: Permalink) -> Bool { lhs.path < rhs.path }
}
