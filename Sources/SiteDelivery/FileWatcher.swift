public import FileSystem
internal import Foundation

/// Tells which files below some folders changed, through inotify.
///
/// New folders are watched as they come, with what stands in them already; renames count as a change of both names,
/// so that editors that write beside and rename are understood. Changes that come close together are told together.
/// When the kernel's queue overflows, everything is listed and compared.
///
///     for await paths in try FileWatcher(["Content", "Templates", "ciyuan.yml"]).changes { rebuild(paths) }
///
/// Watching ends with `stop`, with the last reference to the watcher, and when nobody reads any more.
public final class FileWatcher: Sendable {
  /// Paths of files that changed, came or went, sorted; each begins with the watched path as it was given. For one
  /// reader. Ends after `stop`.
  public let changes: AsyncStream<[String]>
  private let wakeUp: WakeUp

  /// Starts to watch.
  ///
  /// - Parameters:
  ///   - paths: folders, watched with all below them, and files; they need not exist yet, but the folder that holds
  ///     them must. Hidden files and folders are not watched.
  ///   - quiet: milliseconds without a change after which a set is told; while changes go on, every ten times that.
  ///   - first: called with each set before it is told, on the watcher's own thread: it waits for no other work.
  public init(
    _ paths: [String], quiet: Int = 8, first: @escaping @Sendable ([String]) -> Void = { _ in }
  ) throws(FileError) {
    let wakeUp = try WakeUp()
    let loop = WatchLoop(tree: try WatchedTree(paths), wakeUp: wakeUp, quiet: quiet)
    let (changes, continuation) = AsyncStream<[String]>.makeStream()
    continuation.onTermination = { _ in wakeUp.ring() }
    Thread.detachNewThread {
      loop.run { paths in
        first(paths)
        continuation.yield(paths)
      }
      continuation.finish()
    }
    self.changes = changes
    self.wakeUp = wakeUp
  }

  deinit { stop() }

  /// Ends the watch. Safe to call twice.
  public func stop() { wakeUp.ring() }
}
