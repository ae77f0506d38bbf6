internal import Diagnostics
internal import HanText
internal import Yams

/// Rule data as read from YAML, before it is indexed.
struct RuleSource: Sendable {
  var phrases: [PhraseGroup] = []
  var disguises: [String: String] = [:]
  var questions: [String: [String]] = [:]
  var fields: [String: [String]] = [:]
  var boilerplate: Set<UInt64> = []

  /// The files under `Data/normalizing`. They travel inside the program and tests read them: a fault there is a bug.
  static let shipped: RuleSource = {
    func text(_ name: String) -> String { EmbeddedFiles.all["normalizing/" + name] ?? "" }
    do {
      var source = RuleSource()
      for name in ["phrases", "disguises", "questions", "fields"] {
        try source.add(try node(text(name + ".yml")), to: name)
      }
      try source.add(try node(text("calls.yml")), to: "phrases")
      source.add(hashes: text("boilerplate.txt").split(separator: "\n").map(String.init))
      return source
    } catch {
      preconditionFailure("Data/normalizing: \(error)")
    }
  }()

  /// - Parameter section: the key under which the rules stand; `nil` where they are the whole text.
  func extended(with yaml: String, section: String?) throws(ImportRulesError) -> RuleSource {
    let whole = try Self.node(yaml)
    guard let root = section.map({ whole[$0] }) ?? whole else { return self }
    guard let mapping = root.mapping else {
      throw ImportRulesError(line: root.mark?.line, reason: "rules are a mapping: phrases, disguises, questions, …")
    }
    var own = RuleSource()
    try Self.check(root, against: ["phrases", "disguises", "questions", "fields", "boilerplate"])
    for (key, value) in mapping {
      let name = key.scalar?.string ?? ""
      if name == "questions" { try Self.check(value, against: questions.keys) }
      if name == "fields" { try Self.check(value, against: fields.keys) }
      try own.add(value, to: name)
    }
    var result = self
    result.phrases = own.phrases + phrases
    result.disguises.merge(own.disguises) { _, own in own }
    result.questions.merge(own.questions, uniquingKeysWith: +)
    result.fields.merge(own.fields, uniquingKeysWith: +)
    result.boilerplate.formUnion(own.boilerplate)
    return result
  }

  private mutating func add(_ node: Node, to name: String) throws(ImportRulesError) {
    switch name {
    case "phrases":
      for group in try Self.sequence(node) { phrases.append(try PhraseGroup(group)) }
    case "disguises":
      for (written, meant) in try Self.mapping(node) { disguises[written] = try Self.string(meant) }
    case "questions":
      for (list, words) in try Self.mapping(node) { questions[list] = try Self.strings(words).map(Self.folded) }
    case "fields":
      for (list, names) in try Self.mapping(node) { fields[list] = try Self.strings(names).map { Self.folded($0).filter { $0 != " " } } }
    case "boilerplate":
      for element in try Self.sequence(node) {
        let hash = try Self.string(element)
        guard UInt64(hash.prefix { $0 != " " }, radix: 16) != nil else {
          throw ImportRulesError(line: element.mark?.line, reason: "`\(hash)` is no hash of a line")
        }
        add(hashes: [hash])
      }
    default: preconditionFailure("keys are checked before")
    }
  }

  /// As lines are read: widths folded, small letters, simplified.
  private static func folded(_ word: String) -> String {
    String(scalars: word.unicodeScalars.map { WidthFolding.fold($0).keyed })
  }

  private mutating func add(hashes: [String]) {
    boilerplate.formUnion(hashes.compactMap { UInt64($0.prefix { $0 != " " }, radix: 16) })
  }
}

extension RuleSource {
  fileprivate static func node(_ yaml: String) throws(ImportRulesError) -> Node {
    do {
      return try Yams.compose(yaml: yaml) ?? Node([Node]())
    } catch {
      let line = (error as? YamlError).flatMap { fault -> Int? in
        switch fault {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
        default: nil
        }
      }
      throw ImportRulesError(line: line, reason: "not YAML")
    }
  }

  /// Finds keys that mean nothing: slips of the pen, of which nobody would hear otherwise.
  fileprivate static func check(_ node: Node, against known: some Collection<String>) throws(ImportRulesError) {
    for (key, _) in node.mapping ?? [:] {
      let name = key.scalar?.string ?? ""
      guard !known.contains(name) else { continue }
      let near = NearMiss.suggestion(for: name, among: known)
      throw ImportRulesError(
        line: key.mark?.line, column: key.mark?.column, reason: "unknown key \"\(name)\"",
        suggestion: near.map { "write \"\($0)\"" } ?? "use one of: \(known.sorted().joined(separator: ", "))")
    }
  }

  fileprivate static func sequence(_ node: Node) throws(ImportRulesError) -> [Node] {
    guard let sequence = node.sequence else { throw ImportRulesError(line: node.mark?.line, reason: "expected a list") }
    return Array(sequence)
  }

  fileprivate static func mapping(_ node: Node) throws(ImportRulesError) -> [(String, Node)] {
    guard let mapping = node.mapping else { throw ImportRulesError(line: node.mark?.line, reason: "expected a mapping") }
    return mapping.map { ($0.key.scalar?.string ?? "", $0.value) }
  }

  fileprivate static func string(_ node: Node) throws(ImportRulesError) -> String {
    guard let scalar = node.scalar else { throw ImportRulesError(line: node.mark?.line, reason: "expected a text") }
    return scalar.string
  }

  fileprivate static func strings(_ node: Node) throws(ImportRulesError) -> [String] {
    var result: [String] = []
    for element in try sequence(node) { result.append(try string(element)) }
    return result
  }
}

extension PhraseGroup {
  fileprivate init(_ node: Node) throws(ImportRulesError) {
    let line = node.mark?.line
    try RuleSource.check(node, against: ["rule", "action", "weight", "longest", "phrases"])
    var fields: [String: Node] = [:]
    for (key, value) in try RuleSource.mapping(node) { fields[key] = value }
    guard let rule = fields["rule"]?.scalar?.string else { throw ImportRulesError(line: line, reason: "a group needs `rule`") }
    let actionName = fields["action"]?.scalar?.string ?? Action.hint.rawValue
    guard let action = Action(rawValue: actionName) else {
      throw ImportRulesError(line: line, reason: "unknown action `\(actionName)`: strip, meta, hint, cue or sign")
    }
    guard let list = fields["phrases"] else { throw ImportRulesError(line: line, reason: "a group needs `phrases`") }
    func number(_ key: String, _ standard: Double) throws(ImportRulesError) -> Double {
      guard let node = fields[key] else { return standard }
      guard let value = node.scalar.flatMap({ Double($0.string) }) else {
        throw ImportRulesError(line: node.mark?.line, reason: "`\(key)` is a number")
      }
      return value
    }
    var phrases: [Phrase] = []
    for element in try RuleSource.sequence(list) {
      let text = try RuleSource.string(element)
      guard let phrase = Phrase(text) else {
        throw ImportRulesError(line: element.mark?.line, reason: "phrase `\(text)` has no letter, digit or Han character")
      }
      phrases.append(phrase)
    }
    self.init(
      rule: rule, action: action, weight: try number("weight", 2), longest: Int(exactly: try number("longest", 120).rounded()) ?? 120,
      phrases: phrases)
  }
}
