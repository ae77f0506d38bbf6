import ContentModel
import MarkdownTree
import Terminology
import Testing

/// Everyday words are names only where a page speaks of their subject.
@Suite struct PageSubjectTests {
  static let concepts = [
    concept("prompt", zh: ["提示"], en: ["prompt"], fields: ["prompting"]),
    concept("token", zh: ["词元"], en: ["token"], fields: ["prompting", "tokenization"]),
    concept("reranking", zh: ["重排"], en: ["reranking"], fields: ["retrieval"]),
    concept("mean-shift", zh: ["均值漂移"], en: ["mean shift"], abbreviations: ["MS"], fields: ["clustering"]),
    Concept(
      id: DocumentID(section: .terms, slug: "environment"), terms: [Term("环境", language: .chinese, status: .preferred)], isReviewed: false),
    concept("distillation", zh: ["蒸馏"]),
    concept("deduplication", zh: ["去重"], fields: ["data"]),
  ]

  /// Slugs of what is linked in a page.
  func linked(_ markdown: String, title: String = "", tags: [String] = []) -> [String] {
    var tree = MarkdownTree.parse(markdown).tree
    return TermLinker(Termbase(Self.concepts)).link(&tree, title: title, language: .chinese, tags: tags) { LinkTarget(url: $0.slug) }
      .mentions.map(\.concept.slug)
  }

  @Test func leavesAnEverydayWordAloneOnAPageOfAnotherSubject() {
    #expect(linked("二维码过期后提示用户刷新，并换一个 token。").isEmpty)
    #expect(linked("状态机 MS 有三个状态。").isEmpty)
  }

  @Test func linksItWhereThePageHasATagOfItsSubject() {
    #expect(linked("写好提示。", tags: ["prompting"]) == ["prompt"])
    #expect(linked("写好提示。", tags: ["tokenization"]) == ["prompt"], "fields of one concept are one subject")
    #expect(linked("写好提示。", tags: ["retrieval"]).isEmpty)
  }

  @Test func linksItWhereThePageNamesTheConceptOrOneOfItsSubjectOtherwise() {
    #expect(linked("提示要短，按词元计费，一个 token 约半个词。") == ["prompt", "token"])
    #expect(linked("写好提示。", title: "按词元计费吗") == ["prompt"])
    #expect(linked("# 词元\n\n写好提示。") == ["prompt"])
    #expect(linked("均值漂移（MS）从一点出发。MS 收敛。") == ["mean-shift"])
  }

  /// Slugs of what is linked in a page of a site that has these concepts.
  func linked(_ markdown: String, of concepts: [Concept], tags: [String] = []) -> [String] {
    var tree = MarkdownTree.parse(markdown).tree
    return TermLinker(Termbase(concepts)).link(&tree, language: .chinese, tags: tags) { LinkTarget(url: $0.slug) }.mentions.map(
      \.concept.slug)
  }

  @Test func linksItWhereThePageSpeaksOfWhatATermIsBuiltUponIt() {
    let concepts = [
      concept("cache", zh: ["缓存"], en: ["cache"], fields: ["databases"]), concept("kv-cache", zh: ["KV 缓存"], fields: ["inference"]),
      concept("batching", zh: ["连续批处理"], fields: ["inference"]), concept("state", zh: ["状态"], en: ["state"], fields: ["front-end"]),
      concept("state-space-model", zh: ["状态空间模型"], en: ["state space model"], fields: ["inference"]),
    ]
    #expect(linked("连续批处理要管好缓存。", of: concepts) == ["batching", "cache"], "a KV cache is a cache")
    #expect(linked("连续批处理记住状态。", of: concepts) == ["batching"], "a state space is no state")
    #expect(linked("缓存满了。", of: concepts).isEmpty)
  }

  @Test func linksItWhereThePageSpeaksOfASubjectNearItsOwn() {
    let field = [
      concept("prompt", zh: ["提示"], fields: ["prompting"], kin: ["in-context-learning"]),
      concept("in-context-learning", zh: ["上下文学习"], fields: ["language-models"]), concept("vue", zh: ["响应式"], fields: ["front-end"]),
    ]
    #expect(linked("写好提示。", of: field, tags: ["language-models"]) == ["prompt"])
    #expect(linked("写好提示。", of: field, tags: ["front-end"]).isEmpty)
    let noFields = [
      concept("prompt", zh: ["提示"], kin: ["few-shot"]), concept("few-shot", zh: ["少样本"], kin: ["in-context-learning"]),
      concept("in-context-learning", zh: ["上下文学习"]), concept("reflow", zh: ["回流布局"], kin: ["layout"]), concept("layout", zh: ["布局树"]),
    ]
    #expect(linked("上下文学习靠提示。", of: noFields) == ["in-context-learning", "prompt"], "relations make a subject where no field does")
    #expect(linked("布局树变了就提示。", of: noFields) == ["layout"])
  }

  @Test func linksAReviewedConceptOfNoFieldAndNoProposedOne() {
    #expect(linked("先蒸馏，再部署到生产环境。") == ["distillation"])
  }

  @Test func leavesANameThatThePageExplainsAsSomethingElse() {
    #expect(linked("重排（reflow）要重新计算位置。\n\n重排之后重绘。").isEmpty)
    #expect(linked("召回之后要重排（rerank）。") == ["reranking"])
    #expect(linked("重排（见下图）很慢。") == ["reranking"])
  }

  @Test func cutsTextAsProseDoesWhereAWordCrossesTheEdgeOfAName() {
    #expect(linked("把索引拿去重建。").isEmpty)
    #expect(linked("先去重，再训练。") == ["deduplication"])
    #expect(linked("数据去重很慢。") == ["deduplication"])
  }
}
