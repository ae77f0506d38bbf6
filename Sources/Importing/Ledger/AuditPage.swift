internal import Diagnostics

/// The audit of one document as a web page: every line with its verdict, the rule, what it saw, and where the line went.
/// Everything from the document is escaped; the page has no script.
struct AuditPage {
  let document: NormalizedDocument
  /// Where each item went: path below the content folder, by the item's index.
  let destinations: [Int: String]
  /// Where went what is kept of no item.
  var sourcePage: String?
  /// What each item is one question with, by the item's index.
  var merges: [Int: MergedQuestion] = [:]
  let diagnostics: [Diagnostic]

  func html() -> String {
    var page = HTMLText()
    page.raw(AuditStyle.head)
    page.raw("<title>")
    page.text(document.document.path)
    page.raw("</title></head><body><p><a href=\"../index.html\">所有文档 · all documents</a></p><h1>")
    page.text(document.document.path)
    page.raw("</h1>")
    writeProvenance(&page)
    for diagnostic in diagnostics {
      page.raw("<p class=\"fault\">")
      page.text("\(diagnostic.severity.rawValue): \(diagnostic.summary)")
      page.raw("</p>")
    }
    writeItems(&page)
    page.raw(AuditStyle.help)
    writeTotals(&page)
    writeLines(&page)
    page.raw("</body></html>\n")
    return page.content
  }

  private func writeProvenance(_ page: inout HTMLText) {
    let provenance = document.provenance
    let fields = [
      ("标题 title", provenance.title), ("作者 author", provenance.author), ("网址 address", provenance.url),
      ("许可 licence", provenance.licence), ("日期 date", provenance.published), ("站点 site", provenance.site),
    ]
    page.raw("<dl>")
    for (name, value) in fields {
      page.raw("<div><dt>\(name)</dt><dd>")
      page.text(value ?? "—")
      page.raw("</dd></div>")
    }
    page.raw("</dl>")
  }

  private func writeItems(_ page: inout HTMLText) {
    guard !document.items.isEmpty else { return }
    page.raw("<details><summary>\(document.items.count) 个条目 items</summary><ol>")
    for (index, item) in document.items.enumerated() {
      page.raw("<li><a href=\"#item-\(index)\">")
      page.text(item.title)
      page.raw("</a> <small>\(item.lines.lowerBound)–\(item.lines.upperBound)\(item.answered ? "" : " · 未答 unanswered")</small></li>")
    }
    page.raw("</ol></details>")
  }

  /// The totals stay at the top of the window; each hides its lines and shows them again.
  private func writeTotals(_ page: inout HTMLText) {
    var counts: [LineVerdict.Action: Int] = [:]
    let lines = document.judgedLines
    for (_, verdict) in lines { counts[verdict.action, default: 0] += 1 }
    page.raw("<p class=\"totals\">\(lines.count) 行 lines")
    for action in LineVerdict.Action.allCases {
      page.raw(" <label class=\"\(action.rawValue)\"><input type=\"checkbox\" id=\"show-\(action.rawValue)\" checked>")
      page.raw(" \(AuditStyle.names[action]!) <b>\(counts[action] ?? 0)</b></label>")
    }
    page.raw("</p>")
  }

  private func writeLines(_ page: inout HTMLText) {
    page.raw("<table class=\"lines\"><thead><tr><th>行 line</th><th>文本 text</th><th>规则 rule · 依据 evidence</th>")
    page.raw("<th>改判 overrule</th></tr></thead><tbody>")
    var item = 0, shown = 0
    for (line, verdict) in document.judgedLines {
      while item < document.items.count, document.items[item].lines.upperBound < line.number { item += 1 }
      // Of several items that share a line each is named; the lines go into the last.
      while shown < document.items.count, document.items[shown].lines.lowerBound <= line.number {
        writeDestination(of: shown, &page)
        shown += 1
      }
      let isOutside = item == document.items.count || !document.items[item].lines.contains(line.number)
      page.raw("<tr id=\"L\(line.number)\" class=\"\(verdict.action.rawValue)")
      page.raw("\(verdict.action == .keep && isOutside ? " outside" : "")\"><td>\(line.number)</td><td class=\"text\">")
      page.text(String(line.text.prefix(2000)))
      page.raw("</td><td>")
      if verdict.action != .blank { page.text("\(verdict.action.rawValue) · \(verdict.rule)") }
      if !verdict.evidence.isEmpty {
        page.raw(" <small>")
        page.text(verdict.evidence)
        page.raw("</small>")
      }
      if verdict.action == .keep, isOutside, let sourcePage {
        page.raw(" <small>→ <code>")
        page.text(sourcePage)
        page.raw("</code></small>")
      }
      page.raw("</td><td>")
      // What the page hides is no text of it, and nothing brings it there.
      if verdict.action != .blank, line.number <= document.document.lines.count { writeOverrule(of: line, verdict, &page) }
      page.raw("</td></tr>")
    }
    page.raw("</tbody></table>")
  }

  /// Above the lines of an item: what it is, and the file that they went into.
  private func writeDestination(of index: Int, _ page: inout HTMLText) {
    let item = document.items[index]
    page.raw("<tr class=\"item\" id=\"item-\(index)\"><td></td><td colspan=\"3\"><b>")
    page.text(item.title)
    page.raw("</b> <small>\(item.kind.rawValue)\(item.answered ? "" : " · 未答 unanswered")</small>")
    if let destination = destinations[index] {
      page.raw(" → <code>")
      page.text(destination)
      page.raw("</code>")
    }
    if let merge = merges[index] { writeMerge(merge, of: index, &page) }
    page.raw("</td></tr>")
  }

  /// Which other items are the same question, and why.
  private func writeMerge(_ merge: MergedQuestion, of index: Int, _ page: inout HTMLText) {
    page.raw("<br><small>合为一问 one question with ")
    let others = merge.members.filter { $0.document != document.document.path || $0.item != index }
    for (place, other) in others.enumerated() {
      if place > 0 { page.raw(", ") }
      page.text("\(other.document):\(other.line) “\(other.title)”")
    }
    page.text(" · \(merge.reason)")
    page.raw("</small>")
  }

  private func writeOverrule(of line: ScrapedLine, _ verdict: LineVerdict, _ page: inout HTMLText) {
    let name = "\(document.document.path):\(line.number)#\(ImportDecisions.lineName(line.text))"
    page.raw("\(verdict.action == .keep ? "strip:" : "keep:") <code>")
    page.text("- \(FrontMatterText.scalar(name))")
    page.raw("</code>")
  }
}
