extension BlockReader {
  /// A sentence goes on after a break where a word follows, and ends there where a list's mark or bold text does.
  mutating func settleBreak(before node: Int) {
    let text = tree.text(node)
    guard let first = text.first(where: { $0 > 0x20 }) else { return }
    let isWord = (first >= 0xE4 && first <= 0xE9) || (first | 0x20 >= 0x61 && first | 0x20 <= 0x7A)
    let isAddress = text.drop { $0 <= 0x20 }.starts(with: "http".utf8)
    if isWord, !isAddress, bold == 0 {
      breakIsHeld = false
    } else {
      flush()
      breaks = 1
    }
  }

  /// Ends the line being read.
  mutating func flush() {
    defer {
      runs = InlineRuns()
      breakIsHeld = false
    }
    guard !runs.isEmpty else { return }
    let line = runs.lines?.lowerBound ?? 1
    runs.resolveEntities()
    runs.resolveLiteralEmphasis()
    let text = runs.plainText
    if text.isEmpty {
      for image in runs.images {
        let hint = LineHint(.image(address: image.address, alternative: image.alternative))
        append(hint, text: image.alternative.isEmpty ? "图片" : image.alternative, line: line)
      }
      return
    }
    let markdown = runs.markdown
    var hint = LineHint(headingLevel.map { .heading(level: $0) } ?? .paragraph)
    if headingLevel == nil, itemIsFresh, let list = lists.last, list.isInItem {
      hint.role = .listItem(depth: lists.count - 1, ordinal: list.isOrdered ? list.next : nil)
    }
    hint.markdown = markdown
    hint.linkDensity = runs.linkShare
    hint.isBold = headingLevel == nil && runs.boldLength == text.utf8.count
    hint.links = runs.links
    hint.startsBlock = breaks != 1
    append(hint, text: text, line: line)
  }

  mutating func append(_ hint: LineHint, text: String, line: Int) {
    var hint = hint
    hint.containers = containers
    itemIsFresh = false
    breaks = 0
    hint.definition = definitions.last
    hint.sourceLine = line
    if let name = boilerplate.first {
      // A signature or a box that sells is what it is called; other boxes have text of the article now and then.
      let isSure = HTMLVocabulary.words(of: name).contains(where: vocabulary.sureWords.contains)
      hint.boilerplate = isSure && hint.role == .paragraph && text.unicodeScalars.count <= 160 ? 1 : 0.5
      hint.boilerplateEvidence = "class=\(name)"
    }
    if !content.isEmpty, !isInside, !isSaidBesideContent(hint, text) {
      hint.boilerplate = 1
      hint.boilerplateEvidence = "outside the article" + (boilerplate.first.map { ", class=\($0)" } ?? "")
    }
    lines.append(ScrapedLine(number: lines.count + 1, text: text, hint: hint))
  }

  /// Sentences right beside one of several boxes that hold posts, in the box around it: editors put a post's last paragraph
  /// there.
  private func isSaidBesideContent(_ hint: LineHint, _ text: String) -> Bool {
    // The title's heading is a box of its own.
    guard hint.role == .paragraph, boilerplate.isEmpty, content.count(where: { tree.tag($0).headingLevel == nil }) >= 2,
      hint.linkDensity < 0.3, let box = frames.last?.node,
      text.unicodeScalars.count >= 20, text.unicodeScalars.last.map({ $0 == "。" || $0 == "？" || $0 == "." }) ?? false
    else { return false }
    return content.contains { tree.parent($0) == box && tree.tag($0).headingLevel == nil && tree.end($0) <= tree.end(box) }
  }
}

extension ScrapedLine {
  /// The line inside a cell of a table, where blocks cannot be.
  var cellMarkdown: String {
    switch hint?.role {
    case .listItem(_, let ordinal): (ordinal.map { "\($0). " } ?? "• ") + inline
    case .formula: "$\(text)$"
    case .code: text.isEmpty ? "" : MarkdownEscaping.codeSpan(text)
    case .image(let address, let alternative): InlineRuns.Image(address: address, alternative: alternative).markdown
    case .divider: ""
    default: inline
    }
  }

  private var inline: String { hint?.markdown ?? MarkdownEscaping.escape(text) }
}
