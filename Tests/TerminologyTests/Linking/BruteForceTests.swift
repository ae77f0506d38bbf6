import ContentModel
import SyntheticCorpus
import Terminology
import Testing

/// The matcher against a search that tries every name at every place, on random text made of pieces of names.
@Suite struct BruteForceTests {
  /// Folds a character; `nil` for one that is as it is.
  static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let narrow = (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0)! : scalar
    if ["-", " ", "\n", "\u{3000}", "\u{A0}", "\u{2010}"].contains(narrow) { return " " }
    return ("A"..."Z").contains(narrow) ? Unicode.Scalar(narrow.value + 32)! : narrow
  }

  static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    let scalar = fold(scalar)
    return ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
  }

  static func begins(at index: Int, in text: [Unicode.Scalar]) -> Bool {
    guard index > 0 else { return true }
    if isWord(text[index - 1]) { return false }
    if "_\\@#".unicodeScalars.contains(text[index - 1]) { return false }
    if "-.".unicodeScalars.contains(text[index - 1]), index > 1, isWord(text[index - 2]) { return false }
    return true
  }

  static func ends(at index: Int, in text: [Unicode.Scalar]) -> Bool {
    guard index < text.count else { return true }
    if isWord(text[index]) || text[index] == "_" { return false }
    let next = index + 1 < text.count ? text[index + 1] : " "
    if text[index] == "-" { return !("0"..."9").contains(next) }
    // An identifier goes on with a half-width letter.
    if text[index] == "+" { return next.isASCII && isWord(next) || (0x4E00...0x9FFF).contains(next.value) }
    if text[index] == "." { return !(next.isASCII && isWord(next)) }
    return true
  }

  static func namesMember(_ range: Range<Int>, in text: [Unicode.Scalar]) -> Bool {
    guard ("A"..."Z").contains(text[range.lowerBound]), range.upperBound < text.count, text[range.upperBound] == "-" else { return false }
    let member = text[(range.upperBound + 1)...].prefix { ("A"..."Z").contains($0) || ("0"..."9").contains($0) }
    return (1...4).contains(member.count)
      && !(member.endIndex < text.count && text[member.endIndex].isASCII && isWord(text[member.endIndex]))
  }

  /// What `AddressSyntax` says, as far as these texts have signs for it.
  static func isAddressed(_ range: Range<Int>, in text: [Unicode.Scalar]) -> Bool {
    func isPart(_ scalar: Unicode.Scalar) -> Bool {
      scalar.isASCII && (33...126).contains(scalar.value) && !"[]".unicodeScalars.contains(scalar)
    }
    let isHan = text[range.lowerBound].value > 0x7FF, isHanEnd = text[range.upperBound - 1].value > 0x7F
    var before = Array(text[..<range.lowerBound].reversed().prefix(while: isPart).reversed())
    var after = Array(text[range.upperBound...].prefix(while: isPart))
    if isHan, before.last != "\\" { before = [] }
    if isHanEnd, after.first != "." { after = [] }
    let word = String(String.UnicodeScalarView(before + (isHan ? "词" : "x").unicodeScalars + after))
    if word.contains(/\\[a-z0-9A-Z词]|[a-z0-9A-Z]\\/) { return true }
    let ending = /[a-zA-Z0-9词]\.[a-z][a-zA-Z0-9]+$/
    return word.replacing(/\.+$/, with: "").contains(ending)
  }

  static func matches(of names: [[Unicode.Scalar]], in text: [Unicode.Scalar]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    while start < text.count {
      var best: Int?
      for name in names {
        let end = start + name.count
        guard end <= text.count, zip(name, text[start..<end]).allSatisfy({ $0 == fold($1) }) else { continue }
        if isWord(name[0]), !begins(at: start, in: text) { continue }
        if isWord(name[name.count - 1]), !ends(at: end, in: text) { continue }
        let isWhole = isWord(name[0]) && isWord(name[name.count - 1])
        if isWhole, start > 0, end < text.count, text[start - 1] == "[", text[end] == "]" { continue }
        if isWord(name[name.count - 1]), namesMember(start..<end, in: text) { continue }
        if isAddressed(start..<end, in: text) { continue }
        best = max(best ?? 0, end)
      }
      if let best {
        result.append(start..<best)
        start = best
      } else {
        start += 1
      }
    }
    return result
  }

  @Test func findsWhatBruteForceFinds() {
    var generator = SplitMix64(seed: 3)
    let scripts = [["a", "b", "ab", "ba", "c", "1"], ["词", "元", "模", "の"]]
    let rest = [" ", "-", ".", "_", "，", "Ａ", "ｂ", "A", "\n", "\u{2010}", "😀", "\\", "1", "+", "[", "]"]
    func pick<Element>(_ elements: [Element]) -> Element { elements.randomElement(using: &generator)! }
    var total = 0
    for _ in 0..<200 {
      let names = Set(
        (0..<8).map { _ in
          let pieces = pick(scripts)
          return (0..<Int.random(in: 2...4, using: &generator)).map { _ in pick(pieces) }.joined() + pick(["", "", "-a", " b"])
        }
      ).filter { $0.unicodeScalars.count > 1 && $0.contains(where: \.isLetter) && !mixes($0) }.sorted()
      if names.isEmpty { continue }
      let termbase = Termbase([
        Concept(
          id: DocumentID(section: .terms, slug: "x"),
          terms: names.map { Term($0, language: .english, status: .preferred) })
      ])
      let folded = names.map { $0.unicodeScalars.map(Self.fold) }
      for _ in 0..<20 {
        let haystack = (0..<Int.random(in: 1...16, using: &generator)).map { _ in
          switch Int.random(in: 0..<4, using: &generator) {
          case 0, 1: pick(names)
          case 2: pick(pick(scripts))
          default: pick(rest)
          }
        }.joined()
        let scalars = Array(haystack.unicodeScalars)
        var offsets = [0]
        for scalar in scalars { offsets.append(offsets.last! + String(scalar).utf8.count) }
        let expected = Self.matches(of: folded, in: scalars).map { offsets[$0.lowerBound]..<offsets[$0.upperBound] }
        total += expected.count
        #expect(termbase.matches(in: haystack).map(\.range) == expected, "\(names) in \(haystack)")
      }
    }
    #expect(total > 1000)
  }

  /// Whether Han and Latin meet, or a hyphen makes a name of eight letters: both have further forms.
  private func mixes(_ name: String) -> Bool {
    let folded = name.unicodeScalars.map(Self.fold).filter { $0 != " " }
    for (left, right) in zip(folded, folded.dropFirst()) where left.isASCII != right.isASCII { return true }
    return name.contains("-") && folded.count >= 8
  }
}
