import FileSystem
import Foundation
import Testing

@testable import Importing

@Suite struct LocalImageTests {
  @Test func copiesImagesThatLieBesideThePage() async throws {
    let folder = try ImportFolder([
      "a.html": """
      <title>词表图示</title><article><h2>1. 什么是词表扩充？</h2><p>词表扩充是在已有词表里加入新词元的做法，新的向量需要继续训练才能使用。</p>
      <p><img src="img/one two.png" alt="结构"></p><p><img src="img/none.png"></p><p><img src="../secret.png"></p>
      <p><img src="%2e%2e/secret.png"></p><p><img src="img/out.png"></p>
      <p>行内<img src="img/b.jpg" alt="图">也有。</p></article>
      """,
      "img/one two.png": "1", "img/b.jpg": "2",
    ])
    try folder.write("secret", to: "secret.png")
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/scrapes/img/out.png", withDestinationPath: "../../secret.png")
    try await folder.importAll()
    let text = try folder.read("Content/questions/" + (try #require(try folder.questions().first)))
    #expect(text.contains("![结构](../assets/ci-biao-tu-shi/one-two.png)"))
    #expect(text.contains("行内![图](../assets/ci-biao-tu-shi/b.jpg)也有"))
    #expect(text.contains("img/none.png"))
    #expect(try Folder.files(below: folder.content + "/assets").map(\.path) == ["ci-biao-tu-shi/b.jpg", "ci-biao-tu-shi/one-two.png"])
    let before = try folder.snapshot()
    try await folder.importAll()
    #expect(try folder.snapshot() == before)
  }

  @Test func leavesPicturesAloneThatAPersonChangedOrRemoved() async throws {
    let page = "<title>词表图示</title><article><h2>1. 什么是词表扩充？</h2><p>词表扩充是在已有词表里加入新词元的做法。</p>"
    let folder = try ImportFolder([
      "a.html": page + "<p><img src='a.png'></p><p><img src='b.png'></p><p><img src='c.png'></p></article>", "b.txt": ReimportTests.second,
      "a.png": "1", "b.png": "2", "c.png": "3",
    ])
    try await folder.importAll()
    let copies = "Content/assets/ci-biao-tu-shi/"
    try folder.write("mine", to: copies + "a.png")
    try File.remove(folder.path + "/" + copies + "b.png")
    try await folder.importAll(["scrapes/b.txt"])
    for (name, bytes) in [("a.png", "4"), ("c.png", "5")] { try folder.write(bytes, to: "scrapes/" + name) }
    try await folder.importAll()
    #expect(try folder.read(copies + "a.png") == "mine")
    #expect(!File.exists(folder.path + "/" + copies + "b.png"))
    #expect(try folder.read(copies + "c.png") == "5")
  }
}
