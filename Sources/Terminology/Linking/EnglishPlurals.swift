/// Singular and plural of an English name: by spelling, and by `Data/Linking/plurals.txt` where spelling does not tell.
///
/// It only has to be right where a word follows: a form that nobody writes is never found.
enum EnglishPlurals {
  /// The other number's forms of a name: of a plural its singular, else its plurals. The last word bends, and of `chain of
  /// thought` the one before the preposition.
  ///
  /// - Parameter name: Folded, with single spaces, case kept.
  static func others(of name: [UInt8]) -> [[UInt8]] {
    let words = name.split(separator: TermFolding.separator).map(Array.init)
    guard let last = words.last else { return [] }
    var result = Self.forms(of: last).map { name.dropLast(last.count) + $0 }
    if let place = words.dropFirst().firstIndex(where: prepositions.contains), place + 1 < words.count {
      let tail = words[place...].joined(separator: [TermFolding.separator])
      let head = words[..<place].joined(separator: [TermFolding.separator])
      result += Self.forms(of: words[place - 1]).map {
        Array(head.dropLast(words[place - 1].count)) + $0 + [TermFolding.separator] + Array(tail)
      }
    }
    return result
  }

  private static let prepositions: Set<[UInt8]> = Set(["of", "for", "with", "in"].map { Array($0.utf8) })

  private static func forms(of word: [UInt8]) -> [[UInt8]] {
    guard let last = word.last, isLetter(last) else { return [] }
    let lower = String(decoding: word.map(TermPatterns.lowercase), as: UTF8.self)
    if let known = table.plurals[lower] ?? table.singulars[lower] { return known.map { spelled($0, like: word) } }
    // One or two letters are a symbol; only capitals have a plural then.
    guard word.count >= 3 || word.allSatisfy(isCapital) else { return [] }
    let singulars = singulars(of: word)
    return singulars.isEmpty ? plural(of: word) : singulars
  }

  private static func plural(of word: [UInt8]) -> [[UInt8]] {
    let last = word[word.count - 1] | 0x20, before = word.count > 1 ? word[word.count - 2] | 0x20 : 0
    if last == y, isLetter(before), !"aeiou".utf8.contains(before) { return [word.dropLast() + Array("ies".utf8)] }
    if word.count > 4, word.suffix(3).map({ $0 | 0x20 }) == Array("sis".utf8) { return [word.dropLast(2) + Array("es".utf8)] }
    let hisses = last == s || "xz".utf8.contains(last) || last == UInt8(ascii: "h") && "cs".utf8.contains(before)
    // Letters that are spelled out take an s whatever they are: `FTXs`.
    return hisses && !word.allSatisfy(isCapital) ? [word + Array("es".utf8)] : [word + [s]]
  }

  /// Empty for a word that is no plural, or may well be none: `bias`, `physics`, `Keras`, `process`.
  private static func singulars(of word: [UInt8]) -> [[UInt8]] {
    guard word.last == s, word.count >= 3 else { return [] }
    let before = word[word.count - 2]
    if isCapital(before) { return [word.dropLast()] }
    guard word.count >= 5 else { return [] }
    if word.suffix(3).elementsEqual("ies".utf8) { return word.count > 5 ? [word.dropLast(3) + [y]] : [] }
    if before == UInt8(ascii: "e") {
      let stem = word.dropLast(2)
      let hisses = "sxz".utf8.contains(stem.last!) || stem.suffix(2).elementsEqual("ch".utf8) || stem.suffix(2).elementsEqual("sh".utf8)
      return hisses ? [Array(stem), word.dropLast()] : [word.dropLast()]
    }
    // What ends so in the singular is no plural: -ss, -us, -is, -as, -os, and -ics of the sciences.
    guard "bdfgklmnprtwyh".utf8.contains(before) else { return [] }
    return [word.dropLast()]
  }

  /// A form from the table with the first letter, or all letters, as capitals where the word has them.
  private static func spelled(_ form: String, like word: [UInt8]) -> [UInt8] {
    var bytes = Array(form.utf8)
    if word.count > 1, word.allSatisfy(isCapital) {
      bytes = bytes.map { isLetter($0) ? $0 & 0xDF : $0 }
    } else if let first = word.first, isCapital(first) {
      bytes[0] &= 0xDF
    }
    return bytes
  }

  private static let (s, y) = (UInt8(ascii: "s"), UInt8(ascii: "y"))
  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
  private static func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }

  private static let table: (plurals: [String: [String]], singulars: [String: [String]]) = {
    var plurals: [String: [String]] = [:], singulars: [String: [String]] = [:]
    for line in (EmbeddedFiles.all["Linking/plurals.txt"] ?? "").split(separator: "\n") where !line.hasPrefix("#") {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let singular = String(line[..<colon])
      let forms = line[line.index(after: colon)...].split(separator: " ").map(String.init)
      plurals[singular] = forms
      for form in forms { singulars[form, default: []].append(singular) }
    }
    return (plurals, singulars)
  }()
}
