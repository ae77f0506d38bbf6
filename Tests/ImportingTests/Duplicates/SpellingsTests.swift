import Testing

@testable import Importing

/// Words that are written otherwise than they are read.
@Suite struct SpellingsTests {
  @Test(arguments: [
    ("甚麼是演算法", "什么是算法"),
    ("Python 程式碼如何優化字串", "Python 代码如何優化字符串"),
    ("快取與記憶體的區別", "缓存與内存的區別"),
    // Simplified text has these characters side by side, and not these words.
    ("数字串怎么匹配", "数字串怎么匹配"),
    ("媒介面临的问题", "媒介面临的问题"),
    ("方程式怎么解", "方程式怎么解"),
    ("", ""),
  ])
  func readsWordsOfTraditionalText(title: String, read: String) {
    #expect(Spellings.standard.read(title[...]) == read)
  }
}
