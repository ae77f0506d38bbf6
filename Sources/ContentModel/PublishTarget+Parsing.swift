internal import Yams

extension PublishTarget {
  private static let keys = ["directory", "rsync", "git", "branch", "history", "domain", "with"]

  /// Reads the value of `publish`. Returns what is wrong with it, as words that follow `value of "publish"`.
  static func read(_ node: Node, into targets: inout [PublishTarget]) -> String? {
    guard let mapping = node.mapping else { return "is not a mapping from names to places" }
    for (key, value) in mapping {
      guard let name = key.string, isPlain(name), !name.contains(where: { "/\\:".contains($0) }), !name.hasPrefix(".") else {
        return "has a name that is no plain word: \"\(key.string ?? "")\""
      }
      var target = PublishTarget(name: name, place: .directory(""))
      if let problem = target.read(value) { return "is wrong at \"\(name)\": \(problem)" }
      targets.append(target)
    }
    return nil
  }

  private mutating func read(_ node: Node) -> String? {
    guard let mapping = node.mapping else { return "not a mapping" }
    var texts: [String: String] = [:]
    for (keyNode, value) in mapping {
      let key = keyNode.string ?? ""
      guard Self.keys.contains(key) else { return "unknown key \"\(key)\", use \(Self.keys.joined(separator: ", "))" }
      if key == "with" {
        guard let items = value.sequence else { return "\"with\" is no list" }
        for item in items {
          guard let extra = item.string.flatMap(Extra.init) else {
            return "\"with\" is a list of \(Extra.allCases.map(\.rawValue).joined(separator: ", "))"
          }
          extras.insert(extra)
        }
      } else {
        guard let text = value.scalar?.string, Self.isPlain(text) else {
          return "\"\(key)\" is no plain text (it is empty, begins with -, or holds a control character)"
        }
        texts[key] = text
      }
    }
    let places = ["directory", "rsync", "git"].filter { texts[$0] != nil }
    guard places.count == 1 else { return "name one of directory, rsync, git" }
    domain = texts["domain"]
    if places != ["git"], let key = ["branch", "history", "domain"].first(where: { texts[$0] != nil }) {
      return "\"\(key)\" is for git alone"
    }
    switch places[0] {
    case "directory": place = .directory(texts["directory"]!)
    case "rsync": place = .rsync(texts["rsync"]!)
    default:
      let history = texts["history"] ?? "true"
      guard ["true", "false"].contains(history) else { return "\"history\" is neither true nor false" }
      place = .git(remote: texts["git"]!, branch: texts["branch"] ?? "gh-pages", keepsHistory: history == "true")
    }
    return nil
  }

  /// Nothing that a program could take for an option of its own, or for several lines.
  private static func isPlain(_ text: String) -> Bool {
    !text.isEmpty && !text.hasPrefix("-") && !text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
  }
}
