/// Finds the document that a person means, in `import.yml`, by the whole name or by the end of it.
struct DocumentNames: Sendable {
  enum Meaning: Hashable {
    case document(String)
    case unknown
    /// Several have a name that ends so; sorted.
    case ambiguous([String])
  }

  private var byName: [String: String] = [:]
  private var byFile: [Substring: [(name: String, document: String)]] = [:]

  /// - Parameter former: Names that documents had before, with what they are called now; a document that is called so
  ///   today is meant first.
  init(_ documents: some Sequence<String>, former: some Sequence<(name: String, document: String)>) {
    let names = documents.map { (name: $0, document: $0) } + Array(former)
    for (name, document) in names where byName[name] == nil {
      byName[name] = document
      byFile[Self.file(name), default: []].append((name, document))
    }
  }

  /// The whole name wins over the end of one.
  func meaning(of name: String) -> Meaning {
    if let document = byName[name] { return .document(document) }
    let found = Set((byFile[Self.file(name)] ?? []).filter { $0.name.hasSuffix("/" + name) }.map(\.document))
    return found.count > 1 ? .ambiguous(found.sorted()) : found.first.map { .document($0) } ?? .unknown
  }

  /// Of each name as many parts from its end as a misspelt one has. Names that differ in a number are two, and no slip.
  func endings(like name: String) -> Set<String> {
    let count = name.split(separator: "/").count, digits = name.filter(\.isNumber)
    return Set(byName.keys.map { $0.split(separator: "/").suffix(count).joined(separator: "/") }.filter { $0.filter(\.isNumber) == digits })
  }

  private static func file(_ name: String) -> Substring { name[(name.lastIndex(of: "/").map(name.index(after:)) ?? name.startIndex)...] }
}
