internal import HanText

extension OutlineReader {
  /// Definitions: the lines `name: text` of a list below a heading such as 术语.
  mutating func takeDefinitions() {
    for (position, index) in kept.enumerated() {
      let heading = page.lines[index]
      guard outline[index] == .body || outline[index] == .pageTitle, heading.content.count <= 30,
        heading.isHeadingLike || outline[index] == .pageTitle,
        page.rules.wording.opensDefinitions(heading.contentKey)
      else { continue }
      var found: [Int] = []
      var bare: [Int] = []
      var style: TitleStyle?
      for next in kept[(position + 1)...] {
        let line = page.lines[next]
        let own = TitleStyle(line)
        if DefinitionLine(line) != nil, !line.marked.markers.isEmpty || line.isListItem, style == nil || style == own,
          outline[next] == .body
        {
          found.append(next)
          style = own
        } else if found.count >= 2, style == own, outline[next] == .body, isBareName(next) {
          bare.append(next)
        } else if found.isEmpty, !line.isHeadingLike {
          if found.count + 3 < next - index { break }
        } else if !line.isHeadingLike, line.marked.markers.isEmpty || TitleStyle(line).rank > style?.rank ?? 0 {
          continue  // The text of a definition goes on.
        } else {
          break
        }
      }
      if found.count >= 2 { for index in found { outline.roles[index] = .definition } }
      for index in bare { outline.roles[index] = .term }
    }
  }

  /// A name whose definition is still to be written, amid definitions.
  private func isBareName(_ index: Int) -> Bool {
    let content = page.lines[index].content
    return (2...16).contains(content.count) && content.allSatisfy { $0.isWordlike || $0.isOne(of: " -") }
  }

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

  /// Lists of definitions: names, each with `: its definition` below, as wikis write them, or as the markup names them. On a
  /// page that asks they are parts of its answers.
  mutating func takeDefinitionLists() {
    guard itemStyles.isEmpty else { return }
    var names: [Int] = []
    for (position, index) in kept.enumerated() where outline[index] == .body || outline[index] == .pageTitle {
      let line = page.lines[index]
      guard !line.opensDefinition, line.hint == nil || line.hint?.definition == .name, !line.isCode, !line.isObject,
        line.content.count <= 60, let last = line.lastScalar,
        !last.isOne(of: "。;,:!"), let next = inkedLine(after: index), page.lines[next].opensDefinition
      else { continue }
      // A sentence goes on on the line below; a name stands apart from what is above it, or below another definition.
      let isApart = line.hint != nil || position == 0 || kept[position - 1] < index - 1 || page.lines[kept[position - 1]].opensDefinition
      if isApart || line.isHeadingLike { names.append(index) }
    }
    guard names.count >= 3 else { return }
    for index in names { outline.roles[index] = .term }
    // What stands between two definitions and is none heads those below.
    for name in names {
      guard let above = preceding(name), outline[above] == .body, !page.lines[above].opensDefinition, page.lines[above].isHeadingShaped
      else { continue }
      outline.roles[above] = .section(level: 30)
    }
    // A heading with text of its own is a topic.
    for index in kept where outline[index] == .body && page.lines[index].headingLevel != nil {
      guard let next = following(index), outline[next] == .body, page.lines[next].headingLevel == nil else { continue }
      outline.roles[index] = page.rules.wording.standsApart(page.lines[index].contentKey) ? .apart : .title
    }
  }

  /// The line below that is not blank, whatever its verdict: the definition may have been a placeholder.
  private func inkedLine(after index: Int) -> Int? {
    page.lines[(index + 1)...].firstIndex { !$0.isBlank }
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

extension PageLine {
  /// `: what the name above means`; `:wq` and `:root` are commands and names.
  var opensDefinition: Bool {
    if let hint { return hint.definition == .text }
    return folded.text.count > 3 && folded.text.first == ":" && folded.text[1] == " "
  }

  /// Where the definition begins in the text.
  var definitionStart: Int { folded.text.firstIndex { $0 != ":" && $0 != " " } ?? 0 }

  /// Short, and no sentence.
  fileprivate var isHeadingShaped: Bool {
    content.count <= 40 && !isListItem && !isCode && !isObject && lastScalar.map { !$0.isOne(of: "。;,:") } ?? false
  }
}
