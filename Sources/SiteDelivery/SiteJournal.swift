internal import FileSystem
internal import Glibc

/// A change that was decided on, step by step. Written when every new file is on the disk: from then on the change
/// can be brought to its end by whoever finds the journal.
struct SiteJournal: Equatable {
  enum Step: Equatable {
    /// Takes a file away.
    case remove(String)
    /// Puts a staged file in its place. The inode tells whether that was done: afterwards the staged path holds the
    /// former file, or nothing.
    case place(String, inode: UInt64)
  }

  let steps: [Step]

  init(steps: [Step]) { self.steps = steps }

  /// Files that are in the way of new ones go first; then the new ones come, whose pages nothing links to yet, and
  /// those that replace others; what nothing links to any more goes last.
  init(placing placed: [(path: String, inode: UInt64, isNew: Bool)], removing removed: [String]) {
    let folders = Set(placed.flatMap { SitePlan.parents(of: $0.path) })
    let files = Set(placed.map(\.path))
    let isInTheWay = { (path: String) in
      folders.contains(path) || SitePlan.parents(of: path).contains(where: files.contains)
    }
    steps =
      removed.filter(isInTheWay).map(Step.remove)
      + (placed.filter(\.isNew) + placed.filter { !$0.isNew }).map { .place($0.path, inode: $0.inode) }
      + removed.filter { !isInTheWay($0) }.map(Step.remove)
  }

  init?(lines: [String]) {
    var steps: [Step] = []
    for line in lines {
      let parts = line.split(separator: "\t", maxSplits: 1)
      guard parts.count == 2, Path.isContained(String(parts[1])) else { return nil }
      if parts[0] == "-" {
        steps.append(.remove(String(parts[1])))
      } else if let inode = UInt64(parts[0]) {
        steps.append(.place(String(parts[1]), inode: inode))
      } else {
        return nil
      }
    }
    self.steps = steps
  }

  var bytes: [UInt8] {
    steps.flatMap { step in
      switch step {
      case .remove(let path): Array("-\t\(path)\n".utf8)
      case .place(let path, let inode): Array("\(inode)\t\(path)\n".utf8)
      }
    }
  }
}
