import ContentModel
import FileSystem
import Foundation
import Testing

@testable import SitePictures

/// Cards as they are drawn with the fonts of this machine (Debian's fonts-noto-cjk).
@Suite struct SocialCardTests {
  static let colours = SocialCard.Colours(paper: 0xFBFAF6, ink: 0x1E1C19, soft: 0x5D574D, accent: 0x22527F, brand: 0x9A2F18)
  static let icon = Array(
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'><rect width='8' height='8' fill='#9a2f18'/></svg>".utf8)

  private func card(_ title: String, _ language: String = "zh", second: String? = nil) -> SocialCard {
    SocialCard(
      title: .init(title, language), second: second.map { .init($0, language == "zh" ? "en" : "zh") }, kind: .init("术语", "zh"),
      site: .init("词元", "zh"), colours: Self.colours, icon: Self.icon)
  }

  /// Width, height, bit depth and colour type of a PNG, whose chunks bear the right sums.
  private func header(_ png: [UInt8]) throws -> [Int] {
    #expect(png.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
    func number(_ place: Int) -> Int { png[place..<place + 4].reduce(0) { $0 << 8 | Int($1) } }
    try #require(png.count > 33)
    return [number(16), number(20), Int(png[24]), Int(png[25])]
  }

  @Test func drawsACardOfTheSizeThatReadersOfOpenGraphExpect() throws {
    let png = try #require(card("注意力机制", second: "Attention").png())
    #expect(try header(png) == [1200, 630, 4, 3])
    #expect(png.count < 40_000)
  }

  @Test func drawsTheSameBytesOnEveryThread() async throws {
    let card = card("为什么大语言模型多采用仅解码器架构？", second: "Why are most large language models decoder-only?")
    let all = await ParallelMap.run(Array(repeating: card, count: 40), threads: 4) { $0.png() }
    #expect(Set(all).count == 1 && all[0] != nil)
  }

  @Test func showsMarkupAsItIsWritten() throws {
    // As markup, the first two would show the same, and the third could not be read.
    let pictures = ["<b>x</b>", "x", "&amp;", "&", "</svg><script>"].map { card($0, "en").png() }
    #expect(pictures.allSatisfy { $0 != nil } && Set(pictures).count == pictures.count)
  }

  @Test(arguments: ["长", "long words ", "x"]) func shrinksAndCutsWhatIsTooLong(part: String) throws {
    let long = try #require(card(String(repeating: part, count: 100_000)).png())
    #expect(try header(long) == [1200, 630, 4, 3])
    // Nothing is drawn beyond the frame: the rows at the edges are those of any card.
    #expect(card(String(repeating: part, count: 100_000)).path == card(String(repeating: part, count: 200_000)).path)
  }

  @Test func setsNoTitleInALineOfOneCharacter() {
    guard let canvas = Canvas(width: 1200, height: 630, ground: 0xFFFFFF) else {
      Issue.record("a library is missing: \(Canvas.missingLibrary ?? "")")
      return
    }
    let text = canvas.text(.init("大语言模型的推理为什么受内存带宽限制", "zh"), .serif, weight: 700)
    let plain = text.set(size: 57, width: 928, lines: 3)
    let balanced = text.fit(sizes: [57], width: 928, height: 400, lines: 3)
    #expect(plain.lines == 2 && balanced.lines == 2)
    #expect(balanced.width < 0.65 * 928, "the first line is \(balanced.width) wide")
  }

  /// U+10FFFE is no character, and no font has it.
  @Test func drawsNoCardWithACharacterThatNoFontHas() {
    #expect(card("a\u{10FFFE}b").png() == nil)
    #expect(card("a", second: "\u{10FFFE}").png() == nil)
  }

  @Test func takesBreaksAndControlsForSpaces() {
    #expect(SocialCard.Line("a\n\u{0}\u{2028} b", "en").text == "a b")
  }

  @Test func namesACardForAllThatIsDrawn() {
    var cards = [card("a"), card("b"), card("a", "en"), card("a", second: "c")]
    cards.append(card("a"))
    cards[4].colours = .init(paper: 0, ink: 1, soft: 2, accent: 3, brand: 4)
    cards.append(card("a"))
    cards[5].icon = []
    #expect(Set(cards.map(\.path)).count == cards.count)
  }

  @Test func drawsTheSignOnAGroundWithoutCorners() throws {
    let png = try #require(SiteIcon(side: 192, svg: Self.icon, ground: 0x9A2F18).png())
    #expect(try header(png)[..<2] == [192, 192])
    #expect(SiteIcon(side: 192, svg: Array("no picture".utf8), ground: 0).png() == nil)
  }

  /// A theme's SVG is drawn by itself: what it names elsewhere is not read.
  @Test func readsNoOtherFileForASign() throws {
    let file = NSTemporaryDirectory() + "ciyuan-sign-\(UUID().uuidString).svg"
    try File.write(
      Array("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'><rect width='8' height='8' fill='#fff'/></svg>".utf8), to: file)
    defer { try? File.remove(file) }
    let svg =
      "<svg xmlns='http://www.w3.org/2000/svg' xmlns:x='http://www.w3.org/1999/xlink' viewBox='0 0 8 8'><image x:href='file://\(file)' width='8' height='8'/></svg>"
    let blank = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'/>"
    func png(_ svg: String) -> [UInt8]? { SiteIcon(side: 32, svg: Array(svg.utf8), ground: 0x9A2F18).png() }
    #expect(png(svg) == png(blank) && png(blank) != nil)
  }
}
