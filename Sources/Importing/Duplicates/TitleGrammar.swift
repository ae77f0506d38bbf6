internal import Terminology

/// Words by which titles are put in order before and while they are read, from `grammar.txt`.
struct TitleGrammar: Sendable {
  let idle: [String]
  let occasions: [String]
  let why: [String]
  let whyIdle: [String]
  let whyPhrase: [String]
  let marks: [String]
  /// Signs, after the word that is read for them.
  let arrows: [String]
  let conjunctions: Set<String>
  let linking: Set<String>
  let places: Set<String>
  let negations: Set<UInt32>
  /// English words that ask nothing amid Han characters.
  let names: Set<String>
  /// Opposites that only say what is to be improved.
  let defects: [UInt32]
  /// What is read as what where improvement is asked for.
  let improved: (from: [UInt32], to: [UInt32])

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
    whyPhrase = list("why-phrase")
    marks = list("marks")
    arrows = list("arrows")
    conjunctions = Set(list("conjunctions"))
    linking = Set(list("linking"))
    places = Set(list("places"))
    negations = Set(list("negations").flatMap { FoldedText($0).scalars })
    names = Set(list("names"))
    defects = FoldedText(list("defects")[0]).scalars
    let pair = list("improved")[0].split(separator: "=")
    improved = (FoldedText(pair[0]).scalars, FoldedText(pair[1]).scalars)
  }
}
