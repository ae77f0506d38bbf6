import Diagnostics
import FileSystem
import Foundation
import Testing

@testable import Importing

/// Versions in another language that people wrote beside imported pages which become part of others.
@Suite struct CarriedTranslationsTests {
  static let translation = "---\ntitle: What is gradient accumulation?\ntags: [training]\n---\n\nAdd up small batches.\n"

  /// Two imported pages, of which the second is the one that goes, with a translation.
  static func folder() async throws -> (folder: ImportFolder, kept: String, gone: String) {
    let (folder, names) = try await JoinedAgainTests.pages()
    _ = try await JoinedAgainTests.settle("same", names, folder)
    let kept = MovedEditsTests.slug("Content/questions/" + (try #require(try folder.questions().first)))
    _ = try await JoinedAgainTests.settle("different", names, folder)
    let gone = try #require(names.first { $0 != kept })
    try folder.write(translation, to: "Content/questions/\(gone).en.md")
    return (folder, kept, gone)
  }

  /// As if the translation had begun as a copy of the page.
  private static func giveID(of page: String, in folder: ImportFolder) throws {
    let id = try #require(try folder.read("Content/questions/\(page).zh.md").split(separator: "\n").first { $0.hasPrefix("id:") })
    try folder.write(translation.replacing("tags:", with: "\(id)\ntags:"), to: "Content/questions/\(page).en.md")
  }

  /// Two questions stood under one name, and the next import parted the two; one that began as a copy came back without its id.
  @Test(arguments: [false, true]) func goAlongAndComeBack(startsAsCopy: Bool) async throws {
    let (folder, kept, gone) = try await Self.folder()
    if startsAsCopy { try Self.giveID(of: gone, in: folder) }
    let before = try folder.snapshot().filter { $0.key.hasPrefix("questions/") }
    try folder.write("same:\n  - [\(kept), \(gone)]\n", to: "Content/import.yml")
    // A dry run said nothing of it.
    let foretold = try await folder.importAll(isDryRun: true).diagnostics.map(\.summary)
    #expect(foretold.contains("questions/\(gone).en.md, which a person wrote, would be part of questions/\(kept).en.md"), "\(foretold)")
    let told = try await JoinedAgainTests.settle("same", [kept, gone], folder)
    #expect(
      told.count == foretold.count && told.allSatisfy { $0.severity == .note }
        && told.contains { $0.summary.contains("\(gone).en.md, which a person wrote") })
    #expect(try folder.questions() == ["\(kept).en.md", "\(kept).zh.md"])
    let text = try folder.read("Content/questions/\(kept).en.md")
    for part in ["Add up small batches.", "  - training", "redirects:\n  - questions/\(gone)\n"] { #expect(text.contains(part), "\(text)") }
    let after = try folder.snapshot()
    for _ in 0..<2 { #expect(try await folder.importAll().diagnostics.isEmpty) }
    #expect(try folder.snapshot() == after)
    _ = try await JoinedAgainTests.settle("different", [kept, gone], folder)
    #expect(try folder.snapshot().filter { $0.key.hasPrefix("questions/") } == before)
    #expect(try await folder.importAll().diagnostics.isEmpty)
    #expect(try folder.snapshot().filter { $0.key.hasPrefix("questions/") } == before)
  }

  /// What was added to its keys alone was lost.
  @Test func comeBackWithKeysThatWereEdited() async throws {
    let (folder, kept, gone) = try await Self.folder()
    _ = try await JoinedAgainTests.settle("same", [kept, gone], folder)
    try EditedPageTests.edit(folder, "Content/questions/\(kept).en.md", ("title:", "aliases: [micro batches]\ntitle:"))
    _ = try await JoinedAgainTests.settle("different", [kept, gone], folder)
    #expect(try folder.read("Content/questions/\(gone).en.md").contains("micro batches"))
  }

  /// Where both pages have one, both texts stand; each goes with what was edited in it.
  @Test(arguments: [false, true]) func standBelowThatOfThePage(startsAsCopy: Bool) async throws {
    let (folder, kept, gone) = try await Self.folder()
    if startsAsCopy { try Self.giveID(of: gone, in: folder) }
    let own = "---\ntitle: What if a large batch does not fit?\n---\n\nSplit it.\n"
    try folder.write(own, to: "Content/questions/\(kept).en.md")
    let came = try folder.read("Content/questions/\(gone).en.md")
    _ = try await JoinedAgainTests.settle("same", [kept, gone], folder)
    #expect(try folder.questions() == ["\(kept).en.md", "\(kept).zh.md"])
    let path = "Content/questions/\(kept).en.md", text = try folder.read(path)
    #expect(text.contains("Split it.\n\n## Answers from other sources\n\nAdd up small batches.\n") && !text.contains("id:"), "\(text)")
    let after = try folder.snapshot()
    #expect(try await folder.importAll().diagnostics.isEmpty)
    #expect(try folder.snapshot() == after)
    try EditedPageTests.edit(folder, path, ("Split it", "Split it well"))
    try EditedPageTests.edit(folder, path, ("Add up", "Sum up"))
    _ = try await JoinedAgainTests.settle("different", [kept, gone], folder)
    #expect(try folder.read(path) == own.replacing("Split it", with: "Split it well"))
    let back = try folder.read("Content/questions/\(gone).en.md"), lines = back.split(separator: "\n")
    #expect(
      back.hasSuffix("Sum up small batches.\n")
        && came.split(separator: "\n").filter { $0.hasPrefix("t") || $0.hasPrefix("id") }.allSatisfy {
          lines.contains($0) || $0.hasPrefix("tags")
        } && back.contains("training"), "\(back)")
  }

  /// The first of them stayed, or took the others along.
  @Test(arguments: [[1, 2], [1], [2]]) func leaveAFileThatTheyMade(leaving: [Int]) async throws {
    let (folder, two) = try await JoinedAgainTests.pages()
    try folder.write("1. 怎样选择批量的大小？\n收益会渐渐变小。\n", to: "scrapes/c.txt")
    try await folder.importAll()
    let all = two + [MovedEditsTests.slug(try MovedEditsTests.page(folder, "收益会"))]
    _ = try await JoinedAgainTests.settle("same", all, folder)
    let kept = MovedEditsTests.slug("Content/questions/" + (try #require(try folder.questions().first)))
    _ = try await JoinedAgainTests.settle("different", all, folder)
    let names = [kept] + all.filter { $0 != kept }.sorted()
    for (name, text) in zip(names, ["", "Add up.", "Choose well."]) where !text.isEmpty {
      try folder.write("---\ntitle: \(text)\ntags: [\(name)]\n---\n\n\(text)\n", to: "Content/questions/\(name).en.md")
    }
    let before = try folder.snapshot()
    _ = try await JoinedAgainTests.settle("same", names, folder)
    #expect(try folder.questions() == ["\(kept).en.md", "\(kept).zh.md"])
    let staying = names.indices.filter { !leaving.contains($0) }.map { names[$0] }
    let lists = leaving.flatMap { place in names.filter { $0 != names[place] }.map { "  - [\($0), \(names[place])]\n" } }.joined()
    let same = staying.count > 1 ? "same:\n  - [\(staying.joined(separator: ", "))]\n" : ""
    try folder.write("\(same)different:\n\(lists)", to: "Content/import.yml")
    try await folder.importAll()
    for place in leaving {
      let path = "questions/\(names[place]).en.md"
      #expect(try folder.read("Content/" + path) == String(decoding: before[path] ?? [], as: UTF8.self))
    }
    let rest = try folder.questions().contains("\(kept).en.md") ? try folder.read("Content/questions/\(kept).en.md") : ""
    for (place, text) in [(1, "Add up."), (2, "Choose well.")] { #expect(rest.contains(text) != leaving.contains(place), "\(rest)") }
    for place in leaving { #expect(!rest.contains(names[place]), "\(rest)") }
    let after = try folder.snapshot()
    #expect(try await folder.importAll().diagnostics.isEmpty)
    #expect(try folder.snapshot() == after)
  }

  /// An import that was stopped when its own pages had moved left the translation where its page had been.
  @Test func moveWithTheirPagesOrNotAtAll() async throws {
    let (folder, kept, gone) = try await Self.folder()
    // What cannot be replaced stops it there.
    try Folder.create(folder.content + "/questions/\(kept).en.md")
    try folder.write("same:\n  - [\(kept), \(gone)]\n", to: "Content/import.yml")
    let before = try folder.snapshot()
    await #expect(throws: ImportFailure.self) { try await folder.importAll() }
    #expect(try folder.snapshot() == before)
    try Folder.remove(folder.content + "/questions/\(kept).en.md")
    try await folder.importAll()
    #expect(try folder.questions() == ["\(kept).en.md", "\(kept).zh.md"])
  }
}
