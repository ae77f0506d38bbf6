import Importing
import Testing

@Suite struct ProvenanceTests {
  static let answer = "什么是微调?\n在预训练模型的基础上,用任务数据继续训练,使它适应具体的任务。\n"

  static func provenance(_ tail: String) async -> Provenance {
    await normalize([ScrapedDocument(path: "page.txt", text: answer + tail)])[0].provenance
  }

  @Test func readsFields() async {
    let found = await Self.provenance("作者:山雨\n原文链接:https://blog.example.org/a/1.html\n发布时间:2024年3月5日\n")
    #expect(found.author == "山雨")
    #expect(found.url == "https://blog.example.org/a/1.html")
    #expect(found.published == "2024-03-05")
    #expect(found.site == "blog.example.org")
  }

  /// The notice of a site of questions, which copies with the answer.
  @Test(arguments: [
    "作者：山雨 链接：https://www.example.org/answer/4 来源：某乎 RIGHTS", "作者：山雨\n链接：https://www.example.org/answer/4\n来源：某乎\nRIGHTS",
    "来源：某乎 RIGHTS 链接：https://www.example.org/answer/4 作者：山雨", "RIGHTS作者：山雨链接：https://www.example.org/answer/4来源：某乎",
    "RIGHTS\n链接：https://www.example.org/answer/4\n作者：山雨\n来源：某乎",
  ])
  func readsANoticeOnOneLineOrSeveral(_ notice: String) async {
    let rights = "著作权归作者所有。商业转载请联系作者获得授权，非商业转载请注明出处。"
    let text = notice.replacing("RIGHTS", with: rights)
    for page in [Self.answer + text, "微调问答\n" + text + "\n" + Self.answer] {
      let page = await normalize([ScrapedDocument(path: "page.txt", text: page + "\n")])[0]
      #expect(page.verdicts.count { $0.action == .meta } == text.split(separator: "\n").count)
      #expect(page.provenance.author == "山雨")
      #expect(page.provenance.url == "https://www.example.org/answer/4")
      #expect(page.provenance.site == "某乎")
      #expect(page.provenance.licence == String(rights.dropLast()))
    }
  }

  @Test func takesNoNoticeFromAnAnswerThatListsFields() async {
    let line = "日志里记三样：来源：网关，作者：服务名，链接：https://example.org/trace/1，查问题时先看来源再看链接，最后才看代码。\n"
    let page = await normalize([ScrapedDocument(path: "page.txt", text: "日志问答\n1. 记什么？\n" + line + "2. 记多久？\n三个月。\n")])[0]
    #expect(page.verdicts.allSatisfy { $0.action == .keep })
  }

  @Test(arguments: ["于 2024-03-12 10:20:30 发布", "posted @ 2024-03-12 10:20 山雨 阅读(12) 评论(0)", "发布于 2024年3月12日"])
  func readsTheDayOfPublication(_ line: String) async { #expect(await Self.provenance(line + "\n").published == "2024-03-12") }

  @Test(arguments: [
    "posted @ 2024-03-12 10:20  山雨  阅读(12)  评论(0)  编辑  收藏", "楼主 山雨 发表于 2024-3-12 10:20", "原创 山雨 2024-03-12", "山雨 · 2024-03-12 · 88 次点击",
    "作者 | 山雨 责编 | 海风",
  ])
  func readsTheAuthorBesideTheDay(_ line: String) async {
    let page = await normalize([ScrapedDocument(path: "page.txt", text: "微调面试题\n" + line + "\n" + Self.answer)])[0]
    #expect(page.provenance.author == "山雨")
  }

  @Test(arguments: ["发布于 2024-03-12 10:20", "阅读 12 2024-03-12", "最后更新 2024-03-12"])
  func takesNoLabelForAnAuthor(_ line: String) async {
    let page = await normalize([ScrapedDocument(path: "page.txt", text: "微调面试题\n" + line + "\n" + Self.answer)])[0]
    #expect(page.provenance.author == nil)
  }

  @Test(arguments: [
    ("版权声明:本文为博主原创文章,遵循 CC 4.0 BY-SA 版权协议,转载请附上原文出处链接和本声明。", "CC-BY-SA-4.0"),
    ("- Copyright:All articles in this blog adopt BY-NC-SA agreement.", "CC-BY-NC-SA"),
    ("本作品采用知识共享署名-非商业性使用-禁止演绎 3.0 许可协议进行许可", "CC-BY-NC-ND-3.0"),
  ])
  func namesLicences(_ line: String, _ licence: String) async {
    #expect(await Self.provenance(line + "\n").licence == licence)
  }

  @Test(arguments: ["版权声明：本文为原创文章，未经许可禁止转载，署名归作者所有。", "转载请署名并注明出处"])
  func inventsNoLicence(_ line: String) async {
    #expect(await Self.provenance(line + "\n").licence == nil)
  }

  @Test func readsNoOriginInAnswers() async {
    let page = await normalize([
      ScrapedDocument(
        path: "page.txt",
        text: "论文综述\n" + String(repeating: Self.answer, count: 8) + "作者:提出者们认为这是一个值得注意的现象。\n"
          + String(repeating: Self.answer, count: 8))
    ])[0]
    #expect(page.verdicts.allSatisfy { $0.action == .keep })
  }

  @Test(arguments: ["作者：山雨 发布时间：2023-01-02 阅读 1万", "作者：山雨 2023-01-02", "作者：山雨 浏览：12", "作者：山雨"])
  func readsTheAuthorUpToTheNextField(_ line: String) async {
    let page = await normalize([ScrapedDocument(path: "page.txt", text: "微调面试题\n" + line + "\n" + Self.answer)])[0]
    #expect(page.provenance.author == "山雨")
  }

  @Test func readsANameOfSeveralWords() async { #expect(await Self.provenance("作者：Ann Lee 发布时间：2023-01-02\n").author == "Ann Lee") }
}
