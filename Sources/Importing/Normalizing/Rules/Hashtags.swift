internal import HanText

extension NoiseRule {
  /// Lines of nothing but tags: `#面经# #大模型#`, `# LLM # RAG`.
  static let hashtags = NoiseRule(id: "hashtags") { page in
    for index in page.inked where page.lines[index].mayBeTags {
      let text = page.lines[index].folded.text
      guard text.first == "#", text.count <= 120 else { continue }
      guard text.count(where: { $0 == "#" }) >= 2 || page.isTagBesideNoise(index) else { continue }
      let words = text.split { $0 == "#" || $0 == " " }
      // Headings of Markdown have their hashes together.
      guard !text.starts(with: "##".unicodeScalars), words.count >= 2 || text.last == "#" || page.isTagBesideNoise(index),
        words.allSatisfy({ $0.count <= 16 && $0.allSatisfy { $0.isWordlike || $0.isOne(of: "-_+.") } })
      else { continue }
      page.decide(index, .strip, "hashtags", page.lines[index].folded.string)
      page.weigh(index, 1, "hashtags", "")
    }
  }
}

extension NoisePage {
  /// `#大模型 12` beside a line that is noise or another tag.
  fileprivate func isTagBesideNoise(_ index: Int) -> Bool {
    func isTag(_ index: Int) -> Bool {
      let text = lines[index].folded.text
      return text.count >= 2 && text.count <= 16 && text[0] == "#" && text[1].isWordlike && !text[1].isASCIIDigit
        && text.contains(where: \.isHan)
    }
    guard isTag(index) else { return false }
    return [preceding(index), following(index)].compactMap { $0 }.contains { isStripped($0) || isTag($0) }
  }
}

extension PageLine {
  /// Text as it stands in a paragraph or a list: headings have their own mark.
  fileprivate var mayBeTags: Bool {
    switch hint?.role {
    case nil, .paragraph, .listItem: true
    default: false
    }
  }
}
