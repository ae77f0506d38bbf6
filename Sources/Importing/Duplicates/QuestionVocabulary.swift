internal import Terminology

/// Names of concepts, cues and fillers in one phrase table, so that the longest of them wins at each place. A class,
/// though it never changes: it goes with every title, and so many tables are dear to copy.
final class QuestionVocabulary: Sendable {
  enum Meaning: Hashable {
    /// Index into `concepts`.
    case concept(Int)
    case cues(Set<Int>)
    case filler
    /// A noun that only names the kind of the name before it.
    case kind
    /// A word that sets one question apart from another, by its name.
    case qualifier(String)
    /// An ordinary English word, by what `CharacterTable.meanings` reads for it.
    case translated(Int)
    /// A property of which the reason is asked, by its name.
    case property(String)
  }

  let concepts: [LexiconConcept]
  let facets: FacetTable
  /// For each concept those beside which it says nothing, as indices.
  let within: [Set<Int>]
  /// For each concept those beside any one of which it may stand, as indices.
  let settings: [Set<Int>]
  /// The concept that stands for all those which questions take for one another.
  let nearest: [Int]
  /// Whether a concept is of what takes its course (垃圾回收, 三次握手), of what has parts (内存结构), a formula (损失函数).
  let traits: [FacetTable.Conditions]
  /// Concepts too wide to count beside any other.
  let isGeneral: [Bool]
  /// Folded nouns that only name the kind of the concept before them.
  private let classNouns: Set<[UInt32]>
  let characters: CharacterTable
  /// Slips in their English names.
  let misspellings: Misspellings
  let homonyms: Homonyms
  /// The Han characters and the words of each concept's first name, as titles are read that know a part of it, and the stems of
  /// the words of its English names.
  let spelled: [(han: [UInt32], mask: UInt64, words: [String], english: Set<String>)]
  /// Concepts within which a hundred others stand, and settings.
  private let contexts: Set<Int>
  private let table: PhraseTable
  /// English words by what is read for them; only in clauses without Han, where they name nothing.
  private let ordinaryWords: PhraseTable, ordinaryForms: PhraseTable
  /// Words for properties, and the names of these.
  private let propertyTable: PhraseTable
  private let properties: [String]
  /// Concepts with those that are numbered like them.
  let series: [(whole: Int, members: Set<Int>)]
  /// Names of what `contrasts.txt` lists.
  private let qualifiers: [String]

  /// Of the lexicon that ships with the program.
  static let standard = QuestionVocabulary(lexicon: .standard)

  /// Of any lexicon; the one that ships with the program is made once.
  static func of(_ lexicon: Lexicon) -> QuestionVocabulary {
    lexicon.concepts == standard.concepts ? standard : QuestionVocabulary(lexicon: lexicon)
  }

  init(lexicon: Lexicon, facets: FacetTable = .standard) {
    let concepts = lexicon.concepts
    self.concepts = concepts
    self.facets = facets
    let index = Dictionary(uniqueKeysWithValues: concepts.enumerated().map { ($1.id, $0) })
    within = concepts.map { Set($0.within.compactMap { index[$0] }) }
    var inhabitants: [Int: Int] = [:]
    for surroundings in within { for concept in surroundings { inhabitants[concept, default: 0] += 1 } }
    settings = concepts.map { Set($0.settings.compactMap { index[$0] }) }
    contexts = settings.reduce(into: Set(inhabitants.filter { $0.value >= 100 }.keys)) { $0.formUnion($1) }
    isGeneral = concepts.map { $0.field == "general" }
    let grammar = TitleGrammar.standard, courses = grammar.courses
    let endings: [(FacetTable.Conditions, [String])] = [(.course, courses), (.parts, grammar.wholes), (.formula, grammar.formulas)]
    traits = concepts.map { concept in
      endings.reduce(into: []) { traits, ending in
        if concept.chinese.contains(where: { name in ending.1.contains(where: name.hasSuffix) }) { traits.formUnion(ending.0) }
      }
    }
    var nearest = Array(concepts.indices)
    for (own, concept) in concepts.enumerated() {
      if let other = concept.near.compactMap({ index[$0] }).first { nearest[own] = other }
    }
    self.nearest = nearest

    series = Self.series(in: concepts)
    misspellings = Misspellings(names: concepts.lazy.flatMap(\.english))
    homonyms = Homonyms(concepts)
    let characters = CharacterTable.standard
    self.characters = characters
    spelled = concepts.map { concept in
      let text = FoldedText(concept.chinese.first ?? concept.english.first ?? concept.id)
      var han: [UInt32] = [], words: [String] = []
      var index = 0
      while index < text.scalars.count {
        let start = index, isHan = FoldedText.isHan(text.scalars[index])
        repeat {
          index += 1
        } while index < text.scalars.count && FoldedText.isHan(text.scalars[index]) == isHan && (isHan || !text.edges[index])
        if isHan {
          let parts = characters.read(start..<index, of: text)
          han += parts.opposites + parts.rest
        } else if text.scalars[start] != FoldedText.barrier {
          words.append(text.text(start..<index))
        }
      }
      let english = concept.english.flatMap { $0.lowercased().split { $0 == " " || $0 == "-" } }
      return (han, Self.mask(han), words, Set(english.map { QuestionParser.stem(String($0)) }))
    }
    let fillers = Self.words("Duplicates/fillers.txt")
    let plainWords = Set(fillers + facets.phrases.filter { !$0.isInflected }.map(\.phrase))
    classNouns = Set(Self.words("Duplicates/classes.txt").map { FoldedText($0).scalars })
    // 类加载过程 is 类加载 and asks for its steps.
    let askingEnds = Self.words("Duplicates/endings.txt")
    func saysWhatIsAsked(_ name: String, of concept: LexiconConcept) -> Bool {
      askingEnds.contains { entry in
        let end = entry.drop { $0 == "~" }, rest = String(name.dropLast(end.count))
        guard name.hasSuffix(end), concept.chinese.contains(rest) else { return false }
        return end.count == entry.count || courses.contains(where: rest.hasSuffix)
      }
    }
    var table = PhraseTable()
    for (own, concept) in concepts.enumerated() {
      // One Han character or one letter names too much.
      for name in concept.names where FoldedText(name).scalars.count > 1 && !saysWhatIsAsked(name, of: concept) {
        let isWord = name.utf8.allSatisfy { $0 < 0x80 } && plainWords.contains(name.lowercased())
        table.add(name, value: isWord ? Self.wordBase + Int32(own) : Int32(own))
      }
    }
    for (place, entry) in facets.phrases.enumerated() { table.add(entry.phrase, value: Self.cueBase + Int32(place)) }
    for (name, own) in CompositeNames.all(of: concepts) { table.add(name, value: Int32(own)) }
    let exchanges = Self.lines("Duplicates/exchanges.txt").map { $0.split(separator: "|").map(String.init) }
    for (name, own) in CompositeNames.exchanged(in: concepts, exchanges) { table.add(name, value: Int32(own)) }
    for (own, concept) in concepts.enumerated() {
      for name in concept.english { for form in EnglishForms.all(of: name).dropFirst() { table.add(form, value: Int32(own)) } }
    }
    for phrase in Self.words("Duplicates/classes.txt") { table.add(phrase, value: Self.kindValue) }
    for phrase in fillers { table.add(phrase, value: Self.fillerValue) }
    for (own, concept) in concepts.enumerated() {
      for verb in concept.english.flatMap(EnglishForms.verbs) { table.add(verb, value: Int32(own)) }
    }
    qualifiers = Self.lines("Duplicates/contrasts.txt").map { $0.split(separator: "|").map(String.init) }.enumerated().map { place, words in
      // The name alone, where it is one character, is found by `CharacterTable`.
      for word in words where FoldedText(word).scalars.count > 1 { table.add(word, value: Self.qualifierBase + Int32(place)) }
      return words[0]
    }
    (properties, propertyTable) = Self.properties()
    (ordinaryWords, ordinaryForms) = Self.ordinaryWords(of: characters)
    self.table = table
  }

  /// A bit for each scalar: equal for equal sets.
  static func mask(_ scalars: some Sequence<UInt32>) -> UInt64 { scalars.reduce(0) { $0 | 1 << UInt64($1 & 63) } }

  /// The phrases of a data file: any number a line, `|` between; `#` begins a comment.
  private static func words(_ file: String) -> [String] { lines(file).flatMap { $0.split(separator: "|") }.map(String.init) }

  private static func lines(_ file: String) -> [Substring] {
    (EmbeddedFiles.all[file] ?? "").split(separator: "\n").filter { !$0.hasPrefix("#") }
  }

  /// English words of `words.txt`, and their forms.
  private static func ordinaryWords(of characters: CharacterTable) -> (words: PhraseTable, forms: PhraseTable) {
    var words = PhraseTable(), forms = PhraseTable()
    for (word, meaning) in characters.translations {
      words.add(word, value: Int32(meaning))
      for form in EnglishForms.all(of: word).dropFirst() { forms.add(form, value: Int32(meaning)) }
    }
    return (words, forms)
  }

  /// `fast: 快|性能高|…` in `properties.txt`.
  private static func properties() -> (names: [String], table: PhraseTable) {
    var names: [String] = []
    var table = PhraseTable()
    for line in lines("Duplicates/properties.txt") {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { preconditionFailure("properties.txt: \(line)") }
      for phrase in parts[1].drop(while: { $0 == " " }).split(separator: "|") { table.add(phrase, value: Int32(names.count)) }
      names.append(String(parts[0]))
    }
    return (names, table)
  }

  /// The cues of a Han character that means something only where it stands by itself between known words.
  func cues(ofLone scalar: UInt32) -> Set<Int>? { facets.loneCues[scalar] }

  /// Of names that are also plain words (IT): they count only where they are written with a capital.
  private static let wordBase: Int32 = 1 << 23
  private static let cueBase: Int32 = 1 << 24
  private static let fillerValue: Int32 = 1 << 25
  private static let kindValue: Int32 = 1 << 26
  private static let qualifierBase: Int32 = 1 << 27

  /// The concept whose name the whole text is.
  func concept(named text: FoldedText) -> Int? {
    guard let (end, meaning) = match(text, at: 0), end == text.scalars.count, case .concept(let concept) = meaning else {
      return nil
    }
    return concept
  }

  /// The concept whose name begins with a head and goes on as a text does, and how many scalars of the text it takes.
  func concept(beginning head: String, goingOn rest: String) -> (length: Int, concept: Int)? {
    let own = FoldedText(head).scalars.count
    guard own > 0, let (end, meaning) = match(FoldedText(head + " " + rest), at: 0), end > own, end > 2,
      case .concept(let concept) = meaning
    else { return nil }
    return (end - own, concept)
  }

  /// Whether a concept says nothing beside another one, whatever other titles name.
  func isIdle(_ concept: Int, beside other: Int) -> Bool {
    concept != other && within[other].contains(concept) && !settings[other].contains(concept)
  }

  /// Whether two settings are one, or one within the other: the JVM and Java.
  func areNested(_ first: Int, _ second: Int) -> Bool {
    first == second || within[first].contains(second) || within[second].contains(first)
  }

  /// The concepts of a set without those that are only settings of the others.
  func withoutSettings(_ set: Set<Int>) -> Set<Int> {
    guard set.count > 1 else { return set }
    let rest = set.filter { concept in !set.contains { settings[$0].contains(concept) } }
    return rest.isEmpty ? set : rest
  }

  /// Whether a word, or the singular that it is the plural of, only names a kind.
  func isClassNoun(_ word: ArraySlice<UInt32>) -> Bool {
    classNouns.contains(Array(word)) || (word.last == 0x73 && classNouns.contains(Array(word.dropLast())))
  }

  /// Whether a concept is the field that questions are about rather than a subject within it.
  func isContext(_ concept: Int) -> Bool { isGeneral[concept] || contexts.contains(concept) }

  /// The longest phrase that begins at `start`. Where a reason is asked (`asksReason`), words for properties count, and of
  /// equal length they win. In English, a word such as "merge" that also names a concept is that only in capitals.
  func match(_ text: FoldedText, at start: Int, asksReason: Bool = false, isEnglish: Bool = false) -> (end: Int, meaning: Meaning)? {
    let known = table.match(text, at: start)
    if asksReason, let (end, property) = propertyTable.match(text, at: start), end >= known?.end ?? 0 {
      return (end, .property(properties[Int(property)]))
    }
    if isEnglish, let (end, word) = ordinaryWords.match(text, at: start), end >= known?.end ?? 0,
      known.map({ end > $0.end || isOrdinary(Int(word), ratherThan: $0.value, text, start) }) ?? true
    {
      return (end, .translated(Int(word)))
    }
    guard let (end, value) = known else {
      return isEnglish ? ordinaryForms.match(text, at: start).map { ($0.end, .translated(Int($0.value))) } : nil
    }
    if value >= Self.qualifierBase { return (end, .qualifier(qualifiers[Int(value - Self.qualifierBase)])) }
    if value == Self.kindValue { return (end, .kind) }
    if value == Self.fillerValue {
      // A capital letter amid Han is a name: 为什么用 A 不用 B.
      return !isEnglish && end == start + 1 && text.isUppercase[start] ? nil : (end, .filler)
    }
    if value >= Self.cueBase {
      let (phrase, cues, _) = facets.phrases[Int(value - Self.cueBase)]
      return !isEnglish && TitleGrammar.standard.names.contains(phrase) ? nil : (end, .cues(cues))
    }
    if isEnglish, value >= Self.wordBase, !text.isUppercase[start] {
      return (end, .filler)
    }
    return (end, .concept(Self.concept(ofName: value)))
  }

  private static func concept(ofName value: Int32) -> Int { Int(value & (wordBase - 1)) }

  /// What is read for an English word that only names a kind elsewhere.
  func translation(of text: FoldedText, _ range: Range<Int>) -> Int? {
    guard let (end, word) = ordinaryWords.match(text, at: range.lowerBound), end == range.upperBound else { return nil }
    return Int(word)
  }

  /// Whether a word that is also the name of a concept is meant as a word: in small letters, and with another meaning.
  private func isOrdinary(_ word: Int, ratherThan value: Int32, _ text: FoldedText, _ start: Int) -> Bool {
    guard value < Self.cueBase, start + 1 < text.scalars.count, !text.isUppercase[start + 1] else { return false }
    let han = characters.text(ofMeaning: word)
    return !concepts[Self.concept(ofName: value)].chinese.contains { $0.contains(han) }
  }
}
