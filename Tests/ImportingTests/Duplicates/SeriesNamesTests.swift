import Testing

@testable import Importing

/// Names of one series that a title writes together.
@Suite struct SeriesNamesTests {
  @Test(arguments: [
    ("ZeRO-1/2/3 的区别", "ZeRO-1、ZeRO-2、ZeRO-3 的区别"),
    ("k1/2 估计", "k1、k2 估计"),
    ("L1/L2 正则", "L1/L2 正则"),
    ("1/2 的概率", "1/2 的概率"),
    ("HTTP/2 和 HTTP/3", "HTTP/2 和 HTTP/3"),
    ("TLS1.2/3", "TLS1.2/3"),
    ("select/poll/epoll", "select/poll/epoll"),
    ("k1 / 2", "k1 / 2"),
    ("k1/", "k1/"),
    ("", ""),
  ])
  func spellsNamesOfASeries(title: String, spelled: String) {
    #expect(SeriesNames.spelled(title[...]) == spelled)
  }
}
