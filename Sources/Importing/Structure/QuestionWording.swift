internal import HanText

/// How questions, requests, topics, answers and tags are worded. A class, though it never changes: it goes with every line,
/// and so many tables are dear to copy.
final class QuestionWording: Sendable {
  /// What a line asks, as far as its wording tells.
  struct Asking: OptionSet, Sendable, Hashable {
    let rawValue: UInt8
    /// Ends with a question mark.
    static let mark = Asking(rawValue: 1)
    /// Has a question word.
    static let word = Asking(rawValue: 2)
    /// Begins with a request.
    static let request = Asking(rawValue: 4)
    /// Ends with the facet of a thing: `…的好处`.
    static let facet = Asking(rawValue: 8)

    var isQuestion: Bool { !isDisjoint(with: [.mark, .word, .request]) }
  }

  let answerWords: OpeningWords
  let markWords: OpeningWords
  /// Who asks in a dialogue.
  let speakers: OpeningWords
  private let followUps: [[Unicode.Scalar]]
  private let questionColumns: Set<[Unicode.Scalar]>
  private let answerColumns: Set<[Unicode.Scalar]>
  private let index: PhraseIndex
  private let english: Set<String>
  private let tags: Set<[Unicode.Scalar]>
  private let longestTag: Int
  private let levels: Set<[Unicode.Scalar]>
  private let definitions: PhraseIndex
  private let apart: Set<String>
  private let longestApart: Int
  private let references: Set<String>
  private let longestReference: Int
  private let furtherRequests: PhraseIndex
  private let closings: PhraseIndex
  private let postponements: PhraseIndex
  private let titles: PhraseIndex
  private let collections: PhraseIndex
  private let topics: PhraseIndex
  private let goods: PhraseIndex
  private let threads: PhraseIndex
  private let aims: PhraseIndex
  private let subjects: PhraseIndex
  private let addresses, calls: PhraseIndex
  private let namings: PhraseIndex
  private let matter, wares, users: PhraseIndex
  private let themes: [String: [String]]
  private let generic: Set<[Unicode.Scalar]>
  private let longestGeneric: Int

  init(_ lists: [String: [String]]) {
    func list(_ name: String) -> [String] { lists[name] ?? [] }
    func scalars(_ words: [String]) -> [[Unicode.Scalar]] {
      words.map { Array($0.unicodeScalars) }.sorted { ($1.count, String($0)) < ($0.count, String($1)) }
    }
    func group(_ rule: String, _ phrases: [String]) -> PhraseGroup {
      PhraseGroup(rule: rule, action: .hint, weight: 1, longest: 0, phrases: phrases.compactMap { Phrase($0) })
    }
    answerWords = OpeningWords(scalars(list("answers")))
    markWords = OpeningWords(scalars(list("marks")))
    speakers = OpeningWords(scalars(list("speakers")))
    followUps = scalars(list("follow-ups"))
    questionColumns = Set(scalars(list("question-columns")))
    answerColumns = Set(scalars(list("answer-columns")))
    index = PhraseIndex([
      group("word", list("words")), group("request", list("imperatives").map { "^" + $0 }),
      group("facet", list("facets").map { $0 + "$" }), group("no-request", list("not-imperative").map { "^" + $0 }),
    ])
    english = Set(list("english"))
    levels = Set(list("levels").map { $0.unicodeScalars.map(\.lowercased) })
    tags = levels.union(list("tags").map { $0.unicodeScalars.map(\.lowercased) })
    longestTag = tags.map(\.count).max() ?? 0
    definitions = PhraseIndex([group("definitions", list("definitions"))])
    apart = Set(list("apart"))
    longestApart = apart.map(\.unicodeScalars.count).max() ?? 0
    references = Set(list("references"))
    longestReference = references.map(\.unicodeScalars.count).max() ?? 0
    postponements = PhraseIndex([group("postponements", list("postponements"))])
    titles = PhraseIndex([group("titles", list("titles"))])
    furtherRequests = PhraseIndex([group("further-requests", list("further-requests"))])
    closings = PhraseIndex([group("closings", list("closings"))])
    collections = PhraseIndex([group("collections", list("collections"))])
    goods = PhraseIndex([group("goods", list("goods"))])
    topics = PhraseIndex([group("topics", list("topics"))])
    threads = PhraseIndex([group("threads", list("threads"))])
    aims = PhraseIndex([group("aims", list("aims").map { $0 + "$" })])
    let themes = list("subjects").map { $0.split(separator: "/").map(String.init) }
    addresses = PhraseIndex([group("addresses", list("addresses") + list("haste"))])
    calls = PhraseIndex([group("calls", list("addresses"))])
    namings = PhraseIndex([group("namings", list("namings"))])
    matter = PhraseIndex([group("matter", list("matter"))])
    wares = PhraseIndex([group("wares", list("wares"))])
    users = PhraseIndex([group("users", list("users"))])
    subjects = PhraseIndex([group("subjects", themes.flatMap { $0 })])
    self.themes = Dictionary(themes.flatMap { words in words.map { ($0, words) } }, uniquingKeysWith: +)
    generic = Set(list("generic").map { $0.unicodeScalars.map(\.keyed) })
    longestGeneric = generic.map(\.count).max() ?? 0
  }

  func asking(_ content: ArraySlice<Unicode.Scalar>) -> Asking {
    var asking: Asking = []
    if content.last(where: { $0 != " " && !$0.isOne(of: ")]】\"”'」』") }).map({ $0.isQuestionMark }) == true { asking.insert(.mark) }
    let key = content.filter(\.isWordlike).map(\.keyed)
    let found = Set(index.matches(in: key).map(\.group))
    if found.contains(0) { asking.insert(.word) }
    // `概述` alone is a heading.
    if found.contains(1), !found.contains(3), !isLabel(content), key.count > 4 || asking.contains(.mark) { asking.insert(.request) }
    if found.contains(2) { asking.insert(.facet) }
    let first = content.prefix { $0.isASCIILetter }
    if first.count < 10, first.count < content.count, english.contains(String(first.map(\.keyed))) { asking.insert(.word) }
    return asking
  }

  /// `分析：…` names what follows; it asks for nothing.
  private func isLabel(_ content: ArraySlice<Unicode.Scalar>) -> Bool {
    content.prefix(6).contains(":")
  }

  /// Whether a text is made of the words of tags, numbers and pictures alone: `高频`, `2023 字节 一面`, `难度：★★★`.
  func isTag(_ text: some Collection<Unicode.Scalar>) -> Bool {
    let key = text.filter { $0.isWordlike || $0.isPictograph }.map(\.keyed)
    guard !key.isEmpty, key.count <= 20, !key.allSatisfy(\.isASCIIDigit) else { return false }
    return isMade(key, of: tags, longest: longestTag) { $0.isASCIIDigit || $0.isPictograph }
  }

  /// Whether a text is one word for how hard or how important a question is.
  func isLevel(_ text: some Collection<Unicode.Scalar>) -> Bool { levels.contains(text.map(\.keyed)) }

  private func isMade(
    _ key: [Unicode.Scalar], of words: Set<[Unicode.Scalar]>, longest: Int, or isSingle: (Unicode.Scalar) -> Bool
  ) -> Bool {
    var isReached = [true] + [Bool](repeating: false, count: key.count)
    for start in key.indices where isReached[start] {
      if isSingle(key[start]) { isReached[start + 1] = true }
      for length in 1...max(1, longest) where start + length <= key.count {
        if words.contains(Array(key[start..<(start + length)])) { isReached[start + length] = true }
      }
    }
    return isReached[key.count]
  }

  /// Whether a question in a dialogue hangs on the answer above it: `那它怎么调度？`, `再写呢？`.
  func followsUp(_ key: [Unicode.Scalar]) -> Bool {
    let key = key.map(\.keyed)
    return key.last == "呢" || followUps.contains { key.starts(with: $0) }
  }

  func isAnswer(_ word: [Unicode.Scalar]) -> Bool { answerWords.words.contains(word) }
  func marksFollowUp(_ word: [Unicode.Scalar]) -> Bool { followUps.contains(word) }

  /// What the column of a table holds, by the key of its heading.
  func namesQuestions(_ key: [Unicode.Scalar]) -> Bool { questionColumns.contains(key) }
  func namesAnswers(_ key: [Unicode.Scalar]) -> Bool { answerColumns.contains(key) }

  func opensDefinitions(_ key: [Unicode.Scalar]) -> Bool { !definitions.matches(in: key).isEmpty }
  /// How many words that titles of whole pages have stand in a line.
  func titleWords(_ key: [Unicode.Scalar]) -> Int { titles.matches(in: key).first?.phrases.count ?? 0 }
  /// Whether what stands behind a question mark goes on asking: `？请举一例。`
  func asksOn(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    !furtherRequests.matches(in: text.prefix(12).filter(\.isWordlike).map(\.keyed)).isEmpty
  }
  /// Whether a line takes leave of the reader.
  func closes(_ key: [Unicode.Scalar]) -> Bool { !closings.matches(in: key).isEmpty }
  /// Whether a line says that what should stand there is still to be written.
  func putsOff(_ key: [Unicode.Scalar]) -> Bool { !postponements.matches(in: key).isEmpty }
  /// What advertisements speak of and the line speaks of too, with all words of the same theme.
  func subjects(_ key: [Unicode.Scalar]) -> [String] {
    guard let match = subjects.matches(in: key).first else { return [] }
    return match.phrases.flatMap { themes[$0] ?? [] }
  }
  /// Whether a line speaks to a reader who is to do something.
  func addressesReader(_ key: [Unicode.Scalar]) -> Bool { !addresses.matches(in: key).isEmpty }
  /// Whether a line says to a reader what to do; haste alone (`限时`) may be told of.
  func callsReader(_ key: [Unicode.Scalar]) -> Bool { !calls.matches(in: key).isEmpty }
  /// Whether a sentence goes on as behind words that it quotes.
  func namesWords(_ key: [Unicode.Scalar]) -> Bool { !namings.matches(in: key).isEmpty }
  /// How many words of how programs work stand in a line, each once.
  func matterWords(_ key: [Unicode.Scalar]) -> Int { Set(matter.matches(in: key).first?.phrases ?? []).count }
  /// Whether a line names what is sold to readers, or where they get it.
  func namesWares(_ key: [Unicode.Scalar]) -> Bool { !wares.matches(in: key).isEmpty }
  /// Whether a line tells what others do: who presses `领取` is a user then, and not the reader.
  func namesUsers(_ key: [Unicode.Scalar]) -> Bool { !users.matches(in: key).isEmpty }
  /// Whether a line is a button or a counter of a page on which one asks and others answer.
  func tellsOfThread(_ key: [Unicode.Scalar]) -> Bool { !threads.matches(in: key).isEmpty }
  /// Whether a label announces what a question is to find out about who answers it.
  func namesAim(_ key: [Unicode.Scalar]) -> Bool { !aims.matches(in: key).isEmpty }
  /// Whether a title announces many questions.
  /// Whether a question is about what somebody sells: for whom, for how much, how to get it.
  func asksAboutGoods(_ key: [Unicode.Scalar]) -> Bool { !goods.matches(in: key).isEmpty }

  /// Whether a title announces topics one after the other, or questions.
  func announcesTopics(_ key: [Unicode.Scalar]) -> Bool { !topics.matches(in: key).isEmpty || namesCollection(key) }

  func namesCollection(_ key: [Unicode.Scalar]) -> Bool { !collections.matches(in: key).isEmpty }

  /// Whether a heading is made of words that every article has, so that it names nothing by itself: `核心技术介绍`.
  func isGeneric(_ key: [Unicode.Scalar]) -> Bool {
    guard !key.isEmpty, key.count <= 30 else { return false }
    let key = key.map(\.keyed)
    return isMade(key, of: generic, longest: longestGeneric, or: \.isASCIIDigit)
  }

  func standsApart(_ key: [Unicode.Scalar]) -> Bool { key.count <= longestApart && apart.contains(String(key.map(\.keyed))) }
  func namesReferences(_ key: [Unicode.Scalar]) -> Bool { key.count <= longestReference && references.contains(String(key.map(\.keyed))) }
}
