/// Finds the terms that a page states together with their names in the other language or their abbreviations.
///
/// Pairs are read from brackets, labels and apposition, judged by the lexicon or by their form, and joined over the
/// page. What is not stated on the page is not mined, however well the lexicon knows it.
package struct TermMiner: Sendable {
  private let names: LexiconNames
  private let spelling: KnownSpelling
  private let words = MiningWords.standard

  /// By the lexicon that ships with the program.
  package static let standard = TermMiner(.standard)

  private init(_ names: LexiconNames) {
    self.names = names
    spelling = KnownSpelling(names)
  }

  /// The terms of one page, in the order in which they are first stated. O(text).
  package func mine(lines: [(number: Int, text: String)]) -> [MinedTerm] {
    let judge = EquivalenceJudge(names: names, words: words)
    let before = NameBefore(names: names, words: words)
    let brackets = BracketReader(before: before, judge: judge, words: words, spelling: spelling)
    let leads = LeadReader(judge: judge, spelling: spelling)
    let labels = LabelReader(before: before, judge: judge, spelling: spelling)
    let appositions = AppositionReader(names: names)
    let definitions = DefinitionReader()
    let equations = EquationReader(before: before, judge: judge, words: words, spelling: spelling)
    var statements: [Statement] = []
    var sentences: [String: (text: String, line: Int)] = [:]
    var defined: [StatedName] = []
    for (number, text) in lines {
      let line = MinedLine(text, number: number)
      guard !line.isCode else { continue }
      if line.hasLetters {
        statements += brackets.statements(of: line) + labels.statements(of: line) + appositions.statements(of: line)
        if let lead = leads.statement(of: line) { statements.append(lead) }
      }
      statements += equations.statements(of: line)
      if let (name, sentence) = definitions.definition(line), sentences[StatementMerger.key(name)] == nil {
        sentences[StatementMerger.key(name)] = (sentence, number)
        if !names.concepts(named: name.text).isEmpty { defined.append(name) }
      }
    }
    let merged = StatementMerger(names: names).merged(statements)
    let stated = Set(merged.flatMap(\.names).map(StatementMerger.key))
    let alone = defined.filter { !stated.contains(StatementMerger.key($0)) }
      .map { Statement(names: [$0], line: sentences[StatementMerger.key($0)]?.line ?? 0) }
    return (merged + alone).enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }
      .map { term($0.element, definitions: sentences) }
  }

  private func term(_ statement: Statement, definitions: [String: (text: String, line: Int)]) -> MinedTerm {
    func first(_ kind: StatedName.Kind) -> StatedName? { statement.names.first { $0.kind == kind } }
    let chosen = [first(.chinese), first(.english), first(.abbreviation)]
    let aliases = statement.names.filter { !chosen.contains($0) }.map(\.text)
    let definition = statement.names.lazy.compactMap { definitions[StatementMerger.key($0)] }.first
    return MinedTerm(
      chinese: chosen[0]?.text, english: chosen[1]?.text, abbreviation: chosen[2]?.text,
      aliases: aliases.reduce(into: []) { if !$0.contains($1) { $0.append($1) } },
      definition: definition?.text, definitionLine: definition?.line, line: statement.line)
  }
}
