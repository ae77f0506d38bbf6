import Diagnostics
import Testing

@testable import MarkdownTree

@Suite struct SpacingTests {
  private func html(_ markdown: String) -> String {
    let file = SourceFile(path: "a.md", text: markdown)
    let (tree, _) = MarkdownTree.parse(file, body: 0..<file.bytes.count)
    let bytes = tree.html(renderMath: { tex, _ in Array("<math>\(tex)</math>".utf8) }, isSpaced: true)
    return String(decoding: bytes, as: UTF8.self).replacing("<span class=\"gap\"></span>", with: "|").replacing("\n", with: "")
      .replacing("<span class=\"nobr\">", with: "{").replacing("</span>", with: "}").replacing("<p>", with: "").replacing("</p>", with: "")
  }

  @Test(arguments: [
    ("用LoRA微调", "用|LoRA|微调"),
    ("用 LoRA 微调", "用 LoRA 微调"),
    ("用**LoRA**微调", "用<strong>|LoRA</strong>|微调"),
    ("共7层，每层α份", "共|7|层，每层|α|份"),
    ("调用`f`函数", "调用<code>f</code>函数"),
    ("第1章——Intro", "第|1|章——Intro"),
    ("only Latin 1 text", "only Latin 1 text"),
  ])
  func putsAGapBetweenHanAndLatinThatTouch(markdown: String, expected: String) {
    #expect(html(markdown) == expected)
  }

  @Test(arguments: [
    ("占 7 GB 显存", "占 {7 GB} 显存"),
    ("约 3.2 GB/s。", "约 {3.2 GB/s}。"),
    ("用了 4,096 MB", "用了 {4,096 MB}"),
    ("共 4096 个", "共 4096 个"),
    ("GPT 4 was", "GPT 4 was"),
    ("7 Good", "7 Good"),
    ("v2 GB", "v2 GB"),
  ])
  func keepsANumberWithItsUnit(markdown: String, expected: String) {
    #expect(html(markdown) == expected)
  }

  @Test(arguments: [
    ("网络（$x$）中", "网络{（<math>x</math>）}中"),
    ("为 $x$，即", "为 {<math>x</math>，}即"),
    ("（$x$ 和", "{（<math>x</math>} 和"),
    ("是 $x$ 和 $y$", "是 <math>x</math> 和 <math>y</math>"),
    ("有 $x$、$y$。", "有 {<math>x</math>、}{<math>y</math>。}"),
    ("$x$", "<math>x</math>"),
  ])
  func keepsAFormulaWithItsPunctuation(markdown: String, expected: String) {
    #expect(html(markdown) == expected)
  }

  @Test func changesNoTextAndClosesWhatItOpens() {
    let pieces = ["中", "a", "1", " ", "GB", "$x$", "，", "（", "**", "`c`", "[文](u)", "。", ")", "\n", "é", "𠀀", "😀"]
    var state: UInt64 = 42
    for _ in 0..<300 {
      var markdown = ""
      for _ in 0..<12 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        markdown += pieces[Int(state >> 33) % pieces.count]
      }
      let file = SourceFile(path: "a.md", text: markdown)
      let (tree, _) = MarkdownTree.parse(file, body: 0..<file.bytes.count)
      let plain = String(decoding: tree.html(), as: UTF8.self), spaced = String(decoding: tree.html(isSpaced: true), as: UTF8.self)
      let bare = spaced.replacing("<span class=\"gap\"></span>", with: "").replacing("<span class=\"nobr\">", with: "").replacing(
        "</span>", with: "")
      #expect(bare == plain, "\(markdown)")
      #expect(spaced.components(of: "<span") == spaced.components(of: "</span>"), "\(markdown)")
    }
  }
}

extension String {
  fileprivate func components(of text: String) -> Int { ranges(of: text).count }
}
