import HanText
import Testing

@Suite struct HanTextTests {
  @Test(arguments: [
    ("注意力 LoRA", ["zhu", "yi", "li", "lora"]), ("长度外推", ["chang", "du", "wai", "tui"]),
    ("重复惩罚", ["chong", "fu", "cheng", "fa"]), ("绿色", ["lv", "se"]),
  ])
  func readsWordsOfTheField(text: String, expected: [String]) {
    #expect(Pinyin.syllables(of: text) == expected)
  }

  @Test(arguments: [
    ("注意力 LoRA", ["zhù", "yì", "lì", "lora"]), ("长度外推", ["cháng", "dù", "wài", "tuī"]), ("绿色", ["lǜ", "sè"]),
    ("校准", ["jiào", "zhǔn"]), ("数据去重", ["shù", "jù", "qù", "chóng"]),
  ])
  func marksTones(text: String, expected: [String]) {
    #expect(Pinyin.markedSyllables(of: text) == expected)
  }

  @Test(arguments: [
    ("什么是 LoRA？", "shen-me-shi-lora"), ("ＧＰＴ－４", "gpt-4"), ("😀", ""), ("../../etc", "etc"), ("Über naïve Bücher", "uber-naive-bucher"),
    ("Straße", "strasse"),
  ])
  func makesReadableSlugs(title: String, expected: String) {
    #expect(Slug.make(from: title) == expected)
  }

  @Test func endsLongSlugsAtASyllable() {
    let slug = Slug.make(from: String(repeating: "注意", count: 100))
    #expect(slug.utf8.count <= Slug.maximumLength && !slug.hasSuffix("-"))
  }

  @Test func foldsWidths() {
    #expect(WidthFolding.fold("ＡＢ：１　①") == "AB:1 ①")
  }
}
