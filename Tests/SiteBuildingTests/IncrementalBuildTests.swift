import ContentModel
import Diagnostics
import FileSystem
import Foundation
import Testing

@testable import SiteBuilding

/// After any edits a build that takes from the one before is a clean build, byte for byte. `CIYUAN_SEED=n` repeats what
/// failed, and nothing else.
@Suite struct IncrementalBuildTests {
  static let seeds: [UInt64] = RandomEdits.wantedSeed.map { [$0] } ?? [1, 2, 3, 4]

  /// With four edits a step, in four runs: over five hundred.
  static let stepCount = 34

  @Test(arguments: seeds) func equalsACleanBuildAfterAnyEdits(seed: UInt64) async throws {
    var edits = RandomEdits(seed: seed)
    var site = edits.firstSite()
    var former = await buildSite(site.input()).built
    for step in 0..<Self.stepCount {
      var log: [String] = []
      for _ in 0..<edits.random(2...6) { log.append(edits.edit(&site)) }
      let input = site.input()
      let clean = await buildSite(input)
      let incremental = await buildSite(input, after: former)
      let name = "seed \(seed), step \(step): \(log.joined(separator: ", "))"
      try #require(incremental.diagnostics == clean.diagnostics, "\(name)")
      try #require(incremental.files.map(\.path) == clean.files.map(\.path), "\(name)")
      let different = zip(incremental.files, clean.files).filter { $0 != $1 }.map(\.0.path)
      try #require(different == [], "\(name)")
      if !clean.hasErrors { former = incremental.built }
    }
  }

  /// What is shown at once is what the build after shows, where only the text of a page changed, and the build after is none
  /// the worse for it.
  @Test(arguments: seeds) func showsAnEditedPageAsTheNextBuildHasIt(seed: UInt64) async throws {
    var edits = RandomEdits(seed: seed &+ 100)
    var site = edits.firstSite()
    var former = await buildSite(site.input()).built
    for step in 0..<8 {
      let path = edits.editBody(&site)
      let text = try #require(site.files[path])
      let edited = try #require(former.edited(SourceFile(path: "Content/" + path, text: text), path: path))
      let clean = await buildSite(site.input())
      let late = edited.files.filter { page in
        clean.text(page.path).map(Self.plain) != Self.plain(String(decoding: page.bytes, as: UTF8.self))
      }
      try #require(late.map(\.path) == [], "seed \(seed), step \(step): \(path)")
      let next = await buildSite(site.input(), after: edited.site)
      let different = zip(next.files, clean.files).filter { $0 != $1 }.map(\.0.path)
      try #require(different == [], "seed \(seed), step \(step): \(path)")
      former = next.built
    }
  }

  /// The scripts with the definitions of all terms have other names when one of them changes, and pages name them: that
  /// follows with the build.
  private static func plain(_ page: String) -> String { page.replacing(/\.(zh|en)\.[0-9a-f]+\.js/, with: ".js") }

  /// The same over a file of bodies, as between two runs of the program; and what no edit is said to have touched is as it was.
  @Test(arguments: seeds) func equalsACleanBuildAfterAnyEditsOverKeptBodies(seed: UInt64) async throws {
    let workspace = FileManager.default.temporaryDirectory.appending(path: "ciyuan-bodies-\(UUID())")
    defer { try? FileManager.default.removeItem(at: workspace) }
    let path = workspace.path + "/bodies"
    var edits = RandomEdits(seed: seed &+ 200)
    var site = edits.firstSite()
    var former = (site: site, output: await site.build())
    _ = try await KeptBodies.save(former.output.built, at: path)
    var untouchedCount = 0
    for step in 0..<64 {
      var log: [String] = []
      for _ in 0..<edits.random(1...3) {
        log.append(edits.random(0...2) == 0 ? edits.edit(&site) : "more in \(edits.extendBody(&site))")
      }
      let kept = site.hasSurroundings(of: former.site) ? KeptBodies(path, output: { [former] in former.output.file($0)?.bytes }) : nil
      let clean = await site.build()
      let incremental = await buildSite(site.input(), keeping: kept)
      let name = "seed \(seed), step \(step): \(log.joined(separator: ", "))"
      try #require(incremental.diagnostics == clean.diagnostics, "\(name)")
      try #require(incremental.files == clean.files, "\(name)")
      try #require(incremental.untouched.filter { former.output.text($0) != clean.text($0) } == [], "\(name)")
      untouchedCount += incremental.untouched.isEmpty ? 0 : 1
      guard !clean.hasErrors else { continue }
      _ = try await KeptBodies.save(incremental.built, at: path)
      former = (site, clean)
    }
    #expect(untouchedCount > 10)
  }

  @Test func noticesDamageOfKeptBodies() async throws {
    let workspace = FileManager.default.temporaryDirectory.appending(path: "ciyuan-bodies-\(UUID())")
    defer { try? FileManager.default.removeItem(at: workspace) }
    let path = workspace.path + "/bodies"
    var edits = RandomEdits(seed: 7)
    let site = edits.firstSite()
    let clean = await site.build()
    #expect(KeptBodies(path, output: { clean.file($0)?.bytes }) == nil)
    _ = try await KeptBodies.save(clean.built, at: path)
    let bytes = try File.read(path)
    for length in [0, 1, 23, 24, bytes.count / 2, bytes.count - 1] {
      try File.write(Array(bytes[..<length]), to: path)
      #expect(KeptBodies(path, output: { clean.file($0)?.bytes }) == nil)
    }
    for offset in stride(from: 0, to: bytes.count, by: 389) {
      var damaged = bytes
      damaged[offset] ^= 0x20
      try File.write(damaged, to: path)
      let output = await buildSite(site.input(), keeping: KeptBodies(path, output: { clean.file($0)?.bytes }))
      #expect(output.files == clean.files && output.diagnostics == clean.diagnostics, "byte \(offset)")
    }
  }

  @Test func takesBodiesThatNothingChanged() async throws {
    var site = TestSite(["terms/a.zh.md": "---\ntitle: 甲\n---\n甲。\n", "terms/b.zh.md": "---\ntitle: 乙\n---\n乙。\n"])
    let first = await buildSite(site.input())
    site.files["terms/b.zh.md"] = "---\ntitle: 乙\n---\n乙，改。\n"
    let second = await buildSite(site.input(), after: first.built)
    /// Where the HTML stands in memory: at the same place only if it was not rendered again.
    func body(_ site: BuiltSite, _ slug: String) -> UnsafePointer<UInt8>? {
      let document = site.model.corpus.document(DocumentID(section: .terms, slug: slug), in: .chinese)
      return document.flatMap { site.model.body(of: $0) }?.opening.withUnsafeBufferPointer { $0.baseAddress }
    }
    #expect(body(second.built, "a") == body(first.built, "a"))
    #expect(body(second.built, "b") != body(first.built, "b"))
    // Another name in the glossary: any text may hold it.
    site.files["terms/b.zh.md"] = "---\ntitle: 丙\n---\n丙。\n"
    #expect(body(await buildSite(site.input(), after: second.built).built, "a") != body(second.built, "a"))
  }

  @Test func leavesDraftsAndFaultsToTheNextBuild() async {
    let site = TestSite(["terms/a.zh.md": "---\ntitle: 甲\n---\n甲。\n"])
    let built = await buildSite(site.input()).built
    for text in ["---\ntitle: 甲\nstatus: draft\n---\n", "---\ntitel: 甲\n---\n", "---\ntitle: 甲\n"] {
      #expect(built.edited(SourceFile(path: "Content/terms/a.zh.md", text: text), path: "terms/a.zh.md") == nil)
    }
    #expect(built.edited(SourceFile(path: "Content/terms/n.zh.md", text: "---\ntitle: 新\n---\n"), path: "terms/n.zh.md") == nil)
  }
}
