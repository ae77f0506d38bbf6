internal import HanText
internal import Terminology

/// Words by which titles are put in order before and while they are read, from `grammar.txt`.
struct TitleGrammar: Sendable {
  let idle: [String]
  let occasions: [String]
  let why: [String]
  let whyIdle: [String]
  /// What ends a clause, and what is read for it.
  let closing: [(word: String, read: String)]
  let whyPhrase: [String]
  let marks: [String]
  /// What ends a question whether the reader knows a thing.
  let particles: [String]
  /// What stands behind the number of a question.
  let counters: Set<Character>
  /// Signs, after the word that is read for them.
  let arrows: [String], roots: [String]
  let conjunctions: Set<String>
  let linking: Set<String>
  let places: Set<String>
  let negations: Set<UInt32>
  /// English words that ask nothing amid Han characters.
  let names: Set<String>
  /// Words behind the occasion of what is asked.
  let times: Set<String>
  /// Words for a part of a course, behind what runs it.
  let stretches: Set<String>
  /// What a clause begins with that belongs to the one before it.
  let continuations: [String]
  /// Words of order: before what is done first, before what is done then, beside what comes later, beside what came before.
  let first: Set<String>, then: Set<String>, before: Set<String>, after: Set<String>
  /// Whole clauses that say nothing.
  let openers: Set<String>
  /// What a clause of an English title begins with.
  let joins: [String]
  /// Ends of names of formulas.
  let formulas: [String]
  /// Words that point at the name before them or at the noun behind them.
  let demonstratives: Set<String>
  /// Characters that a number of things begins with.
  let numerals: Set<UInt32>
  /// Words for whatever else there is.
  let others: Set<String>
  /// Words before what acts, where it is named behind what it acts on; words that may stand between a verb and its
  /// object; verbs by which each of two acts on the other.
  let passives: Set<String>, articles: Set<String>, reciprocal: Set<String>
  /// What a clause begins with that says what is known; words for the plain kind of a thing, and for much of it.
  let given: [String], present: [String], baselines: Set<String>, plenty: [[UInt32]]
  /// What a clause begins with that asks whether the reader knows a thing, where it ends with one of `particles`.
  let knows: [String]
  /// Verbs that ask whether, except in an attribute.
  let modals: Set<String>
  /// Question words that may stand within a name.
  let how: [String]
  /// Endings of names of what has parts, and of what takes its course.
  let wholes: [String], courses: [String]
  /// Words for what is wrong with a thing, with what it is measured by where the word itself says that, the longest first.
  let defects: [(word: [UInt32], remedy: Remedy, measure: [UInt32])]
  /// Ends of words that ask for more or for less.
  let remedies: [(word: String, remedy: Remedy)]

  static let standard = TitleGrammar(EmbeddedFiles.all["Duplicates/grammar.txt"] ?? "")

  init(_ text: String) {
    var lists: [Substring: [String]] = [:]
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { preconditionFailure("grammar.txt: \(line)") }
      lists[parts[0]] = parts[1].dropFirst().split(separator: "|").map(String.init)
    }
    func list(_ name: Substring) -> [String] {
      guard let list = lists[name] else { preconditionFailure("grammar.txt: no \(name)") }
      return list
    }
    idle = list("idle")
    occasions = list("while")
    why = list("why")
    whyIdle = list("why-idle")
    closing = list("closing").map { entry in
      let parts = entry.split(separator: "=")
      return (String(parts[0]), String(parts[1]))
    }
    whyPhrase = list("why-phrase")
    marks = list("marks")
    particles = list("particles")
    counters = Set(list("counters").joined())
    arrows = list("arrows")
    roots = list("roots")
    conjunctions = Set(list("conjunctions"))
    linking = Set(list("linking"))
    places = Set(list("places"))
    negations = Set(list("negations").flatMap { FoldedText($0).scalars })
    names = Set(list("names"))
    times = Set(list("times"))
    stretches = Set(list("stretches"))
    continuations = list("continuations")
    first = Set(list("first"))
    then = Set(list("then"))
    before = Set(list("before"))
    after = Set(list("after"))
    openers = Set(list("openers"))
    joins = list("joins")
    formulas = list("formulas")
    demonstratives = Set(list("demonstratives"))
    numerals = Set(list("numerals").flatMap { FoldedText($0).scalars })
    others = Set(list("others"))
    passives = Set(list("passives"))
    articles = Set(list("articles"))
    reciprocal = Set(list("reciprocal"))
    given = list("given")
    present = list("present")
    baselines = Set(list("baselines"))
    plenty = list("plenty").map { FoldedText($0).scalars }
    knows = list("knows")
    modals = Set(list("modals"))
    how = list("how")
    wholes = list("wholes")
    courses = list("courses")
    func defects(_ name: Substring, _ remedy: Remedy) -> [(word: [UInt32], remedy: Remedy, measure: [UInt32])] {
      list(name).map { entry in
        let parts = entry.split(separator: "=")
        return (FoldedText(parts[0]).scalars, remedy, parts.count > 1 ? FoldedText(parts[1]).scalars : [])
      }
    }
    self.defects = (defects("too-little", .more) + defects("too-much", .less)).sorted { $0.word.count > $1.word.count }
    remedies = list("raise").map { ($0, .more) } + list("lower").map { ($0, .less) }
  }

  /// Whether a clause asks no more than whether the reader knows a thing: `你了解 LoRA 吗`.
  func asksAcquaintance(_ clause: Substring) -> Bool {
    let text = clause.drop { $0 == " " }
    return knows.contains { text.utf8.starts(with: $0.utf8) } && particles.contains(where: text.hasSuffix)
  }

  /// Whether a clause says what is known, and asks nothing of it: `给定层数`, `RAG 里已经有向量检索了`.
  func saysWhatIsGiven(_ clause: Substring) -> Bool {
    given.contains { clause.utf8.starts(with: $0.utf8) } || present.contains(where: clause.containsBytes)
  }

  /// Whether a word behind a name says that the others are met there or then.
  func saysWhere(_ word: String) -> Bool { places.contains(word) || times.contains(word) }

  /// What the end of a run of Han characters says is wrong, and how many characters it takes.
  func defect(endOf run: ArraySlice<UInt32>) -> (length: Int, remedy: Remedy, measure: [UInt32])? {
    defects.first { run.suffix($0.word.count).elementsEqual($0.word) }.map { ($0.word.count, $0.remedy, $0.measure) }
  }
}
