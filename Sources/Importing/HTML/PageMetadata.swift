internal import Foundation

/// What the head of a page says: `<title>`, `<meta>`, `<link>` and JSON-LD.
struct PageMetadata {
  private(set) var title: String?
  private var metas: [String: String] = [:]
  private var relations: [String: String] = [:]
  private var linkedData: [String: String] = [:]

  init(of tree: HTMLTree) {
    for node in 1..<max(1, tree.count) {
      switch tree.tag(node) {
      case .title where title == nil && !Self.isInSVG(node, tree): title = tree.textContent(node).collapsingSpace()
      case .meta:
        let key =
          tree.attribute("property", of: node) ?? tree.attribute("name", of: node)
          ?? tree.attribute("itemprop", of: node)
        guard let key, let value = tree.attribute("content", of: node)?.collapsingSpace(), !value.isEmpty else { continue }
        metas[key.lowercased()] = metas[key.lowercased()] ?? value
      case .link, .a:
        guard let relation = tree.attribute("rel", of: node)?.lowercased(), let address = tree.attribute("href", of: node)
        else { continue }
        for word in relation.split(separator: " ") where ["canonical", "license", "licence"].contains(word) {
          relations[String(word)] = relations[String(word)] ?? address
        }
      case .script where tree.attribute("type", of: node)?.contains("ld+json") == true:
        readLinkedData(tree.textContent(node))
      default: break
      }
    }
  }

  func property(_ names: String...) -> String? {
    names.lazy.compactMap { metas[$0] }.first
  }

  func relation(_ name: String) -> String? { relations[name] }

  /// A value of the page's JSON-LD: `headline`, `author`, `datePublished`, `url`, `license`.
  func structured(_ key: String) -> String? { linkedData[key] }

  private mutating func readLinkedData(_ text: String) {
    guard text.utf8.count < 1 << 20, let value = try? JSONSerialization.jsonObject(with: Data(text.utf8)) else { return }
    collect(value, depth: 0)
  }

  private mutating func collect(_ value: Any, depth: Int) {
    guard depth < 4 else { return }
    if let list = value as? [Any] {
      for element in list.prefix(50) { collect(element, depth: depth + 1) }
    } else if let object = value as? [String: Any] {
      if let graph = object["@graph"] { collect(graph, depth: depth + 1) }
      for key in ["headline", "datePublished", "pubDate", "dateModified", "url", "license", "author", "mainEntityOfPage"] {
        guard linkedData[key] == nil, let text = Self.text(object[key]), !text.isEmpty else { continue }
        linkedData[key] = text
      }
    }
  }

  private static func text(_ value: Any?) -> String? {
    if let text = value as? String { return text.collapsingSpace() }
    if let object = value as? [String: Any] { return (object["name"] ?? object["@id"] ?? object["url"]) as? String }
    if let list = value as? [Any] { return list.compactMap { text($0) }.first }
    return nil
  }

  private static func isInSVG(_ node: Int, _ tree: HTMLTree) -> Bool { tree.tag(tree.parent(node)) == .svg }
}
