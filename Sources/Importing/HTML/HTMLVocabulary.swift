internal import Yams

/// What class names, ids and addresses of web pages say: the lists of `Data/html/vocabulary.yml`. A class, though it never
/// changes: it goes with every element, and so many tables are dear to copy.
final class HTMLVocabulary: Sendable {
  let content, boilerplateWords, sureWords, revealedWords: Set<String>
  let lineNumbers, codeButtons, headingAnchors, listSymbols: Set<String>
  let formulaDisplay, formulaRendering, formulaImageClasses: Set<String>
  let formulaAttributes, formulaImages, keywordLinks, titleSeparators: [String]
  let emptyImageTexts, placeholderImages, codeButtonTexts, languages, codeBoxes: Set<String>
  /// Beginning of the address, and the parameter that holds the real one.
  let redirectors: [(address: String, parameter: String)]

  /// The vocabulary that travels inside the executable.
  static let standard = HTMLVocabulary(yaml: EmbeddedFiles.all["html/vocabulary.yml"] ?? "")

  init(yaml: String) {
    let lists = (try? Yams.load(yaml: yaml)) as? [String: [String]] ?? [:]
    func names(_ key: String) -> Set<String> { Set((lists[key] ?? []).map(Self.normalize)) }
    content = names("content")
    boilerplateWords = names("boilerplate-words")
    sureWords = names("sure-words")
    revealedWords = names("revealed-words")
    lineNumbers = names("line-numbers")
    codeButtons = names("code-buttons")
    headingAnchors = names("heading-anchors")
    listSymbols = names("list-symbols")
    formulaDisplay = names("formula-display")
    formulaRendering = names("formula-rendering")
    formulaImageClasses = names("formula-image-classes")
    formulaAttributes = lists["formula-attributes"] ?? []
    formulaImages = lists["formula-images"] ?? []
    keywordLinks = lists["keyword-links"] ?? []
    titleSeparators = lists["title-separators"] ?? []
    placeholderImages = Set(lists["placeholder-images"] ?? [])
    emptyImageTexts = Set((lists["empty-image-texts"] ?? []).map { $0.lowercased() })
    codeButtonTexts = Set((lists["code-button-texts"] ?? []).map { $0.lowercased() })
    languages = Set(lists["languages"] ?? [])
    codeBoxes = names("code-boxes")
    redirectors = (lists["redirectors"] ?? []).compactMap { entry in
      let parts = entry.split(separator: " ").map(String.init)
      return parts.count == 2 ? (parts[0], parts[1]) : nil
    }
  }

  /// Lower case, with `_` as `-`.
  static func normalize(_ name: some StringProtocol) -> String {
    var bytes = Array(name.utf8)
    for index in bytes.indices {
      if bytes[index] >= 0x41, bytes[index] <= 0x5A { bytes[index] += 0x20 }
      if bytes[index] == 0x5F { bytes[index] = 0x2D }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The words of a class name or id: `js_commentList` → js, comment, list.
  static func words(of name: some StringProtocol) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    var previousIsLower = false
    func finish() {
      if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
      word.removeAll()
    }
    for byte in name.utf8 {
      let isUpper = byte >= 0x41 && byte <= 0x5A, isLower = byte >= 0x61 && byte <= 0x7A
      if !isUpper, !isLower {
        finish()
      } else {
        if isUpper, previousIsLower { finish() }
        word.append(isUpper ? byte + 0x20 : byte)
      }
      previousIsLower = isLower
    }
    finish()
    return words
  }
}
