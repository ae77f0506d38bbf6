import ContentModel
import FileSystem
import Foundation
import Testing

@testable import SiteDelivery

@Suite struct SiteWriterTests {
  let folder: TemporaryFolder
  let writer: SiteWriter

  init() throws {
    folder = try TemporaryFolder()
    writer = SiteWriter(folder: folder.path)
  }

  private func files(_ contents: [String: String]) -> [OutputFile] {
    contents.map { OutputFile(path: $0.key, text: $0.value) }
  }

  @Test func writesANewSite() throws {
    let site = ["index.html": "home", "zh/terms/lora/index.html": "lora", ".nojekyll": ""]
    let deep = SiteWriter(folder: folder.path + "/a/b")
    let changes = try deep.write(files(site))
    #expect(changes.written == [".nojekyll", "index.html", "zh/terms/lora/index.html"])
    #expect(changes.unchanged == [] && changes.removed == [])
    #expect(
      folder.files.filter { !$0.key.contains(".ciyuan") }
        == Dictionary(uniqueKeysWithValues: site.map { ("a/b/" + $0, $1) }))
  }

  @Test func tellsWhatChangedAndTouchesNothingElse() throws {
    _ = try writer.write(files(["a": "1", "b/c": "2", "b/d/e": "3"]))
    let before = try #require(Folder.files(below: folder.path).first { $0.path == "a" })
    let inode = Occupant(of: folder.path + "/a").inode
    let changes = try writer.write(files(["a": "1", "b/c": "two", "f/g": "4"]))
    #expect(changes.written == ["b/c", "f/g"])
    #expect(changes.unchanged == ["a"])
    #expect(changes.removed == ["b/d/e"])
    #expect(folder.files == ["a": "1", "b/c": "two", "f/g": "4"])
    #expect(folder.folders == ["b", "f"], "the folder of the removed page goes too")
    #expect(try Folder.files(below: folder.path).first { $0.path == "a" } == before)
    #expect(Occupant(of: folder.path + "/a").inode == inode)
    #expect(try writer.write(files(["a": "1", "b/c": "two", "f/g": "4"])).isEmpty)
  }

  @Test func leavesNoRecordsButTheManifest() throws {
    _ = try writer.write(files(["a": "1", "b": "2"]))
    _ = try writer.write(files(["a": "2"]))
    #expect(Set(entryNames(of: folder.path + "/.ciyuan-site")) == ["manifest", "lock"])
    #expect(folder.text(of: ".ciyuan-site/manifest") == "ciyuan-site 1\na\n")
  }

  @Test func keepsHiddenFilesAndThoseOfOthers() throws {
    try folder.write("", to: ".gitkeep")
    _ = try writer.write(files(["a/b": "1"]))
    try folder.write("mine", to: "a/notes.txt")
    try folder.write("mine", to: "CNAME")
    _ = try writer.write(files(["c": "2"]))
    #expect(folder.files == [".gitkeep": "", "a/notes.txt": "mine", "CNAME": "mine", "c": "2"])
  }

  @Test func refusesAFolderOfOthers() throws {
    try folder.write("precious", to: "thesis.txt")
    #expect(throws: SiteWritingError.notOurs(folder: folder.path, example: "thesis.txt")) {
      try writer.write(files(["a": "1"]))
    }
    #expect(folder.files == ["thesis.txt": "precious"])
    #expect(!Folder.exists(folder.path + "/.ciyuan-site"))
    _ = try writer.write(files(["a": "1"]), force: true)
    #expect(folder.files == ["thesis.txt": "precious", "a": "1"])
  }

  @Test(arguments: [".ciyuan", ".ciyuan-site"]) func keepsHiddenFoldersOfAFolderItRefuses(hidden: String) throws {
    let site = folder.path + "/Content"
    try folder.write("text", to: "Content/term.zh.md")
    try folder.write("memory", to: "Content/\(hidden)/base/term.zh.md")
    let isNotOurs = SiteWritingError.notOurs(folder: site, example: "term.zh.md")
    #expect(throws: isNotOurs) { try SiteWriter(folder: site).write(files(["a": "1"])) }
    _ = try? SiteWriter(folder: site).clean()
    #expect(folder.text(of: "Content/\(hidden)/base/term.zh.md") == "memory")
    #expect(folder.text(of: "Content/term.zh.md") == "text")
  }

  @Test func refusesToWriteOverAFileOfOthers() throws {
    _ = try writer.write(files(["a": "1"]))
    try folder.write("mine", to: "b")
    #expect(throws: SiteWritingError.occupied(path: folder.path + "/b")) {
      try writer.write(files(["a": "2", "b": "2"]))
    }
    #expect(folder.files == ["a": "1", "b": "mine"])
    _ = try writer.write(files(["a": "2", "b": "2"]), force: true)
    #expect(folder.files == ["a": "2", "b": "2"])
  }

  @Test(arguments: ["../a", "/etc/a", "a/../../b", "a//b", "a/./b", "", "a/", ".ciyuan-site/manifest", "a\u{0}b"])
  func refusesPathsThatLeaveTheFolder(path: String) throws {
    _ = try writer.write(files(["a": "1"]))
    #expect(throws: SiteWritingError.outside(path: path)) { try writer.write(files(["a": "2", path: "x"])) }
    #expect(folder.files == ["a": "1"])
  }

  @Test func refusesALinkInThePlaceOfAFolder() throws {
    let other = try TemporaryFolder()
    try other.write("precious", to: "index.html")
    _ = try writer.write(files(["a": "1", "zh/index.html": "2"]))
    try FileManager.default.removeItem(atPath: folder.path + "/zh")
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/zh", withDestinationPath: other.path)
    for site in [["zh/index.html": "3"], ["a": "1"]] {
      #expect(throws: SiteWritingError.outside(path: folder.path + "/zh")) { try writer.write(files(site)) }
    }
    #expect(other.files == ["index.html": "precious"])
  }

  @Test func removesNothingOutsideThatAManifestNames() throws {
    let site = folder.path + "/site"
    try folder.write("precious", to: "secret")
    try folder.write("ciyuan-site 1\n../secret\n/etc/hostname\n", to: "site/.ciyuan-site/manifest")
    #expect(try SiteWriter(folder: site).write(files(["a": "1"])).removed == [])
    #expect(folder.text(of: "secret") == "precious")
  }

  @Test func turnsAFileIntoAFolderAndBack() throws {
    _ = try writer.write(files(["a": "1", "b/c/d": "2"]))
    #expect(try writer.write(files(["a/x/y": "3", "b": "4"])).removed == ["a", "b/c/d"])
    #expect(folder.files == ["a/x/y": "3", "b": "4"])
    _ = try writer.write(files(["a": "1", "b/c/d": "2"]))
    #expect(folder.files == ["a": "1", "b/c/d": "2"])
  }

  @Test func refusesTwoFilesForOnePlace() throws {
    #expect(throws: SiteWritingError.collision(path: "a", other: "a")) {
      try writer.write([OutputFile(path: "a", text: "1"), OutputFile(path: "a", text: "2")])
    }
    #expect(throws: SiteWritingError.collision(path: "a", other: "a/b")) {
      try writer.write(files(["a": "1", "a/b": "2"]))
    }
  }

  @Test func cleansWhatItWroteAndNothingElse() throws {
    try folder.write("", to: ".gitkeep")
    _ = try writer.write(files(["a/b": "1", "c": "2"]))
    try folder.write("mine", to: "a/notes.txt")
    #expect(try writer.clean() == ["a/b", "c"])
    #expect(folder.files == [".gitkeep": "", "a/notes.txt": "mine"])
    #expect(!Folder.exists(folder.path + "/.ciyuan-site"))
    #expect(try writer.clean() == [])
  }
}
