internal import Terminology

/// The cues, facets and their nearness, read from `cues.txt` and `facets.txt`.
struct FacetTable: Sendable {
  let cues: [String]
  /// Phrases with their cues and whether they are only a form of one that is written there, in the order of the file: one phrase may stand for several (`为什么要`: why and need).
  let phrases: [(phrase: String, cues: Set<Int>, isInflected: Bool)]
  /// The cues of single Han characters that count only where they stand alone.
  let loneCues: [UInt32: Set<Int>]
  /// In order of precedence; the last one, `topic`, is that of a title without any cue.
  let facets: [Facet]
  /// Square, by index of the facet.
  private let nearness: [[Double]]
  /// The same, where a condition holds; 0 where that brings them no nearer.
  private let conditional: [(condition: Conditions, nearness: [[Double]])]
  /// By the raw value of their names.
  private let sets: [Set<Int>]
  /// Cues of a form of words rather than of a subject: never left over.
  let silentCues: Set<Int>

  /// Cues that make a clause a question or a request; the first of them stands for question words within phrases.
  let askingCues: Set<Int>

  /// The cue that asks whether, and that which asks for a list.
  let whetherCues: Set<Int>, whichCue: Int?

  /// The cue that asks how to do a thing, and that which asks how it is done.
  let howCue: Int?, mannerCue: Int?

  /// Cues of what one thing does to another.
  let affectingCues: Set<Int>

  /// Cues of words for kinds and stages of one thing.
  let kindCues: Set<Int>

  /// Cues that ask for a list or a choice among several.
  let listingCues: Set<Int>

  /// Cues of clauses that may ask why a thing has a property.
  let reasonCues: Set<Int>

  /// The cue of such a property; no phrase of `cues.txt` has it.
  static let propertyCue = 1

  /// The cue of words that ask for something to be ensured.
  let ensuringCue: Int?

  /// Cues of words that ask for a remedy, and the one of those that ask for less of a thing.
  let remedyCues: Set<Int>, solvingCue: Int?

  /// Cues of what may be good or bad.
  let defectiveCues: Set<Int>

  /// The cue of what stands before a thing that is not meant.
  let contrastCue: Int?
  static let contrast = "contrast"

  /// The cue of a number of kinds.
  let severalCue: Int?

  /// Cues of words that choose one thing.
  let choosingCues: Set<Int>

  /// The cue of phrases that ask whether one knows a thing.
  let acquaintedCue: Int?

  /// The cue of words before what a relation starts from, or what is given up in favour of another thing: from, than.
  let sourceCue: Int?

  /// The cue of words before what a relation leads to.
  let goalCue: Int?

  /// Cues of verbs that with their object may say when the rest is.
  let occasionCues: Set<Int>

  /// Cues of words that compare.
  let comparingCues: Set<Int>

  /// Cues of verbs by which one thing acts on another.
  let actingCues: Set<Int>

  /// The cue of words that ask for improvement.
  let improvingCue: Int?

  static let standard = FacetTable(
    cues: EmbeddedFiles.all["Duplicates/cues.txt"] ?? "", facets: EmbeddedFiles.all["Duplicates/facets.txt"] ?? "")

  init(cues cueText: String, facets facetText: String) {
    var cues = [Self.questionWord, "property"]
    var phrases: [(phrase: String, cues: Set<Int>, isInflected: Bool)] = []
    var placeOf: [String: Int] = [:]
    var lone: [UInt32: Set<Int>] = [:]
    for line in Self.lines(cueText) {
      guard let (names, rest) = Self.split(line, at: ":") else { continue }
      let own = Set(
        names.split(separator: " ").map { name in
          if let known = cues.firstIndex(of: String(name)) { return known }
          cues.append(String(name))
          return cues.count - 1
        })
      for phrase in rest.split(separator: "|") where phrase.hasPrefix("=") {
        for scalar in FoldedText(phrase.dropFirst()).scalars { lone[scalar, default: []].formUnion(own) }
      }
      for base in rest.split(separator: "|").map(String.init) where !base.hasPrefix("=") {
        for phrase in EnglishForms.all(of: base) {
          if let place = placeOf[phrase] {
            phrases[place].cues.formUnion(own)
            if phrase == base { phrases[place].isInflected = false }
          } else {
            placeOf[phrase] = phrases.count
            phrases.append((phrase, Self.asks(phrase) ? own.union([0]) : own, phrase != base))
          }
        }
      }
    }
    var facets: [Facet] = []
    var near: [String: [(String, String, Double)]] = [:]
    var section = ""
    var setNames: [FacetSet: [String]] = [:]
    var silent: Set<Int> = [0, Self.propertyCue], occasion: Set<Int> = []
    for line in Self.lines(facetText) {
      if line.hasSuffix(":") {
        section = String(line.dropLast())
      } else if let (key, rest) = Self.split(line, at: ":"), key == "silent" {
        silent.formUnion(rest.split(separator: " ").compactMap { cues.firstIndex(of: String($0)) })
      } else if let (key, rest) = Self.split(line, at: ":"), key == "occasion" {
        occasion.formUnion(rest.split(separator: " ").compactMap { cues.firstIndex(of: String($0)) })
      } else if let (key, rest) = Self.split(line, at: ":"), !rest.contains("="),
        let set = FacetSet.allCases.first(where: { "\($0)" == key })
      {
        setNames[set] = rest.split(separator: " ").map(String.init)
      } else if section.hasPrefix("near") {
        near[section, default: []] += Self.pairs(line)
      } else if let facet = Self.facet(line, cues: cues, isWeak: section == "weak") {
        facets.append(facet)
      }
    }
    facets.append(Facet(id: "topic", name: "the topic as such", combinations: [], absorbed: [], isWeak: true))
    loneCues = lone
    self.cues = cues
    self.phrases = phrases
    self.facets = facets
    let index = Dictionary(uniqueKeysWithValues: facets.enumerated().map { ($1.id, $0) })
    func square(_ pairs: [(String, String, Double)], same: Double) -> [[Double]] {
      var square = facets.indices.map { row in facets.indices.map { $0 == row ? same : 0 } }
      for (first, second, value) in pairs {
        guard let a = index[first], let b = index[second] else { preconditionFailure("facets.txt: \(first), \(second)") }
        square[a][b] = value
        square[b][a] = value
      }
      return square
    }
    nearness = square(near["near"] ?? [], same: 1)
    conditional = Conditions.named.map { name, condition in
      guard let pairs = near["near \(name)"] else { preconditionFailure("facets.txt: no near \(name)") }
      return (condition, square(pairs, same: 0))
    }
    sets = FacetSet.allCases.map { set in
      guard let names = setNames[set] else { preconditionFailure("facets.txt: no \(set)") }
      return Set(
        names.map { name in
          guard let facet = index[name] else { preconditionFailure("facets.txt: \(set): no \(name)") }
          return facet
        })
    }
    askingCues = Set(
      [Self.questionWord, "what", "introduce", "why", "how", "which", "whether", "when", "amount"].compactMap { cues.firstIndex(of: $0) })
    whetherCues = Set([cues.firstIndex(of: "whether")].compactMap { $0 })
    howCue = cues.firstIndex(of: "how")
    mannerCue = cues.firstIndex(of: "manner")
    whichCue = cues.firstIndex(of: "which")
    affectingCues = Set(["effect", "evaluate"].compactMap { cues.firstIndex(of: $0) })
    kindCues = Set(["type", "stage"].compactMap { cues.firstIndex(of: $0) })
    listingCues = Set(["which", "type", "choose", "amount"].compactMap { cues.firstIndex(of: $0) })
    remedyCues = Set(["improve", "solve", "resolve", "remedy"].compactMap { cues.firstIndex(of: $0) })
    solvingCue = cues.firstIndex(of: "solve")
    defectiveCues = Set(["effect", "capability"].compactMap { cues.firstIndex(of: $0) })
    contrastCue = cues.firstIndex(of: Self.contrast)
    severalCue = cues.firstIndex(of: "several")
    choosingCues = Set(["adopt", "choose"].compactMap { cues.firstIndex(of: $0) })
    reasonCues = Set(["why", "cause", "principle", "work", "where", "achieve"].compactMap { cues.firstIndex(of: $0) })
    occasionCues = occasion
    comparingCues = Set(["difference", "comparative"].compactMap { cues.firstIndex(of: $0) })
    sourceCue = cues.firstIndex(of: "source")
    goalCue = cues.firstIndex(of: "goal")
    actingCues = Set(["improve", "evaluate", "effect", "solve"].compactMap { cues.firstIndex(of: $0) })
    improvingCue = cues.firstIndex(of: "improve")
    acquaintedCue = cues.firstIndex(of: "acquainted")
    ensuringCue = cues.firstIndex(of: "ensure")
    silentCues = silent.union(facets.filter(\.isWeak).flatMap { $0.combinations.filter { $0.count == 1 }.joined() })
  }

  /// How nearly two facets ask the same, 0 to 1, of concepts of which some conditions hold.
  func nearness(_ first: Int, _ second: Int, where conditions: Conditions = []) -> Double {
    var result = nearness[first][second]
    guard !conditions.isEmpty else { return result }
    for (condition, nearness) in conditional where conditions.contains(condition) { result = max(result, nearness[first][second]) }
    return result
  }

  /// The facets that a line of `facets.txt` names.
  subscript(set: FacetSet) -> Set<Int> { sets[set.rawValue] }

  var topic: Int { facets.count - 1 }

  func index(of id: String) -> Int? { facets.firstIndex { $0.id == id } }

  /// The facets that a clause's cues make, and the cues that no facet used.
  func facets(of cues: Set<Int>) -> (facets: [Int], unused: Set<Int>) {
    var found: [Int] = []
    var rest = cues
    // By index: most facets do not fit, and copying one costs more than looking at it.
    for index in facets.indices {
      if facets[index].isWeak, !found.isEmpty { break }
      guard let fit = facets[index].combinations.firstIndex(where: { $0.isSubset(of: rest) }) else { continue }
      found.append(index)
      rest.subtract(facets[index].combinations[fit])
      rest.subtract(facets[index].absorbed)
    }
    return (found.isEmpty ? [topic] : found, rest.subtracting(silentCues))
  }

  private static func facet(_ line: Substring, cues: [String], isWeak: Bool) -> Facet? {
    guard let (id, rest) = split(line, at: ":"), let (name, rule) = split(rest, at: "=") else { return nil }
    let parts = rule.split(separator: "~")
    func number(_ cue: Substring) -> Int {
      guard let index = cues.firstIndex(of: String(cue)) else { preconditionFailure("facets.txt: no cue \(cue)") }
      return index
    }
    let combinations = parts[0].split { $0 == "," || $0 == " " }.map { Set($0.split(separator: "+").map(number)) }
    let absorbed = parts.count > 1 ? Set(parts[1].split(separator: " ").map(number)) : []
    return Facet(id: id, name: name, combinations: combinations, absorbed: absorbed, isWeak: isWeak)
  }

  /// `overview explanation | steps work 0.85`, or `work steps 0.85`: each pair of the two sides.
  private static func pairs(_ line: Substring) -> [(String, String, Double)] {
    var words = line.split(separator: " ")
    guard let value = words.popLast().flatMap({ Double($0) }) else { preconditionFailure("facets.txt: \(line)") }
    let sides = words.contains("|") ? words.split(separator: "|") : words.map { [$0][...] }
    guard sides.count == 2 else { preconditionFailure("facets.txt: \(line)") }
    return sides[0].flatMap { first in sides[1].filter { $0 != first }.map { (String(first), String($0), value) } }
  }

  private static let questionWord = "question-word"

  /// Whether a phrase has a question word in it: `如何解决`, `how to use`.
  private static func asks(_ phrase: String) -> Bool {
    ["如何", "怎么", "怎样", "什么", "啥", "为何", "咋", "哪", "how ", "what ", "which ", "why "].contains { phrase.contains($0) }
  }

  private static func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n").filter { !$0.hasPrefix("#") }
  }

  /// `name: rest` with the spaces around it removed.
  private static func split(_ line: some StringProtocol, at mark: Character) -> (String, String)? {
    guard let position = line.firstIndex(of: mark) else { return nil }
    func trimmed(_ part: some StringProtocol) -> String {
      String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    return (trimmed(line[..<position]), trimmed(line[line.index(after: position)...]))
  }
}
