internal import Diagnostics

/// The audit of one document as a web page: every line with its verdict, the rule, what it saw, and where the line went.
/// Everything from the document is escaped; the page has no script.
struct AuditPage {
  let document: NormalizedDocument
  /// Where each item went: path below the content folder, by the item's index.
  let destinations: [Int: String]
  let diagnostics: [Diagnostic]

  func html() -> String {
    var page = HTMLText()
    page.raw(Self.head)
    page.raw("<title>")
    page.text(document.document.path)
    page.raw("</title><style>\(Self.style)</style></head><body><p><a href=\"../index.html\">所有文档 · all documents</a></p><h1>")
    page.text(document.document.path)
    page.raw("</h1>")
    writeTotals(&page)
    writeProvenance(&page)
    for diagnostic in diagnostics {
      page.raw("<p class=\"fault\">")
      page.text("\(diagnostic.severity.rawValue): \(diagnostic.summary)")
      page.raw("</p>")
    }
    writeItems(&page)
    page.raw(Self.help)
    writeLines(&page)
    page.raw("</body></html>\n")
    return page.content
  }

  private func writeTotals(_ page: inout HTMLText) {
    var counts: [LineVerdict.Action: Int] = [:]
    for verdict in document.verdicts { counts[verdict.action, default: 0] += 1 }
    page.raw("<p class=\"totals\">")
    page.text("\(document.verdicts.count) 行 lines")
    for action in LineVerdict.Action.allCases {
      page.raw(" · <span class=\"\(action.rawValue)\">\(Self.names[action]!) \(counts[action] ?? 0)</span>")
    }
    page.raw("</p>")
  }

  private func writeProvenance(_ page: inout HTMLText) {
    let provenance = document.provenance
    let fields = [
      ("标题 title", provenance.title), ("作者 author", provenance.author), ("网址 address", provenance.url),
      ("许可 licence", provenance.licence), ("日期 date", provenance.published), ("站点 site", provenance.site),
    ]
    page.raw("<table class=\"provenance\">")
    for (name, value) in fields {
      page.raw("<tr><th>\(name)</th><td>")
      page.text(value ?? "—")
      page.raw("</td></tr>")
    }
    page.raw("</table>")
  }

  private func writeItems(_ page: inout HTMLText) {
    guard !document.items.isEmpty else { return }
    page.raw("<h2>问题与术语 items</h2><ol>")
    for (index, item) in document.items.enumerated() {
      page.raw("<li id=\"item-\(index)\"><a href=\"#L\(item.lines.lowerBound)\">\(item.lines.lowerBound)–\(item.lines.upperBound)</a> ")
      page.text(item.title)
      page.raw(" <small>\(item.kind.rawValue)\(item.answered ? "" : ", unanswered")</small>")
      if let destination = destinations[index] {
        page.raw(" → ")
        page.text(destination)
      }
      page.raw("</li>")
    }
    page.raw("</ol>")
  }

  private func writeLines(_ page: inout HTMLText) {
    page.raw("<h2>各行 lines</h2><table class=\"lines\"><thead><tr><th>行</th><th>判定 verdict</th><th>规则 rule · 依据 evidence</th>")
    page.raw("<th>文本 text</th><th>去向 to</th><th>改判 overrule</th></tr></thead><tbody>")
    var item = 0
    for (line, verdict) in zip(document.document.lines, document.verdicts) {
      while item < document.items.count, document.items[item].lines.upperBound < line.number { item += 1 }
      page.raw(
        "<tr id=\"L\(line.number)\" class=\"\(verdict.action.rawValue)\"><td>\(line.number)</td><td>\(Self.names[verdict.action]!)</td><td>"
      )
      page.text(verdict.rule)
      if !verdict.evidence.isEmpty {
        page.raw("<br><small>")
        page.text(verdict.evidence)
        page.raw("</small>")
      }
      page.raw("</td><td class=\"text\">")
      page.text(String(line.text.prefix(2000)))
      page.raw("</td><td>")
      if verdict.action == .keep, item < document.items.count, document.items[item].lines.contains(line.number) {
        page.raw("<a href=\"#item-\(item)\">\(item + 1)</a>")
      }
      page.raw("</td><td>")
      if verdict.action != .blank {
        page.raw("<code>\(verdict.action == .keep ? "strip" : "keep"): ")
        page.text("\(document.document.path):\(line.number)#\(ImportDecisions.lineName(line.text))")
        page.raw("</code>")
      }
      page.raw("</td></tr>")
    }
    page.raw("</tbody></table>")
  }

  static let names: [LineVerdict.Action: String] = [
    .keep: "保留 keep", .strip: "删除 strip", .meta: "出处 meta", .blank: "空行 blank",
  ]
  static let head = """
    <!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    """
  static let style = """
    body{font:15px/1.5 system-ui,sans-serif;margin:2em auto;max-width:90em;padding:0 1em}table{border-collapse:collapse}
    td,th{border:1px solid #ccc;padding:.2em .5em;text-align:left;vertical-align:top}.lines{width:100%}.text{white-space:pre-wrap;overflow-wrap:anywhere}
    code{font-size:.85em;overflow-wrap:anywhere;user-select:all}.strip{background:#fde8e8}.meta{background:#fdf6d8}.blank{color:#777}.fault{color:#a00}
    span.strip,span.meta,span.keep,span.blank{padding:0 .3em}tr:target{outline:2px solid #06c}
    """
  /// How to overrule, in both languages.
  static let help = """
    <h2>改判 how to overrule</h2><p>把「改判」一栏的内容写进 <code>Content/import.yml</code>，以后每次导入都以它为准。
    Put what the last column says into <code>Content/import.yml</code>; it wins on every later import. A range of lines
    is written <code>document:20-24</code>.</p><pre>keep:\n  - DOCUMENT:LINE#HASH\nstrip:\n  - DOCUMENT:LINE#HASH</pre>
    """
}
