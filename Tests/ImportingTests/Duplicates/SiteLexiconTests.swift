import ContentModel
import Diagnostics
import Testing

@testable import Importing

@Suite struct SiteLexiconTests {
  static func page(_ path: String, _ frontMatter: String) -> Document {
    let file = SourceFile(path: path, bytes: Array("---\n\(frontMatter)\n---\n\nText.\n".utf8))
    return Document.decode(file, path: path, languages: [.chinese, .english]).0!
  }

  static func groups(_ titles: [String], _ pages: [Document]) -> [[String]] {
    DuplicateRecognizer(termPages: pages).groups(of: titles.map { QuestionCandidate(id: $0, title: $0) }).groups.map(\.members)
  }

  static let net = [
    page("terms/foobar.zh.md", "title: 富巴网络\nadmitted: [富巴]\nabbreviation: [FBN]"), page("terms/foobar.en.md", "title: Foobar Net"),
  ]

  @Test func conceptOfTheSiteIsOneByAllItsNames() {
    let titles = ["什么是富巴网络？", "富巴是什么", "What is FBN?", "什么是 Foobar Net"]
    #expect(Self.groups(titles, Self.net).map(Set.init) == [Set(titles)])
    #expect(Self.groups(titles, []).allSatisfy { $0.count < 3 })
  }

  @Test func pageAddsNamesToAConceptOfTheLexicon() {
    let page = Self.page("terms/lora.zh.md", "title: LoRA\nadmitted: [小矮秩法]")
    #expect(Self.groups(["小矮秩法有什么优点", "LoRA 的优势"], [page]).count == 1)
    #expect(Self.groups(["小矮秩法有什么优点", "LoRA 的优势"], []).isEmpty)
  }

  @Test func proposedConceptAddsNothing() {
    let page = Self.page("terms/lora.zh.md", "title: LoRA\nadmitted: [小矮秩法]\nstatus: proposed")
    #expect(Self.groups(["小矮秩法有什么优点", "LoRA 的优势"], [page]).isEmpty)
  }

  @Test func namesOfSeveralConceptsAddNothing() {
    let page = Self.page("terms/both.zh.md", "title: LoRA\nadmitted: [RLHF, 小矮秩法]")
    #expect(Self.groups(["小矮秩法有什么优点", "LoRA 的优势"], [page]).isEmpty)
  }
}
