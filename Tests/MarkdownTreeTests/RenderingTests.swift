import Diagnostics
import MarkdownTree
import Testing

func html(_ markdown: String) -> String {
  String(decoding: MarkdownTree.parse(markdown).tree.html(), as: UTF8.self)
}

@Suite struct RenderingTests {
  @Test func mendsEmphasisBesideChinesePunctuation() {
    #expect(html("**标题：**内容") == "<p><strong>标题：</strong>内容</p>\n")
    #expect(html("**注意力机制（attention）**是") == "<p><strong>注意力机制（attention）</strong>是</p>\n")
    #expect(html("他说**“重要”**的话") == "<p>他说<strong>“重要”</strong>的话</p>\n")
    #expect(html("~~删除。~~后文") == "<p><del>删除。</del>后文</p>\n")
  }

  @Test func givesHeadingsIdsAndALevelBelowTheTitle() {
    #expect(html("# 什么是 LoRA？\n\n## A b") == "<h2 id=\"什么是-lora\">什么是 LoRA？</h2>\n<h3 id=\"a-b\">A b</h3>\n")
  }

  @Test func makesNoHeadingOfAnEmptyCorner() {
    #expect(html("| | a |\n|---|---|\n| b | c |").contains("<tr>\n<td></td>\n<th>a</th>\n</tr>"))
  }

  @Test func protectsFormulas() {
    #expect(html("设 $a*b*c_d_$ 与") == "<p>设 <code class=\"math\">a*b*c_d_</code> 与</p>\n")
    #expect(
      html("$$\nL = a\n- b\n$$\n后文")
        == "<div class=\"formula\"><code class=\"math display\">L = a\n- b</code></div>\n<p>后文</p>\n")
  }

  @Test func endsAddressesAtChinesePunctuation() {
    #expect(
      html("见 https://arxiv.org/abs/1。后文")
        == "<p>见 <a href=\"https://arxiv.org/abs/1\" rel=\"noopener\">https://arxiv.org/abs/1</a>。后文</p>\n")
  }

  @Test func readsWikiLinks() {
    #expect(html("[[lora|低秩适配]]，[[x]]") == "<p><a href=\"lora\">低秩适配</a>，<a href=\"x\">x</a></p>\n")
    #expect(html("[[lora\\|低秩]]") == "<p><a href=\"lora\">低秩</a></p>\n")
    #expect(html("| a |\n| - |\n| [[lora\\|低秩]] |").contains("<a href=\"lora\">低秩</a>"))
    #expect(html("`[[x]]`") == "<p><code>[[x]]</code></p>\n")
  }
}
