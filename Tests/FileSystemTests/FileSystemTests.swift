import FileSystem
import Foundation
import Testing

@Suite struct FileSystemTests {
  let folder = NSTemporaryDirectory() + "ciyuan-" + UUID().uuidString

  @Test func writesReadsListsAndRemoves() throws {
    try File.write([1, 2, 3], to: folder + "/a/b.bin")
    try File.write([], to: folder + "/c")
    #expect(try File.read(folder + "/a/b.bin") == [1, 2, 3])
    #expect(try File.read(folder + "/c") == [])
    #expect(try Folder.files(below: folder).map(\.path) == ["a/b.bin", "c"])
    try Folder.remove(folder)
    #expect(!Folder.exists(folder))
  }

  @Test func endsAtALoopOfLinks() throws {
    try File.write([1], to: folder + "/a/x")
    try FileManager.default.createSymbolicLink(atPath: folder + "/a/loop", withDestinationPath: "..")
    try FileManager.default.createSymbolicLink(atPath: folder + "/self", withDestinationPath: "self")
    try FileManager.default.createSymbolicLink(atPath: folder + "/none", withDestinationPath: "nowhere")
    #expect(mkfifo(folder + "/pipe", 0o600) == 0)
    let listing = try Folder.listing(below: folder)
    #expect(listing.files.map(\.path) == ["a/x"])
    #expect(listing.loops == ["a/loop", "self"])
    #expect(listing.others == ["none", "pipe"])
    try Folder.remove(folder)
  }

  /// `caf\xE9` of Latin-1 is no name that a text can have.
  @Test func namesWhatHasNoNameInUTF8() throws {
    try File.write([1], to: folder + "/a")
    try #require(fclose(fopen(folder + "/caf\u{1}", "w")) == 0)
    let bytes = Array((folder + "/caf").utf8CString.dropLast()) + [CChar(bitPattern: 0xE9), 0]
    #expect(rename(folder + "/caf\u{1}", bytes) == 0)
    let listing = try Folder.listing(below: folder)
    #expect(listing.files.map(\.path) == ["a"])
    #expect(listing.unnameable == ["caf\\xE9"])
    #expect(listing.others.isEmpty)
    #expect(unlink(bytes) == 0)
    try Folder.remove(folder)
  }

  @Test func listsAFolderReachedTwiceUnderItsFirstName() throws {
    // Made in many orders, so that no order of the disk gives the first name by chance.
    let names = (10..<40).map { "link-\($0 * 37 % 83)" }
    try File.write([1], to: folder + "/outside/page")
    for name in names {
      try Folder.create(folder + "/listed")
      try FileManager.default.createSymbolicLink(atPath: "\(folder)/listed/\(name)", withDestinationPath: "../outside")
    }
    let first = try #require(names.min { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    #expect(try Folder.files(below: folder + "/listed").map(\.path) == ["\(first)/page"])
    try Folder.remove(folder)
  }

  @Test func namesThePathThatCannotBeRead() {
    #expect(throws: FileError.self) { try File.read(folder + "/none") }
    #expect(FileError(path: "p", operation: "read", code: 2).description == "cannot read p: No such file or directory")
  }

  @Test func readsFilesWithoutASize() throws {
    #expect(try !File.read("/proc/self/status").isEmpty)
  }

  @Test(arguments: [("../x", false), ("a/../b", false), ("/etc", false), ("a/b.c", true), ("a\u{7}", false)])
  func tellsWhetherAPathIsContained(path: String, contained: Bool) {
    #expect(Path.isContained(path) == contained)
  }
}
