/// The questions that a page names as related.
enum RelatedKey {
  /// A file with pages that became part of others called by those, where it was not a person who named them; no page names itself, or
  /// another one twice.
  ///
  /// - Parameter own: Names that a person wrote: a site leads them on.
  static func renamed(_ successors: [String: String], in text: String, of page: String, besides own: Set<String>) -> String {
    let parts = ContentParts(text)
    guard let place = parts.entries.firstIndex(where: { $0.key == "related" }), let items = parts.entries[place].items else { return text }
    var seen: Set<String> = own.union([page])
    let renamed = items.compactMap { item -> Substring? in
      let name = String(item.trimmingSpace().dropFirst(2))
      if own.contains(name) { return item }
      let successor = successors[name] ?? name
      return seen.insert(successor).inserted ? Substring("  - " + successor) : nil
    }
    guard renamed != items else { return text }
    var head = parts.entries
    if renamed.isEmpty { head.remove(at: place) } else { head[place] = head[place].listing(renamed) }
    return ContentParts.lines(head: head, body: parts.body + parts.ending)
      .joined(separator: text.utf8.contains(0x0D) ? "\r\n" : "\n")
  }
}
