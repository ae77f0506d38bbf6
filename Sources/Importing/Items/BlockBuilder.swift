/// Recovers the structure of an answer from its lines.
enum BlockBuilder {
  static func blocks(of indices: [Int], on page: JudgedPage, opening: (index: Int, start: Int)?) -> [Block] {
    indices.map { Block(.paragraph(page.lines[$0].folded.string), lines: page.lines[$0].number...page.lines[$0].number) }
  }
}
