import FileSystem
import Foundation
import Testing

@testable import Importing

@Suite struct ContentTransactionTests {
  static func folder() throws -> ImportFolder {
    let folder = try ImportFolder()
    try folder.write("old", to: "Content/questions/a.zh.md")
    try folder.write("gone", to: "Content/questions/b.zh.md")
    return folder
  }

  @Test func movesAllIntoPlace() throws {
    let folder = try Self.folder()
    var transaction = try ContentTransaction(folder: folder.content)
    try transaction.stage(Array("new".utf8), as: "questions/a.zh.md", over: ContentHash.of("old"))
    try transaction.stage(Array("also".utf8), as: "terms/c.zh.md", over: nil)
    transaction.remove("questions/b.zh.md", hash: ContentHash.of("gone"))
    try transaction.commit(isCancelled: { false })
    #expect(try folder.snapshot() == ["questions/a.zh.md": Array("new".utf8), "terms/c.zh.md": Array("also".utf8)])
  }

  /// Stops after each number of moves in turn.
  @Test(arguments: 0..<3) func putsBackWhatWasMoved(moves: Int) throws {
    let folder = try Self.folder()
    let before = try folder.snapshot()
    var transaction = try ContentTransaction(folder: folder.content)
    try transaction.stage(Array("new".utf8), as: "questions/a.zh.md", over: ContentHash.of("old"))
    try transaction.stage(Array("also".utf8), as: "terms/c.zh.md", over: nil)
    transaction.remove("questions/b.zh.md", hash: ContentHash.of("gone"))
    var asked = 0
    #expect(throws: ImportFailure.interrupted) {
      try transaction.commit {
        asked += 1
        return asked > moves
      }
    }
    #expect(try folder.snapshot() == before)
  }

  @Test func undoesAnImportThatDiedHalfway() throws {
    let folder = try Self.folder()
    let before = try folder.snapshot()
    // As a killed import leaves it: a journal, one file moved in over an old one, one new file moved in, one still staged.
    let staging = "Content/.ciyuan/staging/"
    try folder.write("=questions/a.zh.md\0+terms/c.zh.md\0+terms/d.zh.md\0=questions/b.zh.md\0", to: staging + "journal")
    try folder.write("old", to: staging + "old/0")
    try folder.write("new", to: "Content/questions/a.zh.md")
    try folder.write("also", to: "Content/terms/c.zh.md")
    try folder.write("later", to: staging + "new/2")
    try ContentTransaction.recover(folder: folder.content)
    #expect(try folder.snapshot() == before)
  }

  /// The next command may come long after the kill.
  @Test func leavesWhatAPersonEditedSinceTheKill() throws {
    let folder = try Self.folder()
    let staging = "Content/.ciyuan/staging/"
    let hash = ContentHash.of("new")
    try folder.write("=questions/a.zh.md\0#\(hash)\0+terms/c.zh.md\0#\(hash)\0+terms/d.zh.md\0#\(hash)\0", to: staging + "journal")
    try folder.write("old", to: staging + "old/0")
    try folder.write("new/9", to: staging + "new/9")
    try folder.write("new, edited", to: "Content/questions/a.zh.md")
    try folder.write("new, edited as well", to: "Content/terms/c.zh.md")
    try folder.write("new", to: "Content/terms/d.zh.md")
    try ContentTransaction.recover(folder: folder.content)
    #expect(try folder.read("Content/questions/a.zh.md") == "new, edited")
    #expect(try folder.read("Content/terms/c.zh.md") == "new, edited as well")
    #expect(!File.exists(folder.content + "/terms/d.zh.md"))
  }

  @Test func forgetsWhatWasOnlyStaged() throws {
    let folder = try Self.folder()
    let before = try folder.snapshot()
    var transaction = try ContentTransaction(folder: folder.content)
    try transaction.stage(Array("new".utf8), as: "questions/a.zh.md", over: ContentHash.of("old"))
    try ContentTransaction.recover(folder: folder.content)
    #expect(try folder.snapshot() == before)
  }

  /// Kills the commit before each of its changes, then the recovery just before it forgets the journal.
  @Test(arguments: 0..<3) func recoversTwiceAfterEachStep(step: Int) throws {
    let folder = try Self.folder()
    let before = try folder.snapshot()
    var transaction = try ContentTransaction(folder: folder.content)
    try transaction.stage(Array("new".utf8), as: "questions/a.zh.md", over: ContentHash.of("old"))
    try transaction.stage(Array("also".utf8), as: "terms/c.zh.md", over: nil)
    transaction.remove("questions/b.zh.md", hash: ContentHash.of("gone"))
    let copy = try ImportFolder()
    var steps = 0
    func keepCopy() throws {
      try FileManager.default.createDirectory(atPath: copy.path, withIntermediateDirectories: true)
      try FileManager.default.copyItem(atPath: folder.content, toPath: copy.content)
    }
    try transaction.commit {
      if steps == step { #expect(throws: Never.self) { try keepCopy() } }
      steps += 1
      return false
    }
    let journal = try copy.read("Content/.ciyuan/staging/journal")
    try ContentTransaction.recover(folder: copy.content)
    #expect(try copy.snapshot() == before)
    for part in ["new", "old"] { try Folder.create(copy.content + "/.ciyuan/staging/" + part) }
    try copy.write(journal, to: "Content/.ciyuan/staging/journal")
    try ContentTransaction.recover(folder: copy.content)
    #expect(try copy.snapshot() == before)
  }

  @Test func keepsTheFormerFilesWhereRecoveryFails() throws {
    let folder = try Self.folder()
    let staging = "Content/.ciyuan/staging/"
    let transaction = try ContentTransaction(folder: folder.content)
    try folder.write("=questions/a.zh.md/x\0", to: staging + "journal")
    try folder.write("mine", to: staging + "old/0")
    #expect(throws: FileError.self) { try transaction.abandon() }
    #expect(try folder.read(staging + "old/0") == "mine")
  }

  /// Each file that the commit touches, changed, made or removed after it was read.
  @Test(arguments: ["questions/a.zh.md", "questions/b.zh.md", "terms/c.zh.md"])
  func yieldsToWhatAPersonSavedMeanwhile(path: String) throws {
    let folder = try Self.folder()
    var transaction = try ContentTransaction(folder: folder.content)
    try transaction.stage(Array("new".utf8), as: "questions/a.zh.md", over: ContentHash.of("old"))
    try transaction.stage(Array("also".utf8), as: "terms/c.zh.md", over: nil)
    transaction.remove("questions/b.zh.md", hash: ContentHash.of("gone"))
    try folder.write("edited", to: "Content/" + path)
    #expect(throws: ImportFailure.changed(path: folder.content + "/" + path)) { try transaction.commit(isCancelled: { false }) }
    let expected = ["questions/a.zh.md": "old", "questions/b.zh.md": "gone"].merging([path: "edited"]) { $1 }
    #expect(try folder.snapshot() == expected.mapValues { Array($0.utf8) })
  }
}
