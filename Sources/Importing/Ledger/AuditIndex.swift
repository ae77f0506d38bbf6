internal import Diagnostics

/// The first page of an audit: all documents with their totals, images, and what could not be read.
struct AuditIndex {
  struct Row: Sendable {
    let document: String
    /// Name of the document's page.
    let page: String
    let counts: [LineVerdict.Action: Int]
    /// Kept lines that belong to no item: the page of the source holds them.
    let outside: Int
    let items: Int
    let images: [ImportedSource.Image]
    /// Rules that stripped lines, with how many.
    let rules: [String: Int]
  }

  let rows: [Row]
  var merges: [MergedQuestion] = []
  let diagnostics: [Diagnostic]

  func html() -> String {
    var page = HTMLText()
    page.raw(AuditStyle.head)
    page.raw("<title>导入审计 · import audit</title></head><body><h1>导入审计 · import audit</h1>")
    writeDiagnostics(&page)
    page.raw("<table class=\"list\"><thead><tr><th>文档 document</th><th></th>")
    for action in LineVerdict.Action.allCases { page.raw("<th>\(AuditStyle.names[action]!)</th>") }
    page.raw("<th>保留而不属条目 kept outside items</th><th>条目 items</th></tr></thead><tbody>")
    for row in rows {
      page.raw("<tr><td><a href=\"pages/\(row.page)\">")
      page.text(row.document)
      page.raw("</a></td><td>")
      writeShares(row, &page)
      page.raw("</td>")
      for action in LineVerdict.Action.allCases { page.raw("<td class=\"number\">\(row.counts[action] ?? 0)</td>") }
      page.raw("<td class=\"number\">\(row.outside)</td><td class=\"number\">\(row.items)</td></tr>")
    }
    writeTotals(&page)
    page.raw("</tbody></table>")
    writeRules(&page)
    writeMerges(&page)
    writeImages(&page)
    page.raw(AuditStyle.help)
    page.raw("</body></html>\n")
    return page.content
  }

  private func writeTotals(_ page: inout HTMLText) {
    page.raw("<tr><th>合计 total</th><td></td>")
    for action in LineVerdict.Action.allCases {
      page.raw("<td class=\"number\">\(rows.reduce(0) { $0 + ($1.counts[action] ?? 0) })</td>")
    }
    page.raw("<td class=\"number\">\(rows.reduce(0) { $0 + $1.outside })</td>")
    page.raw("<td class=\"number\">\(rows.reduce(0) { $0 + $1.items })</td></tr>")
  }

  /// What became of the lines that are not blank, as a bar.
  private func writeShares(_ row: Row, _ page: inout HTMLText) {
    let inked = LineVerdict.Action.allCases.filter { $0 != .blank }.map { ($0, row.counts[$0] ?? 0) }
    let total = inked.reduce(0) { $0 + $1.1 }
    guard total > 0 else { return }
    page.raw("<div class=\"bar\">")
    for (action, count) in inked { page.raw("<i class=\"\(action.rawValue)\" style=\"width:\(count * 1000 / total / 10)%\"></i>") }
    page.raw("</div>")
  }

  private func writeRules(_ page: inout HTMLText) {
    var totals: [String: Int] = [:]
    for row in rows { totals.merge(row.rules, uniquingKeysWith: +) }
    guard !totals.isEmpty else { return }
    page.raw("<h2>规则 rules</h2><table class=\"list\">")
    for (rule, count) in totals.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      page.raw("<tr><td>")
      page.text(rule)
      page.raw("</td><td class=\"number\">\(count)</td></tr>")
    }
    page.raw("</table>")
  }

  /// Questions that became one page, with the reason.
  private func writeMerges(_ page: inout HTMLText) {
    guard !merges.isEmpty else { return }
    let pages = Dictionary(rows.map { ($0.document, $0.page) }) { first, _ in first }
    page.raw("<h2>合并的问题 merged questions</h2><table class=\"list\"><tr><th>页面 page</th><th>问法 asked as</th><th>理由 reason</th></tr>")
    for merge in merges {
      page.raw("<tr><td><code>")
      page.text(merge.path)
      page.raw("</code></td><td>")
      for member in merge.members {
        page.text(member.title)
        page.raw(" <small>")
        if let name = pages[member.document] { page.raw("<a href=\"pages/\(name)#item-\(member.item)\">") }
        page.text("\(member.document):\(member.line)")
        if pages[member.document] != nil { page.raw("</a>") }
        page.raw("</small><br>")
      }
      page.raw("</td><td>")
      page.text(merge.reason)
      page.raw("</td></tr>")
    }
    page.raw("</table>")
  }

  private func writeDiagnostics(_ page: inout HTMLText) {
    guard !diagnostics.isEmpty else { return }
    page.raw("<h2>问题 problems</h2><ul class=\"fault\">")
    for diagnostic in diagnostics.sorted() {
      page.raw("<li>")
      page.text("\(diagnostic.location?.path ?? ""): \(diagnostic.severity.rawValue): \(diagnostic.summary)")
      page.raw("</li>")
    }
    page.raw("</ul>")
  }

  /// Images stay where they are: the list says which would have to be fetched or copied.
  private func writeImages(_ page: inout HTMLText) {
    guard rows.contains(where: { !$0.images.isEmpty }) else { return }
    page.raw(
      "<h2>图片 images</h2><table class=\"list\"><tr><th>文档 document</th><th>行 line</th><th>状态 state</th><th>地址 address</th><th>说明 alt</th></tr>"
    )
    for row in rows {
      for image in row.images {
        let isRemote = image.address.hasPrefix("http://") || image.address.hasPrefix("https://")
        page.raw("<tr><td>")
        page.text(row.document)
        page.raw("</td><td><a href=\"pages/\(row.page)#L\(image.line)\">\(image.line)</a></td><td>")
        page.raw(isRemote ? "远程 remote, missing here" : "本地 local")
        page.raw("</td><td>")
        page.text(image.address)
        page.raw("</td><td>")
        page.text(image.alternative)
        page.raw("</td></tr>")
      }
    }
    page.raw("</table>")
  }
}
