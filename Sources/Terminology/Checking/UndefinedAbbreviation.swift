internal import ContentModel
internal import Diagnostics

extension TermCheck {
  /// An abbreviation that no concept knows, at its first use on a page that does not say what it stands for.
  ///
  /// A word in capitals that can be spoken (`BLOOM`, `HELM`) is taken for a name, unless the lexicon knows what it stands
  /// for.
  static let undefinedAbbreviation = TermCheck(id: "undefined-abbreviation") { site in
    let vocabulary = AbbreviationVocabulary(site.termbase)
    return site.pages.filter { $0.document.id.section != .sources }.flatMap { page -> [Diagnostic] in
      var seen: Set<String> = []
      var expansions: PageExpansions?
      return page.texts.flatMap { text in
        abbreviations(in: text).compactMap { name -> Diagnostic? in
          guard vocabulary.needsExplanation(name), seen.insert(name).inserted else { return nil }
          let known = expansions ?? PageExpansions(page)
          expansions = known
          guard !known.explains(name) else { return nil }
          let meaning = vocabulary.fullForms[name].map { "write \"\($0) (\(name))\"" } ?? "write what it stands for"
          return Diagnostic(
            .note, rule: "undefined-abbreviation", "\"\(name)\" is not explained on this page, and no term knows it",
            at: page.location(of: name, nearLine: text.line),
            suggestion: "\(meaning) at its first use, or add a term with \"abbreviation: [\(name)]\"")
        }
      }
    }
  }

  /// Words of two to six capitals (and a plural s) that stand alone and in no name of a concept.
  private static func abbreviations(in text: CheckedPage.Text) -> [String] {
    let bytes = Array(text.text.utf8)
    var result: [String] = []
    var index = 0
    while index < bytes.count {
      guard isPart(bytes[index]) else {
        index += 1
        continue
      }
      let start = index
      while index < bytes.count, isPart(bytes[index]) { index += 1 }
      // A full stop ends a sentence, and no name.
      let end = bytes[index - 1] == UInt8(ascii: ".") ? index - 1 : index
      var word = bytes[start..<end]
      if word.last == UInt8(ascii: "s") { word = word.dropLast() }
      guard (2...6).contains(word.count), word.allSatisfy({ (0x41...0x5A).contains($0) }) else { continue }
      // `[CLS]` and `<EOS>` are tokens of a model.
      if start > 0, end < bytes.count, "[<".utf8.contains(bytes[start - 1]), "]>".utf8.contains(bytes[end]) { continue }
      if text.matches.contains(where: { $0.range.overlaps(start..<end) }) { continue }
      result.append(String(decoding: word, as: UTF8.self))
    }
    return result
  }

  /// Letters, digits, and what holds a name together: `GPT-4`, `top_k`, `ROUGE-L`, `U.S.`, `C++`.
  private static func isPart(_ byte: UInt8) -> Bool {
    WordEdges.isWordByte(byte) || "-_.+/@#&".utf8.contains(byte)
  }
}
