import ContentModel
import FileSystem
import Foundation
import Testing

@testable import SitePictures

/// A picture that counts how often it is drawn.
private struct Counted: SitePicture {
  final class Count: @unchecked Sendable { var value = 0 }
  let name: String
  let count: Count
  var path: String { "assets/cards/\(name).png" }
  func png() -> [UInt8]? {
    count.value += 1
    return name.isEmpty ? nil : Array(name.utf8)
  }
  static func == (left: Counted, right: Counted) -> Bool { left.name == right.name }
  func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

@Suite struct PictureStoreTests {
  private let folder = NSTemporaryDirectory() + "ciyuan-pictures-" + UUID().uuidString
  private let count = Counted.Count()
  private func picture(_ name: String) -> Counted { Counted(name: name, count: count) }

  @Test func drawsAPictureOnce() throws {
    defer { try? Folder.remove(folder) }
    for _ in 0..<3 {
      let file = try #require(PictureStore(folder: folder).file(for: picture("a")))
      #expect(file.path == "assets/cards/a.png" && file.bytes == Array("a".utf8))
    }
    #expect(count.value == 1)
    #expect(PictureStore(folder: folder).file(for: picture("")) == nil)
  }

  @Test func drawsAgainWhatWasTakenAway() throws {
    let file = try #require(PictureStore(folder: folder).file(for: picture("a")))
    try Folder.remove(folder)
    #expect(file.bytes == Array("a".utf8))
  }

  @Test func drawsWhereNothingCanBeKept() throws {
    let file = PictureStore(folder: "/proc/no-such-folder").file(for: picture("a"))
    #expect(file?.bytes == Array("a".utf8))
  }

  @Test func keepsThePicturesOfTheSiteAlone() throws {
    defer { try? Folder.remove(folder) }
    let store = PictureStore(folder: folder)
    let files = ["a", "b", "c"].compactMap { store.file(for: picture($0)) }
    store.keep([files[1]])
    #expect(try Folder.files(below: folder).map(\.path) == ["b.png"])
  }
}
