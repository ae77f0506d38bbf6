import ContentModel
import FileSystem
import Foundation
import Synchronization
import Testing

@testable import SiteDelivery

/// Kills, full disks and missing permissions in the middle of a change.
@Suite struct SiteWriterFaultTests {
  /// A site of 120 pages; the version is in some pages and in the names of others.
  static func site(_ version: Int) -> [OutputFile] {
    (0..<120).map { page in
      switch page % 4 {
      case 0: OutputFile(path: "zh/same/\(page)/index.html", text: "page \(page)")
      case 1: OutputFile(path: "zh/new-\(version)/\(page)/index.html", text: "page \(page)")
      case 2: OutputFile(path: "zh/flat/\(page)-\(version).html", text: "page \(page)")
      default:
        OutputFile(path: "en/changed/\(page)/index.html", text: String(repeating: "version \(version) ", count: 400))
      }
    }
  }

  static func contents(_ version: Int) -> [String: String] {
    Dictionary(uniqueKeysWithValues: site(version).map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
  }

  /// Every state that a kill can leave: the journal carried out up to some step.
  @Test(arguments: Array(stride(from: 0, through: 160, by: 16))) func isBroughtToItsEndAfterAKill(steps: Int) throws {
    let folder = try TemporaryFolder.inMemory()
    let writer = SiteWriter(folder: folder.path)
    _ = try writer.write(Self.site(1))
    let output = OutputFolder(path: folder.path)
    let plan = try SitePlan(Self.site(2), in: output, manifest: try output.manifest() ?? [], force: false)
    var transaction = SiteTransaction(in: output)
    let journal = try transaction.stage(plan)
    for step in journal.steps.prefix(steps) { try transaction.perform(step) }
    #expect(try writer.recover())
    #expect(folder.files == Self.contents(2))
    #expect(Set(entryNames(of: folder.path + "/.ciyuan-site")) == ["manifest", "lock"])
    #expect(try writer.write(Self.site(2)).isEmpty)
  }

  @Test(arguments: [0, 20, 60]) func keepsTheJournalWhenRecoveryFails(steps: Int) throws {
    let folder = try TemporaryFolder.inMemory()
    let writer = SiteWriter(folder: folder.path)
    _ = try writer.write(Self.site(1))
    let output = OutputFolder(path: folder.path)
    let plan = try SitePlan(Self.site(2), in: output, manifest: try output.manifest() ?? [], force: false)
    var transaction = SiteTransaction(in: output)
    let journal = try transaction.stage(plan)
    for step in journal.steps.prefix(steps) { try transaction.perform(step) }
    // A folder with somebody's file in the place of a page that is still to come.
    let page = "en/changed/119/index.html"
    try File.remove(output.target(page))
    try folder.write("mine", to: page + "/notes")
    #expect(throws: SiteWritingError.self) { try writer.recover() }
    #expect(throws: SiteWritingError.self) { try writer.write(Self.site(3)) }
    #expect(try output.lines(of: "journal").flatMap(SiteJournal.init) == journal)
    try Folder.remove(output.target(page))
    #expect(try writer.recover())
    #expect(folder.files == Self.contents(2))
    #expect(Set(entryNames(of: folder.path + "/.ciyuan-site")) == ["manifest", "lock"])
  }

  @Test(arguments: [20, 1000]) func replacesFilesWhereNothingCanBeExchanged(failing: Int) throws {
    let folder = try TemporaryFolder.inMemory()
    _ = try SiteWriter(folder: folder.path).write(Self.site(1))
    let output = OutputFolder(path: folder.path)
    let plan = try SitePlan(Self.site(2), in: output, manifest: try output.manifest() ?? [], force: false)
    let count = Mutex(0)
    var transaction = SiteTransaction(in: output) { _, _ in
      errno =
        count.withLock {
          $0 += 1; return $0
        } == failing ? EPERM : EINVAL
      return false
    }
    let journal = try transaction.stage(plan)
    if failing < 1000 { return undone() }
    try transaction.carryOut(journal)
    #expect(folder.files == Self.contents(2))
    #expect(Set(entryNames(of: folder.path + "/.ciyuan-site")) == ["manifest", "lock"])

    func undone() {
      #expect(throws: FileError.self) { try transaction.carryOut(journal) }
      #expect(folder.files == Self.contents(1))
    }
  }

  @Test func forgetsAChangeThatWasNotDecidedOn() throws {
    let folder = try TemporaryFolder.inMemory()
    let writer = SiteWriter(folder: folder.path)
    _ = try writer.write(Self.site(1))
    let output = OutputFolder(path: folder.path)
    let plan = try SitePlan(Self.site(2), in: output, manifest: try output.manifest() ?? [], force: false)
    _ = try SiteTransaction(in: output).stage(plan)
    try File.remove(output.record("journal"))
    #expect(try !writer.recover())
    #expect(folder.files == Self.contents(1))
    #expect(try writer.write(Self.site(1)).isEmpty)
    #expect(Set(entryNames(of: folder.path + "/.ciyuan-site")) == ["manifest", "lock"])
  }

  @Test(arguments: [0, 50, 80, 99, 125]) func undoesEveryStepWhenOneFails(failing: Int) throws {
    let folder = try TemporaryFolder.inMemory()
    _ = try SiteWriter(folder: folder.path).write(Self.site(1))
    let output = OutputFolder(path: folder.path)
    let plan = try SitePlan(Self.site(2), in: output, manifest: try output.manifest() ?? [], force: false)
    var transaction = SiteTransaction(in: output)
    let journal = try transaction.stage(plan)
    // A step that cannot work: a file that is there, into a folder that is a file.
    try FileManager.default.createDirectory(atPath: output.staged("zh/flat/x"), withIntermediateDirectories: true)
    try File.writeInPlace([1], to: output.staged("zh/flat/x/y"))
    try folder.write("in the way", to: "zh/flat/x")
    let inode = try #require(Occupant(of: output.staged("zh/flat/x/y")).inode)
    var steps = journal.steps
    steps.insert(.place("zh/flat/x/y", inode: inode), at: min(failing, steps.count))
    #expect(throws: FileError.self) { try transaction.carryOut(SiteJournal(steps: steps)) }
    try File.remove(folder.path + "/zh/flat/x")
    #expect(folder.files == Self.contents(1))
    #expect(Set(entryNames(of: folder.path + "/.ciyuan-site")) == ["manifest", "lock"])
  }

  @Test func isWholeAfterKillsAtAnyMoment() async throws {
    let folder = try TemporaryFolder.inMemory()
    let writer = SiteWriter(folder: folder.path)
    _ = try writer.write(Self.site(0))
    for version in 1...12 {
      let path = folder.path
      let delay = UInt32(version * version * 100)
      await #expect(processExitsWith: .failure) {
        [path = path as String, delay = delay as UInt32, version = version as Int] in
        Thread.detachNewThread {
          usleep(delay)
          kill(getpid(), SIGKILL)
        }
        _ = try SiteWriter(folder: path).write(SiteWriterFaultTests.site(version))
        sleep(5)
      }
      let isDecided = try writer.recover()
      let found = folder.files
      let (new, former) = (Self.contents(version), Self.contents(version - 1))
      #expect(found == new || (!isDecided && found == former), "whole after \(delay) µs")
      _ = try writer.write(Self.site(version))
      #expect(folder.files == new)
    }
  }

  @Test func keepsTheFormerSiteWhenAFileCannotBeWritten() async throws {
    let folder = try TemporaryFolder.inMemory()
    _ = try SiteWriter(folder: folder.path).write(Self.site(1))
    let path = folder.path
    await #expect(processExitsWith: .exitCode(7)) { [path = path as String] in
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: 20_000, rlim_max: 20_000)
      setrlimit(__rlimit_resource_t(1), &limit)  // RLIMIT_FSIZE
      let large = OutputFile(path: "zh/large", bytes: [UInt8](repeating: 1, count: 30_000))
      do throws(SiteWritingError) {
        _ = try SiteWriter(folder: path).write(SiteWriterFaultTests.site(2) + [large])
      } catch {
        exit(error == .file(FileError(path: path + "/zh/large", operation: "write", code: EFBIG)) ? 7 : 8)
      }
    }
    #expect(folder.files == Self.contents(1))
    #expect(Set(entryNames(of: folder.path + "/.ciyuan-site")) == ["manifest", "lock"])
  }

  @Test func keepsTheFormerSiteWhenTheDiskIsFull() throws {
    let folder = try TemporaryFolder.inMemory()
    // A file system of its own.
    guard run("/bin/mount", "-t", "tmpfs", "-o", "size=2m", "ciyuan-test", folder.path) else {
      print("a full disk is not tested: this user cannot mount a small one")
      return
    }
    defer { _ = run("/bin/umount", folder.path) }
    let writer = SiteWriter(folder: folder.path)
    _ = try writer.write(Self.site(1))
    let large = (0..<200).map { OutputFile(path: "large/\($0)", bytes: [UInt8](repeating: 1, count: 20_000)) }
    #expect { try writer.write(Self.site(2) + large) } throws: { error in
      guard case .file(let error) = error as? SiteWritingError else { return false }
      return error.code == ENOSPC && error.path.hasPrefix(folder.path)
    }
    #expect(folder.files == Self.contents(1))
    _ = try writer.write(Self.site(2))
    #expect(folder.files == Self.contents(2))
  }

  private func run(_ command: String, _ arguments: String...) -> Bool {
    let process = Process()
    process.executableURL = URL(filePath: command)
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    do { try process.run() } catch { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }

  @Test func lastsThroughTwoWritersAtOnce() async throws {
    let folder = try TemporaryFolder.inMemory()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for version in 1...6 {
        group.addTask { _ = try SiteWriter(folder: folder.path).write(Self.site(version)) }
      }
      try await group.waitForAll()
    }
    #expect((1...6).contains { folder.files == Self.contents($0) })
  }
}
