import FileSystem
import SyntheticCorpus
import Terminology

/// Scraped pages of 20 KB, text and HTML, with the advertisements that surround such pages: the same on every run.
struct SyntheticScrapes {
  private let concepts: [LexiconConcept]

  init() {
    // Shuffled, so that common concepts are of all fields.
    var generator = SplitMix64(seed: 11)
    concepts = Lexicon.standard.concepts.shuffled(using: &generator)
  }

  /// Writes `count` pages into the folder and returns their bytes.
  func write(_ count: Int, to folder: String) throws(FileError) -> Int {
    try Folder.create(folder)
    var bytes = 0
    for index in 0..<count {
      let isHTML = index % 20 >= 11
      let page = page(index, isHTML: isHTML)
      bytes += page.utf8.count
      try File.writeInPlace(Array(page.utf8), to: Path.join(folder, "page-\(index).\(isHTML ? "html" : "txt")"))
    }
    return bytes
  }

  /// One page in twenty is an earlier one posted again, with other advertisements around it.
  private func page(_ index: Int, isHTML: Bool) -> String {
    let original = index % 20 == 19 ? index - 19 : index
    var prose = ScrapedProse(generator: SplitMix64(seed: UInt64(original + 1) &* 0x5851_F42D_4C95_7F2D), concepts: concepts)
    var around = ScrapedProse(generator: SplitMix64(seed: UInt64(index + 1) &* 0x1405_7B7E_F767_814F), concepts: concepts)
    var page: any ScrapedPage = isHTML ? WebPage() : TextPage(style: original % 5)
    page.begin("\(prose.name())面试题整理（\(original % 400 + 1)）", author: "author_\(original % 700)", &around)
    var number = 1
    while page.size < 18_500 {
      let concept = prose.concept()
      page.question(number, prose.title(of: concept))
      for block in prose.answer(to: concept) { page.add(block) }
      number += 1
    }
    return page.end(&around)
  }
}

protocol ScrapedPage {
  var size: Int { get }
  mutating func begin(_ title: String, author: String, _ around: inout ScrapedProse)
  mutating func question(_ number: Int, _ title: String)
  mutating func add(_ block: ScrapedProse.Block)
  mutating func end(_ around: inout ScrapedProse) -> String
}

/// A page saved as text: its markup is lost.
struct TextPage: ScrapedPage {
  let style: Int
  private var text = ""

  init(style: Int) { self.style = style }

  var size: Int { text.utf8.count }

  private mutating func line(_ line: String) { text += line + "\n" }

  mutating func begin(_ title: String, author: String, _ around: inout ScrapedProse) {
    line(title)
    if around.chance(oneIn: 2) { line("作者：\(author)") }
    if around.chance(oneIn: 3) { line("本文链接：https://blog.example.org/\(author)/article/details/\(around.number(100_000...999_999))") }
    if around.chance(oneIn: 4) { line("版权声明：本文为博主原创文章，遵循 CC 4.0 BY-SA 版权协议，转载请附上原文出处链接和本声明。") }
    line("")
  }

  mutating func question(_ number: Int, _ title: String) {
    let mark = ["\(number)、", "📦 ", "  1. ", "面试题\(number): ", "\(number / 10 + 1).\(number % 10 + 1) "][style]
    text += "\n\(mark)\(title)\n\n"
  }

  mutating func add(_ block: ScrapedProse.Block) {
    switch block {
    case .paragraph(let paragraph): line(paragraph)
    case .list(let items, let isOrdered):
      for (index, item) in items.enumerated() { line(isOrdered ? "  \(index + 1). \(item)" : style < 3 ? "  • \(item)" : "- \(item)") }
    case .code(let lines): for code in lines { line(code) }
    case .table(let rows): for row in rows { line(row.joined(separator: " ")) }
    case .formula(let formula): line("$\(formula)$")
    }
    if style < 2 { line("") }
  }

  mutating func end(_ around: inout ScrapedProse) -> String {
    for advertisement in Advertisement.tail(&around) { line(advertisement) }
    return text
  }
}

/// A page of a blog, its article box with an advertisement of its own, and menus around it.
struct WebPage: ScrapedPage {
  private var html = ""

  var size: Int { html.utf8.count }

  mutating func begin(_ title: String, author: String, _ around: inout ScrapedProse) {
    let links = (0..<12).map { _ in "<li><a href=\"/t/\(around.number(1...9_999))\">\(around.name())教程</a></li>" }.joined()
    html += """
      <!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>\(Self.escape(title)) - 示例博客</title>
      <meta name="author" content="\(author)"><link rel="canonical" href="https://blog.example.org/\(author)/\(around.number(1...99_999))">
      </head><body><div class="nav"><ul>\(Self.escape(links, keepsMarkup: true))</ul></div><div id="main"><article class="post-content">
      <h1>\(Self.escape(title))</h1><p class="meta">\(author) 发布于 2024-0\(around.number(1...9))-1\(around.number(0...9)) 阅读 \(around.number(9...9_999))</p>

      """
  }

  mutating func question(_ number: Int, _ title: String) { html += "<h2>\(number). \(Self.escape(title))</h2>\n" }

  mutating func add(_ block: ScrapedProse.Block) {
    switch block {
    case .paragraph(let paragraph): html += "<p>\(Self.escape(paragraph))</p>\n"
    case .list(let items, let isOrdered):
      let tag = isOrdered ? "ol" : "ul"
      html += "<\(tag)>\n" + items.map { "<li>\(Self.escape($0))</li>\n" }.joined() + "</\(tag)>\n"
    case .code(let lines):
      html += "<pre><code class=\"language-python\">\(Self.escape(lines.joined(separator: "\n")))</code></pre>\n"
    case .table(let rows):
      html += "<table>" + rows.map { "<tr>" + $0.map { "<td>\(Self.escape($0))</td>" }.joined() + "</tr>\n" }.joined() + "</table>\n"
    case .formula(let formula): html += "<p>$$\(Self.escape(formula))$$</p>\n"
    }
  }

  mutating func end(_ around: inout ScrapedProse) -> String {
    html += Advertisement.tail(&around).map { $0.isEmpty ? "" : "<p>\(Self.escape($0))</p>\n" }.joined()
    let related = (0..<10).map { _ in
      "<li><a href=\"/p/\(around.number(1...9_999))\">\(Self.escape(around.title(of: around.concept())))</a></li>"
    }
    html += "</article><div class=\"recommend-box\"><h3>相关推荐</h3><ul>\(related.joined())</ul></div></div>"
    return html + "<div class=\"footer\">示例博客 版权所有</div></body></html>\n"
  }

  private static func escape(_ text: String, keepsMarkup: Bool = false) -> String {
    let text = text.replacing("&", with: "&amp;")
    return keepsMarkup ? text : text.replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}

/// What stands below an article and is none of it.
enum Advertisement {
  static func tail(_ around: inout ScrapedProse) -> [String] {
    var lines = [""]
    if around.chance(oneIn: 2) {
      lines += [
        "想系统学习\(around.name())的同学，扫描下方二维码，免费领取\(around.number(20...99))G 学习资料", "添加助教微信，备注“资料”，拉你进交流群",
        "前 \(around.number(10...200)) 名报名还送一对一简历修改，名额有限，先到先得",
      ]
    }
    if around.chance(oneIn: 2) {
      lines += ["点赞 \(around.number(1...999))", "收藏 \(around.number(1...999))", "评论 \(around.number(0...99))", "分享到微信朋友圈"]
    }
    if around.chance(oneIn: 3) {
      lines += ["相关文章", ""]
      for _ in 0..<around.number(2...6) {
        lines += ["【\(around.name())】从入门到实战的完整教程", String(around.paragraph().prefix(98)) + "&#xff0c;…", ""]
      }
    }
    lines.append(
      "posted @ 2024-0\(around.number(1...9))-2\(around.number(0...9)) 阅读(\(around.number(1...999))) 评论(\(around.number(0...9))) 收藏 举报")
    return lines
  }
}
