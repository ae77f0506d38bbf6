internal import ContentModel
internal import Diagnostics

extension TermCheck {
  /// An abbreviation that no concept knows, at its first use on a page that does not say there, or before, what it stands for.
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
          let verdict = known.verdict(on: name)
          guard verdict != .atFirstUse else { return nil }
          let meaning = vocabulary.fullForms[name].map { "write \"\($0) (\(name))\"" } ?? "write what it stands for"
          return Diagnostic(
            .note, rule: "undefined-abbreviation",
            verdict == .nowhere
              ? "\"\(name)\" is not explained on this page, and no term knows it" : "\"\(name)\" is used here before the page explains it",
            at: page.location(of: name, nearLine: text.line),
            suggestion: verdict == .nowhere
              ? "\(meaning) at its first use, or add a term with \"abbreviation: [\(name)]\"" : "explain it here, where it is used first")
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
      // Not what is left of a word with other letters in it: `NAÏVE`.
      let isCut = bytes.withUnsafeBufferPointer { !WordEdges.begins(at: start, in: $0) }
      while index < bytes.count, isPart(bytes[index]) { index += 1 }
      // A full stop ends a sentence, and no name.
      let end = bytes[index - 1] == UInt8(ascii: ".") ? index - 1 : index
      if isCut || index < bytes.count && (0xC3...0xD4).contains(bytes[index]) { continue }
      var word = bytes[start..<end]
      if word.last == UInt8(ascii: "s") { word = word.dropLast() }
      guard (2...6).contains(word.count), word.allSatisfy({ (0x41...0x5A).contains($0) }) else { continue }
      // `[CLS]` and `<EOS>` are tokens of a model.
      if start > 0, end < bytes.count, "[<".utf8.contains(bytes[start - 1]), "]>".utf8.contains(bytes[end]) { continue }
      // `16 GB`, `300 kW`: what follows a number counts in it.
      if word.count == end - start, word.count <= 4, start > 0,
        isDigit(bytes[start - 1]) || start > 1 && bytes[start - 1] == 0x20 && isDigit(bytes[start - 2])
      {
        continue
      }
      if isWork(after: end, in: bytes) { continue }
      if text.matches.contains(where: { $0.range.overlaps(start..<end) }) { continue }
      result.append(String(decoding: word, as: UTF8.self))
    }
    return result
  }

  /// `CTRL (2019)`, `CTRL（2019）`: a model, a paper or a data set by its name.
  private static func isWork(after end: Int, in bytes: [UInt8]) -> Bool {
    let rest = String(decoding: bytes[end...].prefix(12), as: UTF8.self).drop { $0 == " " }
    guard rest.first == "(" || rest.first == "（" else { return false }
    let inside = rest.dropFirst()
    return inside.prefix(4).count(where: \.isNumber) == 4 && inside.dropFirst(4).first.map { ")）,，".contains($0) } == true
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// Letters, digits, and what holds a name together: `GPT-4`, `top_k`, `ROUGE-L`, `U.S.`, `C++`.
  private static func isPart(_ byte: UInt8) -> Bool {
    WordEdges.isWordByte(byte) || "-_.+/@#&".utf8.contains(byte)
  }
}
