internal import HanText

extension OutlineReader {
  /// A page of entries `激活函数（Activation Function）：…` that asks nothing: each is a definition.
  mutating func takeGlossary() {
    guard !hasItems, itemStyles.isEmpty else { return }
    let entries = kept.filter { outline[$0] == .body && DefinitionLine.isEntry(page.lines[$0]) }
    guard entries.count >= 5, entries.count * 5 >= kept.count * 2, let first = entries.first, let last = entries.last else { return }
    let span = kept.filter { (first...last).contains($0) }
    guard entries.count * 2 >= span.count else { return }
    let isEntry = Set(entries)
    for index in span where outline[index] == .body {
      let line = page.lines[index]
      if isEntry.contains(index) || DefinitionLine.isBareEntry(line) && following(index).map({ !isEntry.contains($0) }) ?? false {
        outline.roles[index] = .definition
      } else if line.content.count <= 5, line.content.allSatisfy({ $0.isASCIILetter || $0.isOne(of: "-~– ") }) {
        outline.roles[index] = .section(level: 30)
      }
    }
    // What stands below the last entry, where none goes on below its line.
    let plain = entries.count { index in following(index).map { outline[$0] != .body } ?? true }
    if plain * 5 >= entries.count * 4, let next = following(last), outline[next] == .body { outline.roles[next] = .apart }
  }

  /// Tables with a column of questions and one of answers: each row is an item.
  mutating func takeTables() {
    var columns: (question: Int, answer: Int)?
    for index in kept {
      guard case .tableRow(let cells, _) = page.lines[index].hint?.role else {
        columns = nil
        continue
      }
      if page.lines[index].hint?.startsBlock == true {
        let keys = cells.map { cell in cell.unicodeScalars.filter(\.isWordlike).map { WidthFolding.fold($0).keyed } }
        let question = keys.firstIndex { page.rules.wording.namesQuestions($0) }
        let answer = keys.firstIndex { page.rules.wording.namesAnswers($0) }
        columns = question.flatMap { question in answer.map { (question, $0) } }
        if columns != nil { outline.roles[index] = .echo }
      } else if let columns, max(columns.question, columns.answer) < cells.count, cells[columns.question].contains(where: \.isLetter) {
        outline.roles[index] = .row(question: columns.question, answer: columns.answer)
      }
    }
  }

  /// Titles below lines that hold nothing but their numbers (``NoiseRule/titleNumbers``).
  mutating func takeNumbered() {
    for number in page.lines.indices where page.verdicts[number].rule == "title-number" {
      guard let title = following(number) else { continue }
      outline.roles[title] = .title
      numbered.insert(title)
    }
  }
}
