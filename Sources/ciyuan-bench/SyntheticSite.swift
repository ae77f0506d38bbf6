import ContentModel
import Diagnostics
import Terminology

/// Pages of 5 KB, half of them Chinese and half English, and concepts that they name: the same on every run.
struct SyntheticSite {
  private(set) var pages: [SourceFile] = []
  private(set) var concepts: [Concept] = []
  private var generator = SplitMix64(state: 7)
  /// Common ones first.
  private let characters = (0..<1200).map { Character(Unicode.Scalar(0x4E00 + $0 * 17)!) }
  private var words: [String] = []

  init(pages pageCount: Int, concepts conceptCount: Int) {
    words = (0..<4000).map { _ in
      String((0..<Int.random(in: 2...9, using: &generator)).map { _ in "etaoinshrdlucmfwypvbgkqjxz".randomElement(using: &generator)! })
    }
    concepts = (0..<conceptCount).map { concept($0) }
    pages = (0..<pageCount).map { page($0) }
  }

  /// Falls off as in a text: the first fourth of the elements makes half of the text.
  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    let random = Double.random(in: 0..<1, using: &generator)
    return elements[Int(random * random * Double(elements.count))]
  }

  private mutating func han(_ count: Int) -> String { String((0..<count).map { _ in pick(characters) }) }

  private mutating func concept(_ index: Int) -> Concept {
    let english = (0..<Int.random(in: 1...3, using: &generator)).map { _ in pick(words) }
      .joined(separator: index.isMultiple(of: 3) ? "-" : " ")
    var terms = [
      Term(han(Int.random(in: 2...6, using: &generator)), language: .chinese, status: .preferred),
      Term(english + (index.isMultiple(of: 2) ? "ing" : "er"), language: .english, status: .preferred),
    ]
    if index.isMultiple(of: 4) {
      let letters = (0..<Int.random(in: 3...5, using: &generator)).map { _ in "ABCDEFGHIKLMNOPRSTUV".randomElement(using: &generator)! }
      terms.append(Term(String(letters), language: .english, status: .abbreviation))
    }
    return Concept(id: DocumentID(section: .terms, slug: "term-\(index)"), terms: terms)
  }

  private mutating func page(_ index: Int) -> SourceFile {
    let isChinese = index.isMultiple(of: 2)
    var text = ""
    while text.utf8.count < 5000 {
      switch Int.random(in: 0..<12, using: &generator) {
      case 0: text += "## \(han(6))\n\n"
      case 1: text += "- **\(han(4))：**\(han(20))\n- \(pick(words)) `code` $x_1^2$\n\n"
      case 2: text += "```python\nfor i in range(10):\n    print(i * 2)\n```\n\n"
      default: text += paragraph(isChinese) + (isChinese ? "。" : ".") + " [x](https://example.org/a) *\(pick(words))*\n\n"
      }
    }
    return SourceFile(path: "Content/questions/page-\(index).md", text: text)
  }

  private mutating func paragraph(_ isChinese: Bool) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 20...60, using: &generator) {
      if Int.random(in: 0..<25, using: &generator) == 0 {
        text += (isChinese ? "" : " ") + concepts.randomElement(using: &generator)!.terms[isChinese ? 0 : 1].name
      } else {
        text += isChinese ? han(3) + (Bool.random(using: &generator) ? "" : "，") : " " + pick(words)
      }
    }
    return text
  }
}

/// The same numbers on every run.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
