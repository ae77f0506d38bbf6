public import ContentModel
internal import Diagnostics
internal import Encodings

extension ExchangedConcept {
  /// The concepts of a site, by slug.
  public static func all(in corpus: Corpus) -> [ExchangedConcept] {
    corpus.ids(in: .terms).map { id in
      let versions = corpus.versions(of: id)
      return ExchangedConcept(
        slug: id.slug, pages: Dictionary(versions.map { ($0.language, ExchangedPage($0)) }) { first, _ in first })
    }
  }
}

extension ExchangedPage {
  init(_ document: Document) { self.init(document.file, document.frontMatter, body: document.body) }

  init(_ file: SourceFile, _ frontMatter: FrontMatter, body: Range<Int>) {
    self.init()
    for key in FrontMatterSchema.of(.terms).keys.map(\.name) {
      self[key] = frontMatter.list(key).map { Self.normalized($0.value) }.filter { !$0.isEmpty }
    }
    let parts = BodyParts(file.text(in: body))
    self[ExchangeKey.definition] = [parts.definition].filter { !$0.isEmpty }
    self[ExchangeKey.explanation] = [parts.explanation].filter { !$0.isEmpty }
  }

  /// A value as every format carries it: one line, no tabs, without space at its ends.
  static func normalized(_ text: String) -> String {
    text.split { $0.isNewline || $0 == "\t" }.joined(separator: " ").trimming { $0.isWhitespace }
  }

  /// A short name for all that the page states.
  var fingerprint: String {
    let text = values.sorted { $0.key < $1.key }.map { "\($0.key)\u{1}\($0.value.joined(separator: "\u{2}"))" }
    return Fingerprint(text.joined(separator: "\u{3}").utf8).hexadecimal
  }
}

extension StringProtocol {
  /// Without the characters at both ends that a condition names.
  func trimming(_ isTrimmed: (Character) -> Bool) -> String {
    guard let first = firstIndex(where: { !isTrimmed($0) }), let last = lastIndex(where: { !isTrimmed($0) }) else { return "" }
    return String(self[first...last])
  }
}
