/// The questions that a page names as related.
enum RelatedKey {
  /// A file with pages that became part of others called by those; no page names itself, or another one twice.
  static func renamed(_ successors: [String: String], in text: String, of page: String) -> String {
    let parts = ContentParts(text)
    guard let place = parts.entries.firstIndex(where: { $0.key == "related" }), let items = parts.entries[place].items else { return text }
    var seen: Set<Substring> = [Substring(page)]
    let renamed = items.compactMap { item -> Substring? in
      let name = item.trimmingSpace().dropFirst(2), successor = successors[String(name)].map { Substring($0) } ?? Substring(name)
      return seen.insert(successor).inserted ? "  - " + successor : nil
    }
    guard renamed != items else { return text }
    var head = parts.entries
    if renamed.isEmpty { head.remove(at: place) } else { head[place] = head[place].listing(renamed) }
    return ContentParts.lines(head: head, body: parts.body + parts.ending)
      .joined(separator: text.utf8.contains(0x0D) ? "\r\n" : "\n")
  }
}
