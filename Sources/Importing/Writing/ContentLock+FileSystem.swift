internal import FileSystem
internal import Foundation

/// Keeps other imports away from a content folder, as long as the program runs or until it is released.
package struct ContentLock {
  private let descriptor: Int32

  package init(folder: String) throws {
    let state = Path.join(folder, ContentStore.stateFolder)
    try Folder.create(state)
    let path = Path.join(state, "lock")
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw FileError(path: path, operation: "write", code: errno) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      close(descriptor)
      throw code == EWOULDBLOCK ? ImportFailure.busy(folder: folder) : FileError(path: path, operation: "lock", code: code)
    }
  }

  package func release() { close(descriptor) }
}
