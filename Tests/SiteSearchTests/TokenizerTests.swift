import Foundation
import Testing

@testable import SiteSearch

/// The cases that the browser's tokenizer passes too.
@Suite struct TokenizerTests {
  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let tokens: [String]
    let extras: [String]?
    var testDescription: String { name }
  }

  static let cases: [Case] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/tokenizer.json")
    return try! JSONDecoder().decode([Case].self, from: Data(contentsOf: file))
  }()

  @Test(arguments: cases) func cutsText(example: Case) {
    var tokenizer = SearchTokenizer()
    var tokens: [SearchToken] = [], extras: [SearchToken] = []
    tokenizer.tokenize(example.text, into: &tokens, extras: &extras)
    // A Han character beyond the first plane is two tokens here, one in the cases.
    let texts = tokens.map { $0.isWord ? Array(tokenizer.text(ofWord: $0.wordIndex)) : [$0 == .boundary ? 0x0A : $0.unit] }
    let joined = texts.reduce(into: [[UInt16]]()) { result, text in
      if UTF16.isTrailSurrogate(text[0]), result.last?.count == 1 { result[result.count - 1] += text } else { result.append(text) }
    }
    #expect(joined.map { String(decoding: $0, as: UTF16.self) } == example.tokens)
    #expect(extras.map { String(tokenizer.text(ofWord: $0.wordIndex)) } == example.extras ?? [])
  }

  @Test func writesAllSpellingsOfTheSameTokensAlike() {
    var tokenizer = SearchTokenizer()
    let texts = ["Low-Rank Adaptation 低秩 适配", "low rank  adaptation低秩適配"].map { tokenizer.canonicalText(of: $0) }
    #expect(texts.allSatisfy { $0 == Array("low rank adaptation低秩适配".utf16) })
  }
}
