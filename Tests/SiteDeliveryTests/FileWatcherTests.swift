import FileSystem
import Foundation
import Synchronization
import Testing

@testable import SiteDelivery

// The limit only guards against a wait without end: on two processors, long tests of other suites hold the pool meanwhile.
@Suite(.timeLimit(.minutes(10))) struct FileWatcherTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Does something, and gathers what is told until all that is expected was.
  private func changes(
    in roots: [String] = ["Content"], expecting expected: Set<String>, _ body: () throws -> Void
  ) async throws -> Set<String> {
    let watcher = try FileWatcher(roots.map { folder.path + "/" + $0 })
    defer { watcher.stop() }
    try body()
    try folder.write("end", to: roots[0] + "/zzz-end")
    var found: Set<String> = []
    for await paths in watcher.changes {
      found.formUnion(paths.map { String($0.dropFirst(folder.path.count + 1)) })
      if found.contains(roots[0] + "/zzz-end"), found.isSuperset(of: expected) { break }
    }
    return found.subtracting([roots[0] + "/zzz-end"])
  }

  @Test func tellsWhatIsWrittenMadeAndRemoved() async throws {
    try folder.write("1", to: "Content/a.md")
    try folder.write("1", to: "Content/deep/er/b.md")
    try folder.write("1", to: "Content/c.md")
    let expected: Set = ["Content/a.md", "Content/deep/er/b.md", "Content/new.md"]
    let found = try await changes(expecting: expected) {
      try File.writeInPlace([1], to: folder.path + "/Content/deep/er/b.md")
      try File.writeInPlace([1], to: folder.path + "/Content/new.md")
      try File.remove(folder.path + "/Content/a.md")
    }
    #expect(found == expected)
  }

  @Test func understandsEditorsThatWriteBesideAndRename() async throws {
    try folder.write("1", to: "Content/a.md")
    let found = try await changes(expecting: ["Content/a.md"]) {
      // In the manner of vim: a probe, a backup by renaming, a new file, the backup away.
      try folder.write("", to: "Content/4913")
      try File.remove(folder.path + "/Content/4913")
      rename(folder.path + "/Content/a.md", folder.path + "/Content/a.md~")
      try File.writeInPlace([2], to: folder.path + "/Content/a.md")
      try File.remove(folder.path + "/Content/a.md~")
      try File.write([3], to: folder.path + "/Content/a.md")
    }
    #expect(found.contains("Content/a.md"))
    #expect(
      found.subtracting(["Content/a.md"]).allSatisfy { !FileManager.default.fileExists(atPath: folder.path + "/" + $0) }
    )
  }

  @Test func watchesNewFoldersAtOnce() async throws {
    try folder.write("1", to: "Content/a.md")
    let expected = Set((0..<50).map { "Content/new-\($0)/x/y/z.md" })
    let found = try await changes(expecting: expected) {
      for path in expected.sorted() { try folder.write("1", to: path) }
    }
    #expect(found == expected)
    let later = try await changes(expecting: ["Content/new-7/x/y/w.md"]) {
      try folder.write("1", to: "Content/new-7/x/y/w.md")
    }
    #expect(later == ["Content/new-7/x/y/w.md"])
  }

  @Test func followsRenamedFolders() async throws {
    for name in ["b", "m"] {
      try folder.write("1", to: "Content/\(name)/x.md")
      let expected: Set = ["Content/\(name)/x.md", "Content/k-\(name)/x.md", "Content/k-\(name)/y.md"]
      let found = try await changes(expecting: expected) {
        rename(folder.path + "/Content/\(name)", folder.path + "/Content/k-\(name)")
        usleep(50_000)
        try folder.write("2", to: "Content/k-\(name)/y.md")
      }
      #expect(found == expected)
    }
  }

  @Test func tellsWhenAFolderIsRemovedAndComesBack() async throws {
    try folder.write("1", to: "Content/a/x.md")
    try folder.write("1", to: "Templates/page.mustache")
    let expected: Set = ["Content/a/x.md", "Content/a/y.md", "Templates/page.mustache", "Templates/other.mustache"]
    let found = try await changes(in: ["Content", "Templates"], expecting: expected) {
      try Folder.remove(folder.path + "/Templates")
      try Folder.remove(folder.path + "/Content/a")
      usleep(50_000)
      try folder.write("2", to: "Content/a/y.md")
      try folder.write("2", to: "Templates/other.mustache")
    }
    #expect(found == expected)
  }

  @Test func watchesAFileThatDoesNotExistYet() async throws {
    try folder.write("1", to: "Content/a.md")
    let found = try await changes(in: ["Content", "ciyuan.yml"], expecting: ["ciyuan.yml"]) {
      try folder.write("title: x", to: "other.yml")
      try folder.write("title: x", to: "ciyuan.yml")
    }
    #expect(found == ["ciyuan.yml"])
  }

  @Test func leavesHiddenFilesAside() async throws {
    try folder.write("1", to: "Content/.git/index")
    let found = try await changes(expecting: []) {
      try folder.write("2", to: "Content/.git/index")
      try folder.write("2", to: "Content/.a.md.swp")
    }
    #expect(found == [])
  }

  @Test func missesNothingInABurst() async throws {
    try folder.write("1", to: "Content/a.md")
    let expected = Set((0..<3000).map { "Content/burst/\($0).md" })
    let found = try await changes(expecting: expected) {
      for path in expected { try File.write([1], to: folder.path + "/" + path) }
    }
    #expect(found.isSuperset(of: expected))
    #expect(found.subtracting(expected).allSatisfy { $0.contains(".ciyuan-") }, "nothing but what was written beside")
  }

  @Test func listsEverythingAfterAnOverflow() throws {
    for index in 0..<20 { try folder.write("1", to: "Content/\(index).md") }
    var tree = try WatchedTree([folder.path + "/Content"])
    defer { tree.close() }
    let limit = try String(contentsOfFile: "/proc/sys/fs/inotify/max_queued_events", encoding: .utf8)
    let count = try #require(Int(limit.trimmingCharacters(in: .whitespacesAndNewlines)))
    // Two files by turns: equal events that follow one another are merged.
    for index in 0...count { chmod(folder.path + "/Content/\(index % 2).md", 0o600) }
    try folder.write("new", to: "Content/deep/new.md")
    try File.remove(folder.path + "/Content/5.md")
    try folder.write("changed", to: "Content/7.md")
    tree.readEvents()
    let found = tree.takeChanges().map { String($0.dropFirst(folder.path.count + 1)) }
    #expect(Set(found) == Set([0, 1, 5, 7].map { "Content/\($0).md" } + ["Content/deep/new.md"]))
    try folder.write("later", to: "Content/deep/new.md")
    tree.readEvents()
    #expect(tree.takeChanges() == [folder.path + "/Content/deep/new.md"], "folders made meanwhile are watched")
  }

  @Test func endsAtALoopOfLinks() async throws {
    try folder.write("1", to: "Content/a/x.md")
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/Content/a/up", withDestinationPath: "..")
    let found = try await changes(expecting: ["Content/a/x.md"]) { try folder.write("2", to: "Content/a/x.md") }
    #expect(found == ["Content/a/x.md"])
  }

  @Test func stops() async throws {
    try folder.write("1", to: "Content/a.md")
    let watcher = try FileWatcher([folder.path + "/Content"])
    watcher.stop()
    watcher.stop()
    for await _ in watcher.changes { Issue.record("told something after its end") }
  }

  @Test func saysWhatCannotBeWatched() {
    #expect(throws: FileError(path: folder.path + "/none", operation: "watch", code: ENOENT)) {
      try FileWatcher([folder.path + "/none/Content"])
    }
  }
}
