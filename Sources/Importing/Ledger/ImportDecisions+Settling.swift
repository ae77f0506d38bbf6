package import Diagnostics

extension ImportDecisions {
  package enum Settlement: String, Sendable {
    case same, different

    var opposite: Settlement { self == .same ? .different : .same }
  }

  /// `import.yml` with a decision more.
  package struct Settled: Sendable {
    package let text: String
    /// Lines of the former text on which stood what the new decision replaces.
    package let replacedLines: [Int]
  }

  /// Why a decision cannot be written into the file.
  package enum SettlingFailure: Error, CustomStringConvertible {
    case invalidFile([Diagnostic])
    case contradiction([Diagnostic])
    case writtenOtherwise(Settlement, line: Int, wanted: String)

    package var description: String {
      switch self {
      case .invalidFile(let faults), .contradiction(let faults): faults.map(\.formatted).joined(separator: "\n")
      case .writtenOtherwise(let kind, let line, let wanted):
        "error: line \(line): \"\(kind.rawValue)\" is not written as one list a line; \(wanted) by hand"
      }
    }
  }

  /// Writes decisions into the text of `import.yml`. They replace former ones that say the contrary of the same
  /// questions; everything else stays as people wrote it. `nil` where they stand there already. Refused where it is open
  /// what stays of a former one.
  ///
  /// - Parameters:
  ///   - canonical: What a name stands for, where a question has several names.
  ///   - replacement: What shall stand for a contrary list of names; `nil` where it says nothing contrary beyond what the
  ///     names show.
  package static func settling(
    _ lists: [[String]], as kind: Settlement, in file: SourceFile, canonical: (String) -> String = { $0 },
    replacement: ([String]) -> [[String]]? = { _ in nil }
  ) throws(SettlingFailure) -> Settled? {
    let (decisions, faults) = parse(file)
    guard faults.isEmpty else { throw .invalidFile(faults) }
    var lines = file.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while lines.last?.isEmpty == true { lines.removeLast() }
    let known = decisions.pairings(kind).map { Set($0.names) }
    let new = lists.filter { list in !known.contains { $0.isSuperset(of: list) } }
    var changes: [(pairing: Pairing, kind: Settlement, remains: [[String]])] = []
    for pairing in decisions.pairings(kind.opposite) {
      var replaced = replacement(pairing.names)
      if replaced == nil { replaced = try remains(of: pairing, against: lists, kind, canonical) }
      if let replaced { changes.append((pairing, kind.opposite, replaced)) }
    }
    // What a new list says as well need not be said twice.
    for pairing in decisions.pairings(kind) where new.contains(where: { Set($0).isSuperset(of: pairing.names) }) {
      changes.append((pairing, kind, []))
    }
    if new.isEmpty, changes.isEmpty { return nil }
    changes.sort { $0.pairing.place.line < $1.pairing.place.line }
    for change in changes.reversed() { try replace(change.pairing, with: change.remains, change.kind, in: &lines) }
    for list in new { try insert(entry(list), as: kind, in: &lines) }
    let text = lines.joined(separator: "\n") + "\n"
    let (result, after) = parse(SourceFile(path: file.path, bytes: Array(text.utf8)))
    guard after.isEmpty else { throw .invalidFile(after) }
    let before = Set(decisions.contradictions(canonical: canonical).map(\.summary))
    let contradictions = result.contradictions(canonical: canonical).filter { !before.contains($0.summary) }
    guard contradictions.isEmpty else { throw .contradiction(contradictions.map { unwritten($0, in: file, lines) }) }
    return Settled(text: text, replacedLines: changes.map(\.pairing.place.line))
  }

  /// A contradiction with the places that the file has now: the new decision has none.
  private static func unwritten(_ fault: Diagnostic, in file: SourceFile, _ lines: [String]) -> Diagnostic {
    let former = file.text.split(separator: "\n", omittingEmptySubsequences: false)
    func place(_ location: SourceLocation?) -> SourceLocation? {
      guard let location, let line = former.firstIndex(where: { $0 == lines[location.line - 1] }) else { return nil }
      return file.location(line: line + 1, column: location.column)
    }
    return Diagnostic(
      fault.severity, rule: fault.rule, fault.summary, at: place(fault.location),
      suggestion: "change or remove one of these decisions first",
      notes: fault.notes.map { Diagnostic.Note($0.text, at: place($0.location)) })
  }

  private func pairings(_ kind: Settlement) -> [Pairing] { kind == .same ? same : different }

  /// What stays of a list that says the contrary of a new decision; `nil` where it does not.
  private static func remains(
    of pairing: Pairing, against lists: [[String]], _ kind: Settlement, _ canonical: (String) -> String
  ) throws(SettlingFailure) -> [[String]]? {
    for list in lists {
      let settled = Set(list.map(canonical))
      let contrary = pairing.names.filter { settled.contains(canonical($0)) }
      guard Set(contrary.map(canonical)).count > 1 else { continue }
      let rest = pairing.names.filter { !contrary.contains($0) }
      // Of several that differed, each still differs from the others.
      if kind == .same { return contrary.map { [$0] + rest }.filter { $0.count > 1 } }
      // Of several that were one, names of one page stay one.
      var pages: [[String]] = []
      for name in contrary {
        if let page = pages.firstIndex(where: { canonical($0[0]) == canonical(name) }) {
          pages[page].append(name)
        } else {
          pages.append([name])
        }
      }
      if !rest.isEmpty { throw .contradiction([openRest(rest, of: pairing, between: pages)]) }
      return pages.filter { $0.count > 1 }
    }
    return nil
  }

  /// What was one with two questions cannot stay one with both.
  private static func openRest(_ rest: [String], of pairing: Pairing, between pages: [[String]]) -> Diagnostic {
    func listed(_ names: [String]) -> String { names.joined(separator: ", ") }
    return Diagnostic(
      .error, rule: "import-decisions",
      "\(listed(pairing.names)) are one question here: which of \(listed(pages.map { $0[0] })) is one with \(listed(rest)) is open",
      at: pairing.place,
      suggestion: "write here " + pages.map { entry($0 + rest).dropFirst(2) }.joined(separator: " or ") + ", and settle this again")
  }

  private static func replace(
    _ pairing: Pairing, with remains: [[String]], _ kind: Settlement, in lines: inout [String]
  ) throws(SettlingFailure) {
    let index = pairing.place.line - 1
    let line = lines.indices.contains(index) ? lines[index] : ""
    let indent = line.prefix { $0 == " " }
    let rest = line.dropFirst(indent.count)
    guard rest.hasPrefix("- ["), rest.hasSuffix("]") else {
      throw .writtenOtherwise(kind, line: pairing.place.line, wanted: "remove \(entry(pairing.names))")
    }
    lines.replaceSubrange(index...index, with: remains.map { indent + entry($0) })
    // A key without entries goes with its last one.
    let key = kind.rawValue + ":"
    if remains.isEmpty, index > 0, lines[index - 1] == key,
      index == lines.count || !lines[index].hasPrefix(" ") && !lines[index].hasPrefix("-")
    {
      lines.remove(at: index - 1)
    }
  }

  private static func entry(_ names: [String]) -> String { "- [" + names.map(quoted).joined(separator: ", ") + "]" }

  private static func insert(_ entry: String, as kind: Settlement, in lines: inout [String]) throws(SettlingFailure) {
    let key = kind.rawValue + ":"
    guard let start = lines.firstIndex(where: { $0.hasPrefix(key) }) else {
      lines += [key, "  " + entry]
      return
    }
    let value = lines[start].dropFirst(key.count).drop { $0 == " " }
    guard value.isEmpty || value.hasPrefix("#") || value.hasPrefix("[]") else {
      throw .writtenOtherwise(kind, line: start + 1, wanted: "add \(entry)")
    }
    if value.hasPrefix("[]") { lines[start] = key }
    // After the last entry of the list.
    var last = start
    var indent = "  "
    for index in lines.indices.dropFirst(start + 1) {
      let line = lines[index]
      if line.allSatisfy({ $0 == " " }) || line.hasPrefix("#") { continue }
      guard line.hasPrefix(" ") || line.hasPrefix("-") else { break }
      if last == start { indent = String(line.prefix { $0 == " " }) }
      last = index
    }
    lines.insert(indent + entry, at: last + 1)
  }

  private static func quoted(_ name: String) -> String {
    let isPlain = name.allSatisfy { $0.isLetter || $0.isNumber || "-_/.".contains($0) } && name.first?.isNumber == false
    return isPlain ? name : "\"" + name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
