internal import Dispatch
public import FileSystem
internal import Synchronization

extension SyntheticSite {
  /// Writes the site into a folder, on all cores; one page in memory at a time on each.
  public func write(to folder: String) throws(FileError) {
    for file in settings { try Self.write(file, below: folder) }
    for section in ["questions", "terms"] { try Folder.create(Path.join(folder, "Content/\(section)")) }
    let failure = Mutex<FileError?>(nil)
    let block = 64
    DispatchQueue.concurrentPerform(iterations: (pageCount + block - 1) / block) { number in
      do throws(FileError) {
        for index in number * block..<min(pageCount, (number + 1) * block) { try Self.write(file(index), below: folder) }
      } catch {
        failure.withLock { $0 = $0 ?? error }
      }
    }
    if let failure = failure.withLock({ $0 }) { throw failure }
  }

  private static func write(_ file: File, below folder: String) throws(FileError) {
    let path = Path.join(folder, file.path)
    try Folder.create(Path.parent(of: path))
    try FileSystem.File.writeInPlace(Array(file.text.utf8), to: path)
  }
}
