/// A page whose lines are judged: what items are found on.
struct JudgedPage {
  let document: ScrapedDocument
  let lines: [PageLine]
  var verdicts: [LineVerdict]
  let rules: ImportRules
  /// Where the values of an export's columns stand that have lines of their own.
  var columnValues: [Int: Int] = [:]

  /// Keys of the lines of a repeated table of contents: headings, wherever they stand again.
  var contentsKeys: Set<[Unicode.Scalar]> {
    Set(lines.indices.filter { verdicts[$0].rule == "contents-list" }.map { lines[$0].contentKey })
  }

  /// The items, in the order of their lines.
  func items(_ outline: Outline) -> [Item] {
    var items: [Item] = []
    var sections: [(level: Int, title: String)] = []
    let kept = lines.indices.filter { verdicts[$0].action == .keep && outline[$0] != .echo }
    for (position, index) in kept.enumerated() {
      switch outline[index] {
      case .section(let level):
        sections.removeAll { $0.level >= level }
        sections.append((level, TitleText.clean(TitleText.question(of: lines[index]), of: lines[index])))
      case .apart: sections = []
      case .row(let question, let answer): items += row(at: index, question, answer, section: sections.map(\.title))
      case .title, .definition, .term, .untitled:
        let end = kept[(position + 1)...].firstIndex { outline[$0] != .body } ?? kept.count
        let body = Array(kept[(position + 1)..<end])
        items += self.items(at: index, role: outline[index], body: body, section: sections.map(\.title))
      case .body, .pageTitle, .echo: break
      }
    }
    return items
  }

  private func items(at index: Int, role: Outline.Role, body: [Int], section: [String]) -> [Item] {
    let line = lines[index]
    let last = body.last ?? index
    let range = line.number...lines[last].number
    if role == .untitled, let name = LeadName(line)?.name {
      return [
        Item(
          title: TitleText.clean(name, of: line), writtenTitle: TitleText.written(name, of: line), kind: .topic, lines: range,
          answered: true, body: BlockBuilder.blocks(of: [index] + body, on: self, below: line, opening: nil), section: section)
      ]
    }
    if role == .definition, let definition = DefinitionLine(line, mayBeBare: true) {
      let opening = definition.start < line.folded.text.count ? (index, definition.start) : nil
      let blocks = BlockBuilder.blocks(of: body, on: self, below: line, opening: opening)
      return [
        Item(
          title: TitleText.clean(definition.name, of: line), writtenTitle: TitleText.written(definition.name, of: line), kind: .definition,
          lines: range, answered: true, body: blocks,
          section: section)
      ]
    }
    if role == .title, let fault = TitleFault(line) { return named(by: fault, at: index, body: body, section: section, range: range) }
    let answer = TitleText.answerStart(in: line) ?? (body.isEmpty ? TitleText.remarkStart(in: line) : nil)
    let blocks = BlockBuilder.blocks(
      of: body, on: self, below: line, opening: answer.map { (index, $0) }, isDefinition: role == .term)
    var titles = answer == nil ? SeveralQuestions.split(line) : []
    if titles.isEmpty { titles = [TitleText.question(of: line)] }
    return titles.enumerated().map { position, title in
      let isLast = position == titles.count - 1
      let isQuestion = line.asking.isQuestion || rules.wording.asking(title).isQuestion
      return Item(
        title: TitleText.clean(title, of: line), writtenTitle: TitleText.written(title, of: line),
        kind: role == .term ? .definition : isQuestion ? .question : .topic,
        lines: isLast ? range : line.number...line.number, answered: isLast && (answer != nil || body.contains { !namesAim($0) }),
        body: isLast ? blocks : [], section: section)
    }
  }

  /// Whether a line tells what the question is to find out, and so answers nothing: `考察点：…`.
  func namesAim(_ index: Int) -> Bool {
    let content = lines[index].content
    guard let colon = content.prefix(16).firstIndex(of: ":"), colon + 1 < content.endIndex else { return false }
    return rules.wording.namesAim(content[..<colon].filter(\.isWordlike))
  }

  /// A row of a table of questions and answers.
  private func row(at index: Int, _ question: Int, _ answer: Int, section: [String]) -> [Item] {
    guard case .tableRow(let cells, _) = lines[index].hint?.role else { return [] }
    let number = lines[index].number
    let text = cells[question].filter { $0 != "\\" && $0 != "*" }
    let line = PageLine(ScrapedLine(number: number, text: text), rules: rules)
    let title = TitleText.question(of: line)
    guard title.contains(where: \.isWordlike) else { return [] }
    let answered = cells[answer].contains { $0.isLetter || $0.isNumber }
    // Further columns are a part of the answer; what only numbers or grades the row is not.
    let further = cells.indices.filter { ![question, answer].contains($0) }.map { cells[$0] }.filter { $0.count(where: \.isLetter) > 4 }
    return [
      Item(
        title: TitleText.clean(title, of: line), writtenTitle: TitleText.written(title, of: line),
        kind: line.asking.isQuestion ? .question : .topic, lines: number...number, answered: answered,
        body: answered ? ([cells[answer]] + further).map { Block(.paragraph(ProseText.clean($0)), lines: number...number) } : [],
        section: section)
    ]
  }

  /// An item whose title nobody could read is called by the beginning of its text; what stands over it stays in the text
  /// where it has words. None where there is no text.
  private func named(
    by fault: TitleFault, at index: Int, body: [Int], section: [String], range: ClosedRange<Int>
  ) -> [Item] {
    let isText = fault != .wordless
    let named = ((isText ? [index] : []) + body).first { TitleFault.name(from: lines[$0].content) != nil }
    guard let named, let name = TitleFault.name(from: lines[named].content) else { return [] }
    let line = lines[named]
    return [
      Item(
        title: TitleText.clean(name, of: line), writtenTitle: TitleText.written(name, of: line), kind: .topic, lines: range, answered: true,
        body: BlockBuilder.blocks(
          of: body, on: self, below: lines[index], opening: isText ? (index, lines[index].content.startIndex) : nil), section: section,
        titleFault: fault)
    ]
  }
}
