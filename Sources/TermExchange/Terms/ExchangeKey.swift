internal import ContentModel

/// What a page of a concept may state: the front matter's keys, by their schema, and the two parts of the body.
enum ExchangeKey {
  /// The body's first paragraph, as Markdown.
  static let definition = "definition"
  /// The rest of the body, as Markdown.
  static let explanation = "explanation"

  /// Keys whose values belong to a language: they stand in a column of their own for each, even where languages agree.
  static let names = ["title", "abbreviation", "admitted", "deprecated", "aliases"]

  /// Every key, names first, the longest text last.
  static let all: [String] = {
    let schema = FrontMatterSchema.of(.terms).keys.map(\.name)
    let leading = names + [definition]
    return leading + schema.filter { !leading.contains($0) } + [explanation]
  }()

  /// The order of keys in a file.
  static let schemaOrder = FrontMatterSchema.of(.terms).keys.map(\.name)

  static let lists = Set(FrontMatterSchema.of(.terms).keys.filter(\.kind.isList).map(\.name))
}
