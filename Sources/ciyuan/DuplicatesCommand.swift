internal import ArgumentParser
internal import ContentModel
internal import Diagnostics
internal import FileSystem
internal import Importing

struct DuplicatesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "duplicates", abstract: "Find questions that ask the same in other words or another language.",
    discussion: """
      Without an input: the questions of the content folder, by the names of their files. Each group comes with its score
      (0 to 1, of its two least similar members) and its reason; --review lists the pairs that are close and not decided.
      People settle a pair once and for all, which writes it to import.yml:

        ciyuan duplicates --same what-is-lora lora-in-a-nutshell
        ciyuan duplicates --different what-is-lora what-is-qlora

      A later decision replaces an earlier one. A page that an import made of several questions comes apart again: the
      first line lists what it was made of, the second one settles what is another question, by its title or source.

        ciyuan duplicates --different what-is-lora
        ciyuan duplicates --different what-is-lora "What is QLoRA?"

      ciyuan import carries out what was settled. --merged lists the pages that imports or people made of several questions,
      with the reason of each.

      With --titles: one title a line; groups are printed with line numbers from 1. As JSON: {"groups": [[3, 17], …]}.
      In a site, here and with --items, its own terms are read as those that ship with the program.
      Lines that are empty, say nothing, or too much to be compared whole, are named.
      With --items: answers of ciyuan normalize -, spread over any number of files in any order. Pages that copy another
      are named.

      Exit status: 0 done, 1 some lines of --items are no answers, or a decision contradicts another, 2 it could not run.
      """)

  @Option(name: .long, help: "A file with one title a line.", completion: .file())
  var titles: String?

  @Option(name: .long, parsing: .upToNextOption, help: "Files with answers of ciyuan normalize -.", completion: .file())
  var items: [String] = []

  @Option(name: .long, parsing: .upToNextOption, help: "Settle that these questions are one.")
  var same: [String] = []

  @Option(name: .long, parsing: .upToNextOption, help: "Settle that these questions only look alike.")
  var different: [String] = []

  @Option(name: .long, help: "text for people, json for programs.")
  var format = OutputFormat.text

  @Flag(name: .long, help: "List the pairs that people should settle instead of the groups.")
  var review = false

  @Flag(name: .long, help: "List the pages that were made of several questions, and why.")
  var merged = false

  @OptionGroup var site: SiteOptions

  func validate() throws {
    let modes = [titles != nil, !items.isEmpty, !same.isEmpty, !different.isEmpty, merged].count { $0 }
    if modes > 1 { throw ValidationError("choose one of --titles, --items, --same, --different and --merged") }
    if merged, review { throw ValidationError("choose one of --merged and --review") }
    if same.count == 1 { throw ValidationError("name at least two questions") }
  }

  func run() async throws {
    if let titles { return try await listTitles(titles) }
    if !items.isEmpty { return try await listItems() }
    let configuration = try site.configuration()
    let folder = site.path(configuration.content)
    let corpus = try await site.corpus(configuration)
    let (decisions, faults) = try ImportDecisions.load(folder: folder, displayFolder: configuration.content)
    let isListing = same.isEmpty && different.isEmpty && !merged
    let questions = ContentQuestions(corpus, decisions: decisions, isCompared: isListing)
    if !isListing {
      let names = try await QuestionNames.load(folder: folder, languages: configuration.languages)
      if merged { return try listMerged(questions, names) }
      let settling = DuplicateSettling(
        questions: questions, names: names, folder: folder, displayFolder: configuration.content,
        console: site.console)
      return same.isEmpty ? try settling.separate(different) : try settling.unite(same)
    }
    let groups = (review ? questions.undecided : questions.groups).map { group in
      DuplicateListing.Group(
        members: group.pages.map { .page($0, title: questions.title(of: $0), path: questions.path(of: $0)) }, score: group.score,
        reason: group.reason)
    }
    let listing = DuplicateListing(groups: groups, undecided: questions.undecided.count, isReview: review)
    Console.output(format == .json ? try listing.json() : listing.text)
    let problems = faults + questions.faults
    site.console.report(problems)
    try ExitStatus(problems, strict: false).exit()
  }

  private func listMerged(_ questions: ContentQuestions, _ names: QuestionNames) throws {
    let joined = questions.pages.filter(names.hasJoined).map { page in
      let parts = names.joinedPages(to: page).map(\.title) + names.items(of: page).map(\.title)
      return (page: page, titles: Self.distinct([questions.title(of: page)] + parts), reason: "joined by hand")
    }
    let pages = (questions.merged.filter { !names.hasJoined($0.page) } + joined).sorted { $0.page < $1.page }
    if format == .json { return Console.output(try DuplicateListing.json(ofMerged: pages)) }
    for (page, titles, reason) in pages {
      Console.output("\(page): \(reason)")
      for title in titles { Console.output("      \(TitleRemark.shown(title))") }
    }
    let count = DuplicateListing.count(pages.count, "page")
    Console.output("\(count) of several questions, or of copies; one comes apart again: ciyuan duplicates --different PAGE")
  }

  private static func distinct(_ titles: [String]) -> [String] {
    var seen: Set<String> = []
    return titles.filter { seen.insert($0).inserted }
  }

  /// The terms of the site in which the command runs; none where there is no site, or where its configuration is broken,
  /// which lists need not wait for.
  private func termPages() async throws -> [Document] {
    guard Folder.exists(site.root) else { return [] }
    do {
      let configuration = try site.configuration()
      let folder = site.path(configuration.content)
      return Folder.exists(folder) ? try await site.corpus(configuration).documents : []
    } catch let failure as CommandFailure {
      Console.error("\(failure)\nwarning: titles are read without the terms of this site")
      return []
    }
  }

  private func listTitles(_ path: String) async throws {
    let text = try DecodedText.decode(File.readNamed(path), path: path, limit: DecodedText.maximumListSize)
    site.console.report(text.diagnostics)
    let lines = ScrapedDocument(path: path, text: String(decoding: text.bytes, as: UTF8.self)).lines.map(\.text)
    let candidates = lines.enumerated().map { QuestionCandidate(id: String($0 + 1), title: $1) }
    let result = DuplicateRecognizer(termPages: try await termPages()).groups(of: candidates)
    let listing = DuplicateListing(result, isReview: review) { id in .line(Int(id) ?? 0, title: lines[(Int(id) ?? 1) - 1]) }
    // Ids are line numbers here, and a group is the list of them.
    Console.output(format == .text ? listing.text : review ? try listing.json() : listing.lineNumbers)
    site.console.report(TitleRemark.all(lines, saying: Set(result.wordless.compactMap { Int($0) }), in: path))
  }

  private func listItems() async throws {
    var seen: Set<String> = []
    let files = items.filter { file in
      if seen.insert(Folder.resolved(file)).inserted { return true }
      Console.error("note: \(file) is named twice, and counted once")
      return false
    }
    for file in files where !File.exists(file) { throw CommandFailure("no file \(file)", "name files that ciyuan normalize - has written") }
    let read = try NormalizedItems.read(files)
    let byID = Dictionary(uniqueKeysWithValues: read.entries.map { ($0.candidate.id, $0) })
    let result = DuplicateRecognizer(termPages: try await termPages()).groups(of: read.entries.map(\.candidate))
    var listing = DuplicateListing(result, isReview: review) { id in
      byID[id].map { .item($0.path, line: $0.line, title: $0.candidate.title) } ?? .line(0, title: id)
    }
    listing.copies = read.copies
    Console.output(format == .json ? try listing.json() : listing.text)
    site.console.report(read.faults)
    try ExitStatus(read.faults, strict: false).exit()
  }
}
