extension JudgedPage {
  /// What is kept and belongs to no item, as blocks: the page's title, introductions, headings of sections, closing words.
  /// Titles and headings are headings of level 3.
  func rest(_ outline: Outline, outside items: [Item]) -> [Block] {
    var blocks: [Block] = [], run: [Int] = []
    func flush() {
      blocks += BlockBuilder.blocks(of: run, on: self, opening: nil).map(\.belowSections)
      run = []
    }
    var item = 0
    for index in lines.indices where verdicts[index].action == .keep {
      let number = lines[index].number
      while item < items.count, items[item].lines.upperBound < number { item += 1 }
      if item < items.count, items[item].lines.contains(number) {
        flush()
        continue
      }
      guard outline[index].isHeading, !lines[index].isObject, lines[index].content.count <= 60 else {
        run.append(index)
        continue
      }
      flush()
      let text = InlineText.markdown(of: lines[index], from: lines[index].headingStart).replacing("**", with: "")
      blocks.append(Block(.heading(level: 3, text: text), lines: number...number))
    }
    flush()
    return blocks
  }
}

extension Outline.Role {
  fileprivate var isHeading: Bool {
    switch self {
    case .pageTitle, .section, .apart: true
    default: false
    }
  }
}

extension Block {
  /// With its heading below those of sections.
  fileprivate var belowSections: Block {
    guard case .heading(let level, let text) = kind else { return self }
    return Block(.heading(level: min(6, level + 2), text: text), lines: lines)
  }
}
