public import ContentModel

/// Terms as a table for spreadsheets: a row a concept, a column for what a key says in a language.
///
/// A column is called `title:zh`; one without a language holds what all languages of every concept agree on. Columns that
/// would stay empty are left out, but for those of the names.
public enum TermTable {
  static let conceptColumn = "concept", revisionKey = "revision"

  struct Column: Hashable {
    let key: String
    /// `nil` for all languages.
    let language: LanguageTag?

    var name: String { language.map { "\(key):\($0)" } ?? key }
  }

  /// The table as CSV.
  ///
  /// - Parameter hasByteOrderMark: whether it begins with U+FEFF, which some spreadsheets need to see that it is UTF-8.
  public static func csv(_ concepts: [ExchangedConcept], languages: [LanguageTag], hasByteOrderMark: Bool = false) -> [UInt8] {
    let columns = columns(of: concepts, languages)
    let rows = concepts.sorted { $0.slug < $1.slug }.map { concept in
      [concept.slug] + columns.map { SpreadsheetText.guarded(cell($0, of: concept)) }
    }
    return (hasByteOrderMark ? CSVText.byteOrderMark : []) + CSVText.write([[conceptColumn] + columns.map(\.name)] + rows)
  }

  private static func columns(of concepts: [ExchangedConcept], _ languages: [LanguageTag]) -> [Column] {
    let perLanguage = ExchangeKey.names + [ExchangeKey.definition, ExchangeKey.explanation]
    let columns = ExchangeKey.all.flatMap { key -> [Column] in
      let isUsed = concepts.contains { $0.pages.values.contains { !$0[key].isEmpty } }
      guard isUsed || ExchangeKey.names.contains(key) else { return [] }
      let isShared = !perLanguage.contains(key) && concepts.allSatisfy { $0.shared(key) != nil }
      return isShared ? [Column(key: key, language: nil)] : languages.map { Column(key: key, language: $0) }
    }
    return columns + languages.map { Column(key: revisionKey, language: $0) }
  }

  private static func cell(_ column: Column, of concept: ExchangedConcept) -> String {
    guard let page = column.language.map({ concept.pages[$0] }) ?? concept.pages.values.first else { return "" }
    if column.key == revisionKey { return page.fingerprint }
    return ExchangeKey.lists.contains(column.key) ? ListText.join(page[column.key]) : page[column.key].first ?? ""
  }
}
