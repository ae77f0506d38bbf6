/// Author and day as the page shows them beside its title.
struct Byline {
  let author: String?
  let date: String?

  private static let authorWords: Set<String> = ["author", "nickname", "username", "byline", "writer", "publisher"]
  private static let dateWords: Set<String> = ["time", "date", "published", "pubdate", "datetime", "publish"]

  /// Reads short elements between the title and the article, or around the title, that are called so.
  init(of tree: HTMLTree, title: PageTitle, content: MainContent) {
    var author: String?, date: String?
    let start = title.node ?? 1
    // Bylines stand near the title: not in the sidebar a thousand nodes later, and not in comments.
    let end = min(tree.count, (content.nodes.first.map { max($0, start) } ?? start) + 120)
    for node in max(1, start - 40)..<max(start, end) {
      let tag = tree.tag(node)
      guard tag != .text, tag != .script, tag != .style, tree.end(node) - node < 30 else { continue }
      if date == nil, tag == .time {
        date = tree.attribute("datetime", of: node).flatMap(CalendarDay.find) ?? CalendarDay.find(in: tree.textContent(node))
      }
      let names = ElementNames(of: node, in: tree)
      let property = tree.attribute("itemprop", of: node) ?? tree.attribute("rel", of: node) ?? ""
      if author == nil, property == "author" || names.name(withWordOf: Self.authorWords) != nil || names.names.contains("js_name") {
        author = Self.name(tree.textContent(node))
      }
      if date == nil, property == "datePublished" || names.name(withWordOf: Self.dateWords) != nil {
        date = CalendarDay.find(in: tree.textContent(node))
      }
    }
    (self.author, self.date) = (author, date)
  }

  /// A name is short and holds no sentence; a label before it goes.
  private static func name(_ text: String) -> String? {
    var name = text.collapsingSpace()
    for label in ["作者：", "作者:", "作者 ", "文 | ", "文｜", "来源：", "Author:", "By "] where name.hasPrefix(label) {
      name = name.dropFirst(label.count).trimmingSpace()
    }
    guard (1...24).contains(name.count), CalendarDay.find(in: name) == nil,
      !name.contains(where: { "，。！？：；,!?:;|".contains($0) })
    else { return nil }
    return ["关注", "作者", "编辑", "匿名", "登录", "注册"].contains(name) ? nil : name
  }
}
