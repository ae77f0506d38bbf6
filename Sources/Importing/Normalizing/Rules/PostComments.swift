internal import HanText

extension NoisePage {
  /// What readers say of a post right below its counters, a line each: `小林：换了之后好了`, `老周 回复 小林：不客气`. A blank line ends
  /// them, since the next post may begin with a word and a colon too.
  mutating func stripComments() {
    guard document.format == .text else { return }
    let frames = lines.indices.filter { isCommentFrame($0) }
    guard frames.count >= 2 || frames.contains(where: { isHeadingOfComments(lines[$0].folded.key) }) else { return }
    for frame in frames {
      // How they are sorted may stand above them (`推荐 最新`).
      let first = lines[(frame + 1)...].indices.prefix(2).first { lines[$0].isComment } ?? frame + 1
      let said = lines[first...].indices.prefix { !isBlank($0) && verdicts[$0] == nil && lines[$0].isComment }
      guard !said.isEmpty, said.endIndex == lines.count || verdicts[said.endIndex] != nil else { continue }
      let sorting = (frame + 1..<first).filter { verdicts[$0] == nil && lines[$0].folded.length <= 16 }
      for index in sorting + said { decide(index, .strip, "comment-box", "said below the counters of line \(lines[frame].number)") }
    }
  }

  /// A row of counters of which one counts comments.
  private func isCommentFrame(_ index: Int) -> Bool {
    guard let rule = verdicts[index]?.rule, ["counter", "post-frame"].contains(rule), lines[index].folded.length <= 60 else { return false }
    let text = String(scalars: lines[index].folded.key)
    return ["评论", "回复", "comment", "reply"].contains { text.contains($0) }
  }
}

extension PageLine {
  /// A name, who is answered, a colon, and a few words.
  fileprivate var isComment: Bool {
    guard folded.length <= 80, !isCode, !isObject, headingLevel == nil, !marked.isQuestion, !marked.isAnswer, !isListItem,
      let colon = folded.text.prefix(32).firstIndex(of: ":"), colon + 1 < folded.text.count
    else { return false }
    let names = folded.text[..<colon].split { $0 == " " || $0 == "@" || $0 == ">" }
    return (1...3).contains(names.count)
      && names.allSatisfy { $0.count <= 16 && $0.allSatisfy { $0.isWordlike || $0.isOne(of: "_-.") } }
  }
}
