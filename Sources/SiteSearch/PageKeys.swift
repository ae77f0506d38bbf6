/// The keys of one page that its text gives it, each with the page's level: what an edit takes from the lists and puts into
/// them.
struct PageKeys {
  /// Han characters and pairs of them.
  private(set) var han: [[UInt16]: UInt32] = [:]
  /// Three Han characters; the third follows the pair of the others.
  private(set) var triples: [[UInt16]: UInt32] = [:]
  private(set) var words: [[UInt16]: UInt32] = [:]
  /// One or two letters that words begin with, followed by `*`.
  private(set) var prefixes: [[UInt16]: UInt32] = [:]
  /// What comes after a pair, ascending.
  private(set) var followers: [[UInt16]: [UInt16]] = [:]
  /// Names of concepts that are none of these.
  private(set) var names: [[UInt16]: UInt32] = [:]

  /// - Parameter reader: has read the page, and nothing else.
  init(_ reader: PageReader, names concepts: ConceptNames) {
    var sums: [[UInt16]: Float] = [:]
    for (number, field) in reader.fields.enumerated() {
      let end = number + 1 < reader.fields.count ? reader.fields[number + 1].firstUnit : reader.hanUnits.count
      // A run always ends with 0.
      for position in field.firstUnit..<end where reader.hanUnits[position] != 0 {
        var text: [UInt16] = []
        for unit in reader.hanUnits[position..<min(position + 3, end)].prefix(while: { $0 != 0 }) {
          text.append(unit)
          sums[text, default: 0] += field.amount
        }
      }
    }
    for (text, sum) in sums {
      let level = UInt32(FieldWeight.level(sum))
      if text.count == 3 { triples[text] = level } else { han[text] = level }
    }
    for text in triples.keys { followers[Array(text[..<2]), default: []].append(text[2]) }
    for pair in followers.keys { followers[pair]!.sort() }
    let wordLists = reader.wordLists
    for word in 0..<reader.tokenizer.words.count {
      guard let posting = wordLists[word].first else { continue }
      let text = Array(reader.tokenizer.text(ofWord: word))
      words[text] = posting & 15
      for prefix in PrefixKeys.prefixes(of: text) {
        prefixes[PrefixKeys.key(prefix)] = max(prefixes[PrefixKeys.key(prefix)] ?? 0, posting & 15)
      }
    }
    let nameLists = WordLists(reader.names, count: concepts.canonicalTexts.count, fields: reader.fields)
    for name in concepts.canonicalTexts.indices {
      if let posting = nameLists[name].first { names[concepts.canonicalTexts[name]] = posting & 15 }
    }
  }

  /// The level under a name, whatever kind of key it is.
  func level(ofName text: [UInt16]) -> UInt32? { han[text] ?? words[text] ?? names[text] }

}
