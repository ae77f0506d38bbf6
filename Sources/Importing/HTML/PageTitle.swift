internal import HanText

/// What a page is called, and the heading that says so.
struct PageTitle {
  let text: String?
  /// The heading of the article, where one says the title.
  let node: Int?

  init(of tree: HTMLTree, meta: PageMetadata, content: MainContent, _ vocabulary: HTMLVocabulary) {
    let declared = [meta.property("og:title"), meta.structured("headline"), meta.title].compactMap { $0?.collapsingSpace() }
      .filter { !$0.isEmpty }
    var only: Int?, deeper: Int?
    var headings = 0
    for node in 1..<max(1, tree.count) {
      guard let level = tree.tag(node).headingLevel, level <= 4 else { continue }
      if let last = content.nodes.last, node >= tree.end(last) { break }
      let text = tree.textContent(node).collapsingSpace()
      guard text.count >= 2 else { continue }
      if level > 2 {
        // Where the site's name is the first heading, the article's is of any level.
        if deeper == nil, declared.contains(where: { Self.says($0, text) }) { deeper = node }
        continue
      }
      if declared.contains(where: { Self.says($0, text) }) {
        (self.node, self.text) = (node, text)
        return
      }
      if level == 1 {
        headings += 1
        only = only ?? node
      }
    }
    if let deeper {
      (node, text) = (deeper, tree.textContent(deeper).collapsingSpace())
      return
    }
    // `題 @ 某人的筆記`: the heading that a declared title goes on with is the site's.
    let isSites = only.map { node in declared.contains { Self.goesOn($0, with: tree.textContent(node)) } } ?? false
    if headings == 1, !isSites, let only {
      (node, text) = (only, tree.textContent(only).collapsingSpace())
      return
    }
    node = nil
    text = declared.first.map { Self.withoutSite($0, vocabulary) }
  }

  /// Whether a declared title is that of a heading: letters only are compared, what follows may be the site's name.
  private static func says(_ declared: String, _ heading: String) -> Bool {
    let (a, b) = (letters(declared), letters(heading))
    // `檢視主題 - 題`
    if b.count >= 8, String(scalars: a).contains(String(scalars: b)) { return true }
    return b.count >= 4 && (a.starts(with: b) || b.starts(with: a) && a.count >= 4) || a == b
  }

  private static func goesOn(_ declared: String, with heading: String) -> Bool {
    let (a, b) = (String(scalars: letters(declared)), String(scalars: letters(heading)))
    return b.count >= 2 && a.count >= b.count + 4 && a.contains(b) && !a.hasPrefix(b)
  }

  private static func letters(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }
  }

  /// `什么是 LoRA？_某站` → `什么是 LoRA？`: cut at the last sign that separates the name of the site.
  static func withoutSite(_ title: String, _ vocabulary: HTMLVocabulary) -> String {
    var title = title
    for _ in 0..<3 {
      guard let cut = title.lastIndex(where: { vocabulary.titleSeparators.contains(String($0)) }) else { break }
      let head = title[..<cut].trimmingSpace(), tail = title[title.index(after: cut)...].trimmingSpace()
      // A hyphen inside a word separates nothing.
      let isInWord =
        title[cut] == "-" && title[..<cut].last?.isASCII == true && title[..<cut].last?.isLetter == true
        && tail.first?.isASCII == true && tail.first?.isLowercase == true
      guard !isInWord, head.count >= 4, tail.count <= 14, tail.count < head.count + 4 else { break }
      title = head
    }
    return title
  }
}
