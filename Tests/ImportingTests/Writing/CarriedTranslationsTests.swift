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

  /// Two questions stood under one name, and the next import parted the two.
  @Test func goAlongAndComeBack() async throws {
    let (folder, kept, gone) = try await Self.folder()
    let before = try folder.snapshot().filter { $0.key.hasPrefix("questions/") }
    let told = try await JoinedAgainTests.settle("same", [kept, gone], folder)
    #expect(told.allSatisfy { $0.severity == .note } && told.contains { $0.summary.contains("\(gone).en.md, which a person wrote") })
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
    if startsAsCopy {
      let id = try #require(try folder.read("Content/questions/\(gone).zh.md").split(separator: "\n").first { $0.hasPrefix("id:") })
      try folder.write(Self.translation.replacing("tags:", with: "\(id)\ntags:"), to: "Content/questions/\(gone).en.md")
    }
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
}
