/// Which words in capitals readers should be told the meaning of.
struct AbbreviationVocabulary {
  /// Full forms that the lexicon knows.
  let fullForms: [String: String]
  private let known: Set<String>

  init(_ termbase: Termbase) {
    // A word within a concept's name is explained with it: the KV of KV cache.
    let words = termbase.concepts.flatMap(\.terms).flatMap { $0.name.split { !$0.isLetter || !$0.isASCII }.map(String.init) }
    // Nor do readers ask what the name of a model stands for.
    let models = Lexicon.standard.concepts.filter { $0.field == "models" }.flatMap { $0.english + $0.abbreviations }
    known = Self.common.union(words).union(models)
    var fullForms: [String: String] = [:]
    for concept in Lexicon.standard.concepts where concept.field != "models" {
      let names = Set(concept.english + concept.abbreviations)
      let full = concept.english.filter { $0.contains(" ") && $0.split(separator: " ").allSatisfy { !names.contains(String($0)) } }
        .max { $0.count < $1.count }
      guard let full else { continue }
      for name in concept.english + concept.abbreviations where fullForms[name] == nil { fullForms[name] = full }
    }
    self.fullForms = fullForms
  }

  func needsExplanation(_ name: String) -> Bool {
    !known.contains(name) && !Self.isNumeral(name) && !Self.isUnit(name) && (fullForms[name] != nil || !Self.canBeSpoken(name))
  }

  /// Roman, up to 39.
  private static func isNumeral(_ name: String) -> Bool { name.wholeMatch(of: /X{0,3}(IX|IV|V?I{0,3})/) != nil }

  /// A prefix of the SI or of IEC 80000 and a unit, in whatever case: `GFLOPS`, `TOPS`, `MIB`, `KHZ`, `MW`.
  private static func isUnit(_ name: String) -> Bool {
    name.wholeMatch(of: /[YZEPTGMKUNDC]?I?(B|BPS|BIT|HZ|FLOPS?|FLOP|OPS|W|WH|V|VA|M|S|SEC|MIN|L|PA|DB|EV|PX|RPM|FPS|IPS|TOPS)/) != nil
      && name.utf8.count >= 2
  }

  /// What readers know without being told: `Data/Checking/common-abbreviations.txt`.
  private static let common: Set<String> = {
    let lines = (EmbeddedFiles.all["Checking/common-abbreviations.txt"] ?? "").split(separator: "\n").filter { !$0.hasPrefix("#") }
    return Set(lines.flatMap { $0.split(separator: " ").map(String.init) })
  }()

  /// Three letters or more, with a vowel, and never three consonants together but where English has them so.
  private static func canBeSpoken(_ name: String) -> Bool {
    guard name.utf8.count >= 3, name.utf8.contains(where: "AEIOUY".utf8.contains) else { return false }
    return name.split { "AEIOUY".contains($0) }.allSatisfy { run in
      run.utf8.count < 3 || clusters.contains { run.utf8.count < 5 && run.contains($0) }
    }
  }

  private static let clusters = [
    "STR", "SCR", "SPR", "SPL", "THR", "SHR", "SCH", "CHR", "PHR", "TCH", "RST", "RCH", "NGT", "NCH", "NTH", "GHT", "MPT", "MPL", "NST",
    "RTH",
    "NSL", "NTR", "NGL", "CTR", "XTR", "DDL", "TTL", "NDL",
  ]
}
