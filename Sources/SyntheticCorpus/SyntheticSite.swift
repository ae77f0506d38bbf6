/// A bilingual site for measuring: pages of 3 to 6 KB with headings, nested lists, tables, code, links and the names of
/// concepts. The same on every run and machine, and every file can be made by itself.
///
/// A page is a content file: half of them are Chinese, half English, each with its translation. Up to half of them explain
/// concepts, the rest answer questions.
public struct SyntheticSite: Sendable {
  /// A content file.
  public struct File: Sendable {
    /// Path below the site's folder.
    public let path: String
    public let text: String
  }

  public let pageCount: Int
  public let concepts: [SyntheticConcept]
  public let vocabulary: SyntheticVocabulary
  /// Whether code blocks name their language, so that their words are coloured.
  let namesLanguages: Bool
  let conceptRank: ZipfSampler
  private let seed: UInt64

  /// - Parameters:
  ///   - pages: An even number of content files.
  ///   - terms: How many names the concepts have, both languages counted; fewer where that were over half of the pages.
  public init(pages: Int, terms: Int = 5000, namesLanguages: Bool = false, seed: UInt64 = 7) {
    pageCount = pages / 2 * 2
    vocabulary = SyntheticVocabulary(seed: seed)
    concepts = vocabulary.concepts(min(terms / 2, pageCount / 4), seed: seed &+ 1)
    conceptRank = ZipfSampler(count: concepts.count, flatness: 60)
    self.namesLanguages = namesLanguages
    self.seed = seed
  }

  /// A content file, of `0..<pageCount`. O(its bytes).
  public func file(_ index: Int) -> File {
    let number = index / 2
    let isChinese = index.isMultiple(of: 2)
    var writer = SyntheticPage(site: self, isChinese: isChinese, seed: (seed &+ UInt64(index)) &* 0x9E37_79B9_7F4A_7C15)
    let language = isChinese ? "zh" : "en"
    if number < concepts.count {
      let concept = concepts[number]
      return File(path: "Content/terms/\(concept.slug).\(language).md", text: writer.term(concept, number))
    }
    return File(
      path: "Content/questions/\(Self.questionSlug(number - concepts.count)).\(language).md", text: writer.question(number))
  }

  /// How many questions there are, each in two languages.
  public var questionCount: Int { pageCount / 2 - concepts.count }

  static func questionSlug(_ number: Int) -> String { "question-\(number)" }

  static let tags = [
    "models", "data", "training", "inference", "evaluation", "safety", "retrieval", "agents", "speech", "vision", "hardware",
    "theory", "history", "tools", "practice", "methods",
  ]

  /// `ciyuan.yml` and `Content/tags.yml`.
  public var settings: [File] {
    [
      File(
        path: "ciyuan.yml",
        text: "title: {zh: 测量, en: Measure}\nlanguages: [zh, en]\nbase-url: https://example.org/\ndescription: A site for measuring.\n"),
      File(
        path: "Content/tags.yml",
        text: Self.tags.enumerated().map { "\($1): {zh: 标签\($0), en: Tag \($1)}\n" }.joined()),
    ]
  }
}
