extension BlockReader {
  /// Words that are left out are none of the page's lines, and remembered for the audit.
  mutating func note(_ omission: ElementVisibility.Omission, _ node: Int) {
    if let note = ScrapedDocument.HiddenText(omission, of: node, in: tree) { hidden.append(note) }
  }
}

extension ScrapedDocument.HiddenText {
  /// `nil` where an element has no words; scripts and styles hold none.
  init?(_ omission: ElementVisibility.Omission, of node: Int, in tree: HTMLTree) {
    var words: [Substring] = []
    var index = node
    while index < tree.end(node) {
      let tag = tree.tag(index)
      if tag == .script || tag == .style {
        index = tree.end(index)
        continue
      }
      if tag == .text { words += String(decoding: tree.text(index), as: UTF8.self).split(whereSeparator: \.isWhitespace) }
      index += 1
    }
    let text = words.joined(separator: " ")
    guard text.contains(where: { $0.isLetter || $0.isNumber }) else { return nil }
    self.init(
      line: tree.line(node), text: text, rule: omission.rawValue,
      evidence: omission == .hidden ? "the page shows it to nobody" : Self.evidence(node, in: tree))
  }

  /// `<button>`; of what is no element of that kind its class as well.
  private static func evidence(_ node: Int, in tree: HTMLTree) -> String {
    let tag = tree.tag(node)
    let name = tree.attribute("class", of: node).map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") } ?? ""
    return name.isEmpty ? "<\(tag.rawValue)>" : "<\(tag.rawValue)>, class=\(name)"
  }
}
