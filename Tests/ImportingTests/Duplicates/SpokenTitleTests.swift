import Testing

@testable import Importing

/// Titles as people say them, and names that are glossed or met somewhere.
@Suite struct SpokenTitleTests {
  @Test(arguments: [
    ("跳表你了解吗，原理是啥", "跳表的原理"),
    ("什么是进程和线程，二者有什么区别", "进程和线程的区别"),
    ("你们项目里为啥要用 Redis", "为什么要用 Redis"),
    ("排序算法说几个", "排序算法有哪些"),
    ("分块预填充技术（chunked prefill）是什么", "什么是 chunked prefill"),
    ("select 和 poll 有啥区别", "poll 跟 select 的区别"),
    ("Java 里重载和重写的区别", "重载与重写有什么不同"),
    ("LightGBM 相比 XGBoost 做了哪些改进", "XGBoost 和 LightGBM 的区别"),
    ("Redis 命中率低怎么优化", "如何提升 Redis 命中率"),
    ("垃圾回收的过程讲一下", "垃圾回收的流程是什么"),
  ])
  func takesPhrasingsForOne(first: String, second: String) {
    #expect(DuplicateRecognizerTests.groups([first, second]).count == 1)
  }

  @Test(arguments: [
    // A lower-case name amid Han characters was no name, and so had no direction.
    ("Python 怎么把 list 转成 set", "Python 怎么把 set 转成 list"),
    ("Java 中接口和抽象类的区别", "C# 中接口和抽象类的区别"),
    ("RoBERTa 对 BERT 做了哪些改进", "BERT 对 RoBERTa 做了哪些改进"),
    ("跳表你了解吗，原理是啥", "跳表你了解吗，有哪些应用场景"),
    ("什么是跳表", "跳表的原理"),
    ("什么是进程和线程", "进程和线程的区别"),
    ("类加载", "类加载过程"),
    ("注意力（flash attention）是什么", "注意力是什么"),
    ("C++ 引用是什么", "C++ 是什么"),
  ])
  func keepsQuestionsApart(first: String, second: String) {
    #expect(DuplicateRecognizerTests.groups([first, second]).isEmpty)
  }
}
