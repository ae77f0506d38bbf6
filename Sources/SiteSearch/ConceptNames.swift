/// The names of concepts: what makes a query in one language find pages in the other.
struct ConceptNames {
  /// One spelling of every name that differs from the others after folding; a name's number is its place here.
  let spellings: [String]
  let canonicalTexts: [[UInt16]]
  let numbers: [[UInt16]: Int]
  /// For each concept the numbers of its names.
  let concepts: [[Int]]

  init(_ concepts: [[String]]) {
    var tokenizer = SearchTokenizer()
    var spellings: [String] = [], texts: [[UInt16]] = []
    var numbers: [[UInt16]: Int] = [:]
    self.concepts = concepts.map { names in
      names.compactMap { name in
        let text = tokenizer.canonicalText(of: name)
        if text.isEmpty { return nil }
        if let known = numbers[text] { return known }
        numbers[text] = texts.count
        spellings.append(name)
        texts.append(text)
        return texts.count - 1
      }
    }
    self.spellings = spellings
    canonicalTexts = texts
    self.numbers = numbers
  }
}
