internal import HanText

/// The names in a pair of brackets: `Retrieval-Augmented Generation, RAG`, `简称IT`, `8位整数量化`.
struct BracketContent {
  /// In their order; Chinese ones only where they stand alone or are introduced as a name.
  private(set) var names: [StatedName] = []
  /// Whether a Chinese part was introduced as a name (`又称…`).
  private(set) var isLabelled = false

  /// `nil` where the brackets hold no name: an example, a remark, a number, a mixture.
  init?(_ text: ArraySlice<Unicode.Scalar>, words: MiningWords) {
    guard (1...120).contains(text.count), !text.contains(MinedLine.blank) else { return nil }
    // `nucleus sampling / top-p`: a stroke between spaces parts names, one within a word does not.
    let isParted = text.indices.dropFirst().dropLast().contains { text[$0] == "/" && text[$0 - 1] == " " && text[$0 + 1] == " " }
    let signs: String.UnicodeScalarView = (isParted ? ",、;:/" : ",、;:").unicodeScalars
    for (place, part) in text.split(whereSeparator: { signs.contains($0) }).enumerated() {
      var rest = Self.trimmed(part)
      if words.examples.contains(where: { Self.begins(rest, with: $0) }) || rest.last == "等" { break }
      var isOwnLabel = false
      while let label = words.labels.first(where: { Self.begins(rest, with: $0) }) {
        rest = Self.trimmed(rest.dropFirst(label.count))
        isOwnLabel = true
      }
      rest = Self.withoutQuotes(rest)
      guard let name = Self.name(rest) else {
        if place == 0 { return nil }
        continue
      }
      if name.kind == .chinese, place > 0, !isOwnLabel, names.contains(where: { $0.kind == .chinese }) { continue }
      if isOwnLabel { isLabelled = true }
      names.append(name)
    }
    // A list of names is a list of examples.
    let latin = names.filter { $0.kind == .english }
    guard !names.isEmpty, latin.count <= 2, names.count(where: { $0.kind == .abbreviation }) <= 2 else { return nil }
  }

  /// A word of Latin letters opens a phrase only as a whole word.
  private static func begins(_ text: ArraySlice<Unicode.Scalar>, with word: [Unicode.Scalar]) -> Bool {
    guard text.count >= word.count, zip(text, word).allSatisfy({ $0 == $1 || MinedLine.lowercased($0) == $1 }) else { return false }
    guard let last = word.last, MinedLine.isLetter(last) else { return true }
    return text.dropFirst(word.count).first.map { !MinedLine.isLetter($0) } ?? true
  }

  private static func name(_ scalars: ArraySlice<Unicode.Scalar>) -> StatedName? {
    guard let first = scalars.first, scalars.count <= 80 else { return nil }
    let han = scalars.count(where: HanScript.contains)
    if han == 0 {
      guard scalars.allSatisfy({ MinedLine.isLatin($0) || $0 == " " || $0 == "(" || $0 == ")" }),
        MinedLine.isLetter(first) || ("0"..."9").contains(first), scalars.contains(where: MinedLine.isLetter),
        !isQuantity(scalars), !isFile(scalars), !isCitation(scalars), !isFormula(scalars)
      else { return nil }
      return StatedName(latin: String(scalars: scalars))
    }
    // Digits may stand in a Chinese name (8位整数), hyphens between its parts; no other letters.
    guard han >= 2, han <= 14, scalars.allSatisfy({ HanScript.contains($0) || $0 == "-" || ("0"..."9").contains($0) })
    else { return nil }
    return StatedName(String(scalars: scalars), .chinese)
  }

  /// `7B`, `2k`, `3.5`, `1h10min`: sizes, versions and times.
  private static func isQuantity(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = scalars.first, ("0"..."9").contains(first) else { return false }
    return scalars.count(where: MinedLine.isLetter) <= 2 || scalars.allSatisfy { ("0"..."9").contains($0) || ("a"..."z").contains($0) }
  }

  /// `Shen et al.`, `Kleppmann 2017`.
  private static func isCitation(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    let words = scalars.split { $0 == " " }
    guard words.count > 1, let last = words.last else { return false }
    let isYear = last.count == 4 && last.allSatisfy { ("0"..."9").contains($0) } && last.first!.isOne(of: "12")
    return isYear || words.contains { $0.elementsEqual("al.".unicodeScalars) || $0.elementsEqual("al".unicodeScalars) }
  }

  /// `1 - lr wd`: a sign stands by itself.
  private static func isFormula(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    scalars.split { $0 == " " }.contains { $0.count == 1 && $0.first!.isOne(of: "-+/–") }
  }

  /// `weights.bin`, `example.org`: a file or a host, no name of what it holds.
  private static func isFile(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let dot = scalars.lastIndex(of: "."), !scalars.contains(" ") else { return false }
    let ending = String(scalars: scalars[(dot + 1)...])
    return [
      "py", "bin", "pt", "json", "jsonl", "txt", "md", "yaml", "yml", "csv", "sh", "cfg", "ini", "toml", "exe", "so", "cpp", "html", "xml",
      "com", "cn", "org", "net", "io", "cc", "tw",
    ].contains(ending)
  }

  private static func trimmed(_ text: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
    stripped(text) { $0.isOne(of: " \t:\u{A0}\u{200B}\u{FEFF}") }
  }

  private static func withoutQuotes(_ text: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
    stripped(text) { $0.isOne(of: "\"“”'‘’「」") }
  }

  private static func stripped(
    _ text: ArraySlice<Unicode.Scalar>, of isOuter: (Unicode.Scalar) -> Bool
  ) -> ArraySlice<Unicode.Scalar> {
    var text = text.drop(while: isOuter)
    while let last = text.last, isOuter(last) { text.removeLast() }
    return text
  }
}
