internal import Diagnostics
internal import FileSystem
internal import Importing

/// Writes what people settle about questions into `import.yml`.
struct DuplicateSettling {
  let questions: ContentQuestions
  let names: QuestionNames
  let folder: String
  let displayFolder: String
  let console: Console

  /// Settles that pages are one question.
  func unite(_ pages: [String]) throws {
    for page in pages where !questions.contains(page) { throw unknown(page) }
    try write([pages], as: .same, "\(list(pages)) are one question")
  }

  /// Settles that pages are different questions, or that a page was made of different ones.
  func separate(_ given: [String]) throws {
    if given.count > 1, given.allSatisfy(questions.contains) {
      return try write([given], as: .different, "\(list(given)) are different questions")
    }
    // A page that another one took in is a part of that.
    guard let page = given.lazy.compactMap({ questions.contains($0) ? $0 : names.page(of: $0) }).first, questions.contains(page) else {
      throw unknown(given[0])
    }
    let items = names.items(of: page)
    guard items.count > 1 else {
      throw CommandFailure("\"\(page)\" was made of one question", "name two pages that differ")
    }
    let wanted = given.filter { $0 != page && names.page(of: $0) != page }
    for name in wanted where !items.contains(where: { $0.answers(to: name) }) { throw unknown(name, in: page, items) }
    let apart = wanted.isEmpty && items.count == 2 ? [items[1]] : items.filter { item in wanted.contains { item.answers(to: $0) } }
    let rest = items.filter { !apart.contains($0) }
    guard !apart.isEmpty, !rest.isEmpty else { return try offer(items, of: page) }
    // What made the page one question holds for the rest only.
    let united = rest.count > 1 ? [rest.map(\.name)] : []
    try write(
      rest.flatMap { item in apart.map { [item.name, $0.name] } }, as: .different,
      "\(titles(apart)) differs from \(titles(rest)); the next import gives each a page, with its own answer and source",
      replacement: { $0.allSatisfy { names.page(of: $0) == page } ? united : nil })
  }

  /// Lists what a page was made of where it is not clear what shall be apart.
  private func offer(_ items: [QuestionNames.Item], of page: String) throws {
    Console.output("\"\(page)\" was made of \(items.count) questions:")
    for item in items { Console.output("  \(item.title) (\(item.origin))") }
    Console.output("settle which of them is another one by its title or its place:")
    Console.output("  ciyuan duplicates --different \(page) \"\(items[items.count - 1].origin)\"")
    try ExitStatus.problems.exit()
  }

  private func write(
    _ lists: [[String]], as kind: ImportDecisions.Settlement, _ sentence: String,
    replacement: (([String]) -> [[String]]?)? = nil
  ) throws {
    let path = Path.join(folder, "import.yml"), shown = Path.join(displayFolder, "import.yml")
    let bytes = File.exists(path) ? try File.read(path) : []
    do {
      let settled = try ImportDecisions.settling(
        lists, as: kind, in: SourceFile(path: shown, bytes: bytes), canonical: replacement == nil ? names.canonical : { $0 },
        replacement: replacement ?? { _ in nil })
      guard let settled else { return console.say("\(shown) says so already") }
      try File.write(Array(settled.text.utf8), to: path)
      let lines = settled.replacedLines.map(String.init).joined(separator: ", ")
      console.say("\(shown): \(sentence)" + (lines.isEmpty ? "" : "; this replaces the decision of line \(lines)"))
    } catch let failure as ImportDecisions.SettlingFailure {
      Console.error("error: \(failure)\n    suggestion: mend \(shown) first")
      try ExitStatus.problems.exit()
    }
  }

  private func unknown(_ name: String) -> CommandFailure {
    if let page = names.page(of: name) {
      return CommandFailure("\"\(name)\" is part of \"\(page)\" by now", "write \"\(page)\"")
    }
    let near = NearMiss.suggestion(for: name, among: questions.pages)
    return CommandFailure(
      "no question \"\(name)\" in \(displayFolder)/questions", near.map { "write \"\($0)\"" } ?? "name the file without language and .md")
  }

  private func unknown(_ name: String, in page: String, _ items: [QuestionNames.Item]) -> CommandFailure {
    CommandFailure(
      "neither a question nor a part of \"\(page)\": \"\(name)\"",
      "its parts are " + items.map { "\"\($0.title)\" (\($0.origin))" }.joined(separator: ", "))
  }

  private func list(_ names: [String]) -> String { names.joined(separator: ", ") }

  private func titles(_ items: [QuestionNames.Item]) -> String {
    items.map { "\"\($0.title)\" (\($0.source))" }.joined(separator: ", ")
  }
}
