import ContentModel
import Testing

@testable import TermExchange

@Suite struct AnkiDeckTests {
  let site = corpus([
    "questions/what.en.md": "---\ntitle: What is <x>?\ntags: [a, b c]\n---\nSee ![p](../assets/i/p.png), [[lora]] and $a<b$.\n",
    "questions/stub.en.md": "---\ntitle: Stub\nstatus: stub\n---\n", "questions/what.zh.md": "---\ntitle: 是什么？\n---\n答。\n",
  ])

  private func deck(_ kind: AnkiDeck.Kind = .questions, base: String? = nil) -> AnkiDeck {
    AnkiDeck(site, kind: kind, language: .english, title: "T", baseURL: base, assets: ["i/p.png": [1, 2, 3]])
  }

  @Test func writesTheAnswerAsHTMLWithItsImages() throws {
    let deck = deck(base: "https://example.org/")
    let note = try #require(deck.notes.first)
    #expect(deck.notes.count == 1 && note.question == "What is &lt;x&gt;?" && note.tags == ["a", "b_c"])
    #expect(note.answer.contains("\\(a&lt;b\\)") && note.answer.contains("src=\"ciyuan-") && !note.answer.contains("assets/"))
    #expect(note.address == "https://example.org/en/questions/what/")
    #expect(Array(deck.media.values) == [[1, 2, 3]])
  }

  @Test func keepsIdentityWhateverChanges() {
    let other = corpus(["questions/what.en.md": "---\ntitle: Other\n---\nOther.\n"])
    let changed = AnkiDeck(other, kind: .questions, language: .english, title: "T", baseURL: nil, assets: [:])
    #expect(changed.notes[0].guid == deck().notes[0].guid && changed.notes[0] != deck().notes[0])
    let chinese = AnkiDeck(site, kind: .questions, language: .chinese, title: "T", baseURL: nil, assets: [:])
    #expect(chinese.notes[0].guid != deck().notes[0].guid)
  }

  @Test func givesTheSameBytesForTheSameDeckAndTime() throws {
    let first = try deck().package(modified: 1_700_000_000)
    #expect(try deck().package(modified: 1_700_000_000) == first && first.starts(with: [0x50, 0x4B, 3, 4]))
    #expect(try deck().package(modified: 1_700_000_001) != first)
  }
}
