package import Diagnostics

extension ImportDecisions {
  package enum Settlement: String, Sendable {
    case same, different
  }

  /// Why a decision cannot be written into the file.
  package enum SettlingFailure: Error, CustomStringConvertible {
    case invalidFile([Diagnostic])
    case contradiction(String, String, Settlement)
    case writtenInline(Settlement, String)

    package var description: String {
      switch self {
      case .invalidFile(let faults): faults.map(\.formatted).joined(separator: "\n")
      case .contradiction(let first, let second, let kind): "\(first) and \(second) are decided to be \(kind.rawValue) already"
      case .writtenInline(let kind, let line): "\"\(kind.rawValue)\" is written on one line; add \(line) by hand"
      }
    }
  }

  /// The text of `import.yml` with one decision more; everything else in it stays as people wrote it. `nil` where the
  /// decision stands there already.
  package static func settling(
    _ names: [String], as kind: Settlement, in file: SourceFile
  ) throws(SettlingFailure) -> String? {
    let (decisions, faults) = parse(file)
    guard faults.isEmpty else { throw .invalidFile(faults) }
    let others = kind == .same ? decisions.different : decisions.same
    for list in others {
      let shared = names.filter(list.contains)
      if shared.count > 1 { throw .contradiction(shared[0], shared[1], kind == .same ? .different : .same) }
    }
    if (kind == .same ? decisions.same : decisions.different).contains(where: { Set($0).isSuperset(of: names) }) { return nil }
    let entry = "- [" + names.map(quoted).joined(separator: ", ") + "]"
    let text = try inserting(entry, as: kind, in: file.text)
    let (result, after) = parse(SourceFile(path: file.path, bytes: Array(text.utf8)))
    guard after.isEmpty, (kind == .same ? result.same : result.different).contains(names) else {
      throw .writtenInline(kind, entry)
    }
    return text
  }

  private static func inserting(_ entry: String, as kind: Settlement, in text: String) throws(SettlingFailure) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while lines.last?.isEmpty == true { lines.removeLast() }
    let key = kind.rawValue + ":"
    guard let start = lines.firstIndex(where: { $0.hasPrefix(key) }) else {
      return (lines + [key, "  " + entry]).joined(separator: "\n") + "\n"
    }
    let value = lines[start].dropFirst(key.count).drop { $0 == " " }
    guard value.isEmpty || value.hasPrefix("#") || value.hasPrefix("[]") else { throw .writtenInline(kind, entry) }
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
    return lines.joined(separator: "\n") + "\n"
  }

  private static func quoted(_ name: String) -> String {
    let isPlain = name.allSatisfy { $0.isLetter || $0.isNumber || "-_/.".contains($0) } && name.first?.isNumber == false
    return isPlain ? name : "\"" + name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
