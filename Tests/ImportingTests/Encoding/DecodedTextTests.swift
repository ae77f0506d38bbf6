import Diagnostics
import Glibc
import Testing

@testable import Importing

@Suite struct DecodedTextTests {
  static let prose = "注意力机制的作用是什么？它让模型在生成每个词的时候，可以看到前面所有的词，这就是我们要说的。\n第二行"
  static let traditional = "注意力機制的作用是什麼？它讓模型在生成每個詞的時候，可以看到前面所有的詞，這就是我們要說的。\n第二行"

  static func encoded(_ text: String, _ name: String) -> [UInt8] {
    let descriptor = iconv_open(name, "UTF-8")
    defer { iconv_close(descriptor) }
    var input = Array(text.utf8).map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: input.count * 4 + 16)
    var left = input.count, room = output.count
    let capacity = room
    input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        var from = source.baseAddress, to = target.baseAddress
        _ = iconv(descriptor, &from, &left, &to, &room)
      }
    }
    return output[..<(capacity - room)].map { UInt8(bitPattern: $0) }
  }

  @Test(arguments: ["UTF-8", "UTF-16LE", "UTF-16BE", "GB18030", "GBK"])
  func findsTheEncodingFromTheContent(name: String) throws {
    let text = try DecodedText.decode(Self.encoded(Self.prose, name), path: "a.txt")
    #expect(String(decoding: text.bytes, as: UTF8.self) == Self.prose)
    #expect(text.diagnostics.isEmpty)
  }

  /// The commonest character of Chinese has a zero byte as low as those of Latin have one high: `一` is U+4E00.
  @Test(arguments: [
    ("第一步：统一词表。\n一个词元一行，一次读一批。\n", "UTF-16LE"), ("第一步：统一词表。\n一个词元一行，一次读一批。\n", "UTF-16BE"),
    ("Что такое токен? Это часть слова.\n", "UTF-16LE"), ("Что такое токен? Это часть слова.\n", "UTF-16BE"),
  ])
  func findsUTF16WithoutAMark(text: String, name: String) throws {
    let decoded = try DecodedText.decode(Self.encoded(text, name), path: "a.txt")
    #expect(String(decoding: decoded.bytes, as: UTF8.self) == text)
  }

  @Test(arguments: ["CP1251", "KOI8-R"]) func readsRussian(name: String) throws {
    let text = "Что такое внимание? Механизм внимания позволяет модели учитывать все слова предложения.\n"
    let decoded = try DecodedText.decode(Self.encoded(text, name), path: "a.txt")
    #expect(String(decoding: decoded.bytes, as: UTF8.self) == text)
    #expect(decoded.diagnostics.map(\.rule) == ["guessed-encoding"])
  }

  @Test func tellsBig5FromGB18030() throws {
    let text = try DecodedText.decode(Self.encoded(Self.traditional, "BIG5-HKSCS"), path: "a.txt")
    #expect(String(decoding: text.bytes, as: UTF8.self) == Self.traditional)
  }

  @Test(arguments: [("UTF-8", [0xEF, 0xBB, 0xBF]), ("UTF-16LE", [0xFF, 0xFE]), ("UTF-16BE", [0xFE, 0xFF])] as [(String, [UInt8])])
  func dropsAByteOrderMark(name: String, mark: [UInt8]) throws {
    let text = try DecodedText.decode(mark + Self.encoded(Self.prose, name), path: "a.txt")
    #expect(String(decoding: text.bytes, as: UTF8.self) == Self.prose)
  }

  @Test func readsUTF8BehindAMarkOfAnotherEncoding() throws {
    let text = try DecodedText.decode([0xFF, 0xFE] + Array(Self.prose.utf8), path: "a.txt")
    #expect(String(decoding: text.bytes, as: UTF8.self) == Self.prose)
    #expect(text.diagnostics.map(\.rule) == ["wrong-encoding"])
  }

  @Test(arguments: [
    "<html><head><meta charset=\"gb2312\"></head>短文", "<meta http-equiv=Content-Type content='text/html; charset=GBK'>短文",
    "<?xml version='1.0' encoding='gb18030'?><html>短文", "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=gbk\r\n\r\n短文",
  ])
  func believesADeclarationWhereTheTextIsShort(page: String) throws {
    let text = try DecodedText.decode(Self.encoded(page, "GB18030"), path: "a.html")
    #expect(String(decoding: text.bytes, as: UTF8.self).hasSuffix("短文"))
    #expect(text.encoding == .gb18030)
  }

  @Test func readsAPageThatWasSavedAsUTF8UnderItsOldDeclaration() throws {
    let page = "<meta charset=gbk>" + Self.prose
    let text = try DecodedText.decode(Array(page.utf8), path: "a.html")
    #expect(String(decoding: text.bytes, as: UTF8.self) == page)
  }

  @Test func readsAPageThatDeclaresAnotherEncodingThanItHas() throws {
    let page = "<meta charset=big5>" + String(repeating: Self.prose, count: 4)
    let text = try DecodedText.decode(Self.encoded(page, "GB18030"), path: "a.html")
    #expect(String(decoding: text.bytes, as: UTF8.self) == page)
    #expect(text.diagnostics.map(\.rule) == ["wrong-encoding"])
  }

  @Test func reportsAnUnknownEncodingAndGoesOn() throws {
    let page = "<meta charset=klingon>" + Self.prose
    let text = try DecodedText.decode(Self.encoded(page, "GBK"), path: "a.html")
    #expect(String(decoding: text.bytes, as: UTF8.self) == page)
    #expect(text.diagnostics.map(\.rule) == ["unknown-encoding"])
  }

  @Test func replacesInvalidBytesAndSaysWhere() throws {
    var bytes = Array("第一行\n第二".utf8)
    bytes += [0xFF, 0xFE, 0x80]
    bytes += Array("行\n".utf8) + Array(Self.prose.utf8)
    let text = try DecodedText.decode(bytes, path: "a.txt")
    #expect(String(decoding: text.bytes, as: UTF8.self).hasPrefix("第一行\n第二\u{FFFD}"))
    let diagnostic = try #require(text.diagnostics.first)
    #expect(diagnostic.rule == "invalid-encoding")
    #expect(diagnostic.location?.line == 2)
    #expect(diagnostic.location?.column == 7)
  }

  @Test func findsTheEncodingOfAFewWordsWithAWrongByte() throws {
    let text = try DecodedText.decode(Self.encoded("缓存雪崩", "GBK") + [0xFF, 0x0A], path: "a.txt")
    #expect(String(decoding: text.bytes, as: UTF8.self).hasPrefix("缓存雪崩"))
    #expect(text.diagnostics.map(\.rule) == ["invalid-encoding"])
  }

  @Test func takesAStrayByteInLatinTextForNoChinese() throws {
    let text = try DecodedText.decode(Array("caf".utf8) + [0xE9] + Array("s and bars of the town".utf8), path: "a.txt")
    #expect(text.encoding == .windows1252)
  }

  /// A comment pasted from elsewhere does not turn the page into another encoding.
  @Test func keepsUTF8AroundALineInGBK() throws {
    for count in [1, 4] {
      let prose = String(repeating: "词表扩充是在已有词表里加入新词元的做法。\n", count: count)
      let bytes = Array(prose.utf8) + Self.encoded("这是从别处抄来的一句话，比上面的还要长一些，也不是同一种编码。\n", "GBK") + Array("end\n".utf8)
      let text = try DecodedText.decode(bytes, path: "a.txt")
      #expect(text.encoding == .utf8)
      #expect(String(decoding: text.bytes, as: UTF8.self) == prose + "这是从别处抄来的一句话，比上面的还要长一些，也不是同一种编码。\nend\n")
      #expect(text.diagnostics.map(\.rule) == ["mixed-encoding"] && text.diagnostics[0].location?.line == count + 1)
    }
  }

  @Test func dropsTheColoursOfATerminal() throws {
    let text = try DecodedText.decode(Array("什么是\u{1B}[1;31m红色\u{1B}[0m？\u{1B}[K\n\u{1B}[行".utf8), path: "a.txt")
    #expect(String(decoding: text.bytes, as: UTF8.self) == "什么是红色？\n行")
  }

  @Test func dropsNULBytesAndSaysSo() throws {
    let text = try DecodedText.decode(Array(("一\0二" + String(repeating: "三", count: 400)).utf8), path: "a.txt")
    #expect(String(decoding: text.bytes, as: UTF8.self).hasPrefix("一二三"))
    #expect(text.diagnostics.map(\.rule) == ["nul-byte"])
  }

  @Test(
    arguments: [
      [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], Array("%PDF-1.7\n".utf8), [0x50, 0x4B, 0x03, 0x04, 1, 2],
      [UInt8](repeating: 0, count: 100), (0..<200).map { UInt8($0 % 9) },
    ] as [[UInt8]])
  func refusesBinaryFiles(bytes: [UInt8]) {
    #expect(throws: UnreadableDocument.self) { try DecodedText.decode(bytes, path: "a.txt") }
  }

  @Test func refusesWhatIsTooLargeToBeAPage() {
    let bytes = [UInt8](repeating: 0x61, count: DecodedText.maximumSize + 1)
    #expect(throws: UnreadableDocument.self) { try DecodedText.decode(bytes, path: "a.txt") }
  }

  @Test func readsAnEmptyFile() throws {
    #expect(try DecodedText.decode([], path: "a.txt").bytes.isEmpty)
  }

  /// Letters were dropped without a word in titles.
  @Test(arguments: [
    "Qué es la atención?\nEs un mecanismo de atención que pondera.\n", "naïve “quotes” – café\n", "Grüezi und Straße\n",
    "Was ist Überanpassung?\n\nEin Modell lernt für jede Größe aus Daten.\n", "größer und größte\n", "¿Qué señal da el año?\n",
    "À côté, une idée créée à Noël\n",
  ])
  func readsWesternEuropeanText(text: String) throws {
    let decoded = try DecodedText.decode(Self.encoded(text, "CP1252"), path: "a.txt")
    #expect(String(decoding: decoded.bytes, as: UTF8.self) == text)
    #expect(decoded.diagnostics.map(\.rule) == ["guessed-encoding"])
  }

  @Test(arguments: [
    ("학습률 예열이란 무엇인가요?\n처음에는 작은 학습률로 몇 걸음을 걷고, 그 다음에 조금씩 올리는 방법입니다.\n", "CP949"),
    ("学習率のウォームアップとは何ですか？\n最初は小さい学習率で進み、それから少しずつ上げていく方法です。\n", "CP932"),
    ("学習率のウォームアップとは何ですか？\n最初は小さい学習率で進み、それから少しずつ上げていく方法です。\n", "EUC-JP"),
  ])
  func readsKoreanAndJapaneseAndSaysSo(text: String, name: String) throws {
    let decoded = try DecodedText.decode(Self.encoded(text, name), path: "a.txt")
    #expect(String(decoding: decoded.bytes, as: UTF8.self) == text)
    #expect(decoded.diagnostics.map(\.rule) == ["guessed-encoding"])
  }

  /// Russian: no table of frequent letters knows it.
  @Test func saysWhereNoEncodingFits() throws {
    let text = String(repeating: "Что такое разогрев скорости обучения? ", count: 4)
    #expect(try DecodedText.decode(Self.encoded(text, "CP1251"), path: "a.txt").diagnostics.contains { $0.rule == "guessed-encoding" })
  }

  @Test func showsWhatCannotBeReadInATitle() async throws {
    let bytes = Array("1. 什么是 Lo".utf8) + [0xFF] + Array("A 模型的训练方法？\n把权重的改变写成两个矩阵的乘积，只训练它们。\n".utf8)
    let document = try ScrapedDocument.read(path: "a.txt", bytes: bytes).document
    #expect(await normalize([document])[0].items.map(\.title) == ["什么是 Lo\u{FFFD}A 模型的训练方法？"])
  }
}
