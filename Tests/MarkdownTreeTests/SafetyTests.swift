import Diagnostics
import MarkdownTree
import Testing

@Suite struct SafetyTests {
  func rules(_ markdown: String) -> [String] { MarkdownTree.parse(markdown).diagnostics.map(\.rule) }

  @Test(arguments: [
    "javascript:alert(1)", "JavaScript:alert(1)", "javascript&colon;alert(1)", "java&#10;script:alert(1)",
    "&#1;javascript:alert(1)", "data:text/html;base64,xx", "vbscript:x", "file:///etc/passwd", "unknown:x",
    "%6Aavascript&#58;alert(1)".replacing("%6A", with: "j"),
  ])
  func refusesAddress(address: String) {
    #expect(html("[a](<\(address)>)") == "<p>a</p>\n")
    #expect(html("![a](<\(address)>)") == "<p>a</p>\n")
    #expect(rules("[a](<\(address)>)") == ["unsafe-link"])
  }

  @Test func keepsOrdinaryAddresses() {
    for address in ["a.md", "../a/", "#b", "/a:b", "?q=a:b", "mailto:a@b.cc", "tel:+1", "./a:b", "第一章:概述"] {
      #expect(rules("[a](\(address))").isEmpty, "\(address)")
    }
  }

  @Test func showsRawHTMLAsText() {
    #expect(html("a <b onclick=x>c</b>") == "<p>a &lt;b onclick=x&gt;c&lt;/b&gt;</p>\n")
    #expect(html("<script>\nalert(1)\n</script>\n") == "<pre class=\"html\">&lt;script&gt;\nalert(1)\n&lt;/script&gt;\n</pre>\n")
    // Once for a tag and its end.
    #expect(rules("<div>\n\n</div>") == ["raw-html"])
    #expect(rules("</div>") == ["raw-html"])
    let places = MarkdownTree.parse("a <b>c</b> d <b>e</b>").diagnostics.map { $0.location?.column }
    #expect(places == [3, 14])
  }

  @Test func dropsCommentsAndKeepsLineBreaks() {
    #expect(html("a<!-- b -->c\n\n<!-- d\n\ne -->\n\nf<br>g") == "<p>ac</p>\n<p>f<br />\ng</p>\n")
    #expect(rules("a<!-- b -->c").isEmpty)
  }

  @Test func escapesEverythingInAttributes() {
    #expect(
      html("[a](x\"onclick=y 't\"u')")
        == "<p><a href=\"x%22onclick=y\" title=\"t&quot;u\">a</a></p>\n")
    #expect(html("```\"><script>\nx\n```") == "<pre><code class=\"language-&quot;&gt;&lt;script&gt;\">x\n</code></pre>\n")
    #expect(html("![\"><b>](x)") == "<p><img src=\"x\" alt=\"&quot;&gt;&lt;b&gt;\" loading=\"lazy\" decoding=\"async\" /></p>\n")
    #expect(html("# \"<b>").hasPrefix("<h2 id=\"b\">"))
  }
}
