import ContentModel
import FileSystem
import Testing

@testable import Importing

@Suite struct SlugAllocationTests {
  @Test func numbersNamesThatCollide() {
    var slugs = SlugAllocation(taken: [DocumentID(section: .questions, slug: "shen-me-shi-ci-biao")])
    #expect(slugs.take("什么是词表？", fallback: "q-1", in: .questions) == "shen-me-shi-ci-biao-2")
    #expect(slugs.take("什么是词表", fallback: "q-2", in: .questions) == "shen-me-shi-ci-biao-3")
    #expect(slugs.take("什么是词表", fallback: "q-3", in: .terms) == "shen-me-shi-ci-biao")
  }

  @Test(arguments: ["../../etc/passwd", "/etc/passwd", "a\u{0}b", "..", "", "？！", "\u{202E}x", "index", "con\naux"])
  func neverLeavesTheFolder(title: String) {
    var slugs = SlugAllocation(taken: [])
    let slug = slugs.take(title, fallback: "q-1", in: .questions)
    #expect(!slug.isEmpty)
    #expect(slug.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D })
    #expect(Path.isContained(slug) && slug != "index")
  }
}
