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

  /// What a name that a person gave stands for.
  private enum Meaning {
    case page(String)
    /// Questions that a page was made of, as decisions name them.
    case parts(of: String, [String])

    var page: String {
      switch self {
      case .page(let page), .parts(let page, _): page
      }
    }

    var names: [String] {
      switch self {
      case .page(let page): [page]
      case .parts(_, let names): names
      }
    }
  }

  /// Settles that pages are one question.
  func unite(_ given: [String]) throws {
    let meanings = try given.map(meaning)
    let pages = distinct(meanings.map(\.page))
    if pages.count > 1 {
      // What a person wrote stays where it is.
      let staying = pages.first(where: names.isOwn)
      let joined = staying.map { page in
        "; the next import joins \(list(pages.filter { $0 != page })) to \(page), and leads on from there"
      }
      return try write([pages], as: .same, "\(list(pages)) are one question\(joined ?? "")")
    }
    // They are one page already, unless the next import is to part them; written down, that holds whatever the scores say.
    let settled = distinct(zip(given, meanings).flatMap { titled($0, in: pages[0]) ?? $1.names }), parts = Set(settled).subtracting(pages)
    try write(
      settled.count > 1 ? [settled] : [], as: .same, "\(list(given)) are one question already, and stay one",
      replacement: { $0.allSatisfy { names.canonical($0) == pages[0] } && !parts.isDisjoint(with: $0) ? [] : nil })
  }

  /// Settles that pages are different questions, or that a page was made of different ones.
  func separate(_ given: [String]) throws {
    let known = try given.compactMap { name in
      do { return try meaning(of: name) } catch { if name == given[0] { throw error } else { return nil } }
    }
    let pages = distinct(known.map(\.page))
    if pages.count > 1 {
      guard known.count == given.count else { throw unknown(given.first { (try? meaning(of: $0)) == nil } ?? given[0]) }
      let lists = known.allSatisfy { $0.names.count == 1 } ? [known.map { $0.names[0] }] : pairs(of: known.map(\.names))
      return try write(lists, as: .different, "\(list(given)) are different questions")
    }
    let page = pages[0], items = names.items(of: page)
    if let joined = given.lazy.compactMap({ names.joinedPage(named: $0, to: page) }).first { return try part(joined, from: page) }
    guard items.count > 1 || names.hasJoined(page) else {
      throw CommandFailure("\"\(page)\" was made of one question", "name two pages that differ")
    }
    var wanted = given.filter {
      $0 != page && names.current(page: $0) != page && !(names.hasJoined(page) && questions.page(titled: $0) == page)
    }
    if wanted.isEmpty { return offer(items, of: page) }
    for name in wanted where names.items(of: page, named: name).isEmpty { throw unknown(name, in: page, items) }
    // Of parts alone, the page stays with the one that it is called by, or the first.
    if wanted.count == given.count, wanted.count > 1 {
      let title = questions.title(of: page)
      let staying = wanted.firstIndex { names.items(of: page, named: $0).contains { $0.answers(to: title) } } ?? 0
      wanted.remove(at: staying)
    }
    var apart = distinct(wanted.flatMap { names.items(of: page, named: $0) })
    // A page stays with the question that it is called by: where that shall leave, the others do.
    let own = names.ownItems(of: page), others = items.filter { !apart.contains($0) }
    let isTurned = !own.isEmpty && !others.isEmpty && own.allSatisfy(apart.contains)
    if isTurned { apart = others }
    guard !apart.isEmpty, items.contains(where: { !apart.contains($0) }) else {
      if !apart.isEmpty, let part = names.importedPart(of: page) { return try self.part(part, from: page) }
      offer(items, of: page)
      return try wanted.isEmpty ? () : ExitStatus.problems.exit()
    }
    let staying = items.filter { !apart.contains($0) }
    let parted = isTurned ? names.names(of: apart, in: page) : wanted.flatMap { parts(named: $0, of: page) }
    try write(
      distinct(parted).map { [page, $0] }, as: .different,
      "\(titles(apart)) leaves \"\(page)\"; the next import gives it a page, with its own answer and source"
        + (staying.count > 1 ? "; \(titles(staying)) stay one page" : ""),
      replacement: { list in
        let rest = list.filter { name in
          let meant = names.items(of: page, named: name)
          return meant.isEmpty || !meant.allSatisfy(apart.contains)
        }
        // A list of others says nothing of the page: what is one with a question that leaves goes along.
        let isOfPage = rest.contains { name in
          name == page || names.current(page: name) == page || names.items(of: page, named: name).contains(where: own.contains)
        }
        guard rest.count < list.count, isTurned || isOfPage else { return nil }
        // What leaves together stays together.
        return [rest, isTurned ? list.filter { !rest.contains($0) } : []].filter { $0.count > 1 }
      })
  }

  /// Settles that a page which was joined to one that a person wrote is another question.
  private func part(_ joined: String, from page: String) throws {
    // With what joined it: a page of one's own is itself, and what else it holds.
    let staying = [page] + names.joinedPages(to: page).map(\.name).filter { $0 != joined }
    try write(
      [[page, joined]], as: .different,
      "\(joined) leaves \(page); the next import gives it its page back" + (staying.count > 1 ? "; \(list(staying)) stay one page" : ""),
      replacement: { list in
        let rest = list.filter { names.joinedPage(named: $0, to: page) != joined }
        return rest.count == list.count ? nil : rest.count > 1 ? [rest] : []
      })
  }

  /// A page by its name, or one that it took in; else by its title; else what a page was made of.
  private func meaning(of name: String) throws -> Meaning {
    if questions.contains(name) { return .page(name) }
    if let page = names.current(page: name), questions.contains(page) { return .page(page) }
    if let page = names.page(of: name) { return .parts(of: page, [name]) }
    if let page = questions.page(titled: name) { return .page(page) }
    let holders = names.pages(withItem: name).filter(questions.contains)
    if holders.count > 1 { throw CommandFailure("several pages ask \"\(name)\"", "name one of them: \(list(holders))") }
    if let page = holders.first { return .parts(of: page, parts(named: name, of: page)) }
    throw unknown(name)
  }

  /// Of the questions that a page was made of those that a title names, as decisions name them; `nil` where it names none, or all.
  private func titled(_ name: String, in page: String) -> [String]? {
    let items = names.items(of: page, named: name)
    return items.isEmpty || items.count == names.items(of: page).count ? nil : parts(named: name, of: page)
  }

  private func parts(named name: String, of page: String) -> [String] {
    names.isFormer(name) ? [name] : names.items(of: page, named: name).map(\.name)
  }

  private func pairs(of sets: [[String]]) -> [[String]] {
    sets.indices.flatMap { i in sets[(i + 1)...].flatMap { second in sets[i].flatMap { a in second.map { [a, $0] } } } }
  }

  /// Lists what a page was made of where it is not clear what shall be apart.
  private func offer(_ items: [QuestionNames.Item], of page: String) {
    let imported = items.isEmpty ? nil : names.importedPart(of: page)
    let joined = names.joinedPages(to: page).filter { $0.name != imported }
    let parts =
      (names.hasJoined(page) ? [(questions.title(of: page), page)] : []) + items.map { ($0.title, $0.origin) }
      + joined.map { ($0.title, $0.name) }
    Console.output("\"\(page)\" was made of \(parts.count) questions:")
    for (title, place) in parts { Console.output("  \(TitleRemark.shown(title)) (\(place))") }
    if let reason = questions.merged.first(where: { $0.page == page })?.reason { Console.output("taken for one: \(reason)") }
    Console.output("settle which of them is another one by its title or its place:")
    Console.output("  ciyuan duplicates --different \(page) \"\(parts[parts.count - 1].1)\"")
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
      guard let settled else { return console.say(lists.isEmpty ? "they are one page already" : "\(shown) says so already") }
      try File.write(Array(settled.text.utf8), to: path)
      let lines = settled.replacedLines.map(String.init).joined(separator: ", ")
      console.say("\(shown): \(sentence)" + (lines.isEmpty ? "" : "; this replaces the decision of line \(lines)"))
    } catch let failure as ImportDecisions.SettlingFailure {
      Console.error("\(failure)\nnothing was settled: mend \(shown) first")
      try ExitStatus.problems.exit()
    }
  }

  private func unknown(_ name: String) -> CommandFailure {
    let near = NearMiss.suggestion(for: name, among: questions.pages)
    return CommandFailure(
      "no question \"\(name)\" in \(displayFolder)/questions",
      near.map { "write \"\($0)\"" } ?? "name the file without language and .md, or a title")
  }

  private func unknown(_ name: String, in page: String, _ items: [QuestionNames.Item]) -> CommandFailure {
    CommandFailure(
      "neither a question nor a part of \"\(page)\": \"\(name)\"",
      "its parts are " + items.map { "\"\(TitleRemark.shown($0.title))\" (\($0.origin))" }.joined(separator: ", "))
  }

  private func list(_ names: [String]) -> String { names.joined(separator: ", ") }

  private func distinct<Name: Hashable>(_ names: [Name]) -> [Name] {
    var seen: Set<Name> = []
    return names.filter { seen.insert($0).inserted }
  }

  private func titles(_ items: [QuestionNames.Item]) -> String {
    items.map { "\"\(TitleRemark.shown($0.title))\" (\($0.source))" }.joined(separator: ", ")
  }
}
