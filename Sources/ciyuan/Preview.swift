internal import ContentModel
internal import Diagnostics
internal import FileSystem
internal import SiteBuilding
internal import SiteDelivery
internal import Synchronization

/// What `serve` keeps between edits: the last build, and what was edited since it began.
///
/// An edited page is shown at once, made from the last build with that page's text in place of the former. The whole site
/// follows: lists, relations and search as a clean build has them.
final class Preview: Sendable {
  private struct State {
    var last: BuiltSite?
    /// Files that changed since the running build began: it may have read them before.
    var changedMeanwhile: Set<String> = []
  }

  /// The content folder as the build names it.
  private let content: String
  private let state = Mutex(State())

  init(content: String) { self.content = content }

  var last: BuiltSite? { state.withLock { $0.last } }

  /// Shows the pages whose text changed, if that is all there is to them; otherwise nothing, and the next build does.
  func edit(_ paths: [String], show: ([OutputFile]) -> Void) {
    state.withLock { state in
      state.changedMeanwhile.formUnion(paths)
      let files = Self.edit(&state, paths, content: content)
      if !files.isEmpty { show(files) }
    }
  }

  /// A build begins to read.
  func begin() { state.withLock { $0.changedMeanwhile = [] } }

  /// A build has ended. Shows its files, in front of them the pages that were edited while it ran, made from it.
  func end(_ built: BuiltSite, files: [OutputFile], show: ([OutputFile]) -> Void) {
    state.withLock { state in
      state.last = built
      show(Self.edit(&state, state.changedMeanwhile.sorted(), content: content) + files)
    }
  }

  private static func edit(_ state: inout State, _ paths: [String], content: String) -> [OutputFile] {
    var files: [OutputFile] = []
    for path in paths where path.hasPrefix(content + "/") && path.hasSuffix(".md") {
      guard let bytes = try? File.read(path),
        let edited = state.last?.edited(SourceFile(path: path, bytes: bytes), path: String(path.dropFirst(content.count + 1)))
      else { continue }
      state.last = edited.site
      files += edited.files
    }
    return files
  }
}
