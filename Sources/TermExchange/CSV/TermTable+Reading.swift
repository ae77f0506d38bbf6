public import ContentModel
public import Diagnostics

extension TermTable {
  /// Reads a table of terms, as this program or a person with a spreadsheet wrote it. Columns may come in any order and
  /// may be missing: a missing column states nothing, an empty cell states that there is none.
  public static func read(_ file: SourceFile, languages: [LanguageTag]) -> (terms: ImportedTerms, diagnostics: [Diagnostic]) {
    var reading = Reading(file: file, languages: languages)
    reading.run()
    return (ImportedTerms(concepts: reading.concepts, keys: reading.keys, file: file, spots: reading.spots), reading.diagnostics)
  }

  private struct Reading {
    let file: SourceFile
    let languages: [LanguageTag]
    var concepts: [ExchangedConcept] = []
    var keys: Set<ImportedTerms.Key> = []
    var diagnostics: [Diagnostic] = []
    var spots: [ImportedTerms.Place: ImportedTerms.Spot] = [:]

    mutating func run() {
      let rows: [[CSVText.Field]]
      do throws(CSVText.Fault) {
        rows = try CSVText.read(file.bytes, separator: CSVText.separator(of: file.bytes))
      } catch {
        return fault("csv", error.summary, at: error.offset, "write a quote inside a quoted field twice")
      }
      guard let header = rows.first else { return fault("csv", "table without rows", at: 0, "begin it with a row of column names") }
      let columns = header.map { column($0) }
      guard diagnostics.isEmpty else { return }
      guard columns.contains(where: { $0.key == "title" }) else {
        let names = languages.map { "title:\($0)" }.joined(separator: " or ")
        return fault(
          "missing-title", "table has no column of titles: no row says what its concept is called", at: header[0].offset,
          "add a column \(names)")
      }
      for column in columns where column.key != conceptColumn {
        for language in column.language.map({ [$0] }) ?? languages { keys.insert(.init(column.key, language)) }
      }
      var seen: Set<String> = []
      for row in rows.dropFirst() {
        guard row.count <= header.count else {
          fault("csv", "row has \(row.count) fields, the header \(header.count)", at: row[0].offset, "quote fields that hold commas")
          continue
        }
        take(row, columns, &seen)
      }
    }

    private mutating func take(_ row: [CSVText.Field], _ columns: [Column], _ seen: inout Set<String>) {
      var slug = ""
      var pages: [LanguageTag: ExchangedPage] = [:]
      var shared: [(String, [String])] = []
      let index = concepts.count
      spots[.init(concept: index)] = .offset(row[0].offset)
      for (field, column) in zip(row, columns) {
        let text = SpreadsheetText.unguarded(field.text)
        if column.key == conceptColumn {
          slug = text.trimming { $0.isWhitespace }
          guard slug.isEmpty || seen.insert(slug).inserted else {
            return fault("duplicate-concept", "concept \"\(slug)\" stands twice", at: field.offset, "keep one of the rows")
          }
          continue
        }
        let values = values(of: text, column.key)
        if !values.isEmpty { spots[.init(concept: index, key: column.key, language: column.language)] = .offset(field.offset) }
        guard let language = column.language else {
          shared.append((column.key, values))
          continue
        }
        if column.key == revisionKey {
          if !values.isEmpty { pages[language, default: .init()].revision = values[0] }
        } else if !values.isEmpty {
          pages[language, default: .init()][column.key] = values
        }
      }
      // A page is there where it has a name.
      for (language, page) in pages where page["title"].isEmpty {
        if !page.values.isEmpty {
          fault("missing-title", "concept \"\(slug)\" has no title in \(language)", at: row[0].offset, "fill in title:\(language)")
        }
        pages[language] = nil
      }
      for language in pages.keys { for (key, values) in shared { pages[language]![key] = values } }
      if pages.isEmpty {
        let isSaid = diagnostics.last?.location == file.location(of: row[0].offset..<row[0].offset + 1)
        if !isSaid {
          fault("missing-title", "row has no title in any language", at: row[0].offset, "fill in title:\(languages[0]), or remove the row")
        }
        return
      }
      concepts.append(ExchangedConcept(slug: slug, pages: pages))
    }

    private func values(of text: String, _ key: String) -> [String] {
      if ExchangeKey.lists.contains(key) { return ListText.split(text) }
      if key == ExchangeKey.definition || key == ExchangeKey.explanation {
        let body = text.trimming(\.isNewline)
        return body.allSatisfy(\.isWhitespace) ? [] : [body]
      }
      return [ExchangedPage.normalized(text)].filter { !$0.isEmpty }
    }

    private func name(of field: CSVText.Field) -> String { field.text.trimming { $0.isWhitespace } }

    private mutating func column(_ field: CSVText.Field) -> Column {
      let name = name(of: field)
      let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
      let names = [conceptColumn] + ExchangeKey.all + [revisionKey]
      guard let key = parts.first, names.contains(key) else {
        fault(
          "unknown-column", "unknown column \"\(name)\"", at: field.offset,
          NearMiss.suggestion(for: parts.first ?? name, among: names).map { "write \"\($0)\"" }
            ?? "use one of: \(names.joined(separator: ", "))")
        return Column(key: conceptColumn, language: nil)
      }
      guard parts.count == 2 else {
        if key == "title" {
          fault("unknown-language", "titles of which language?", at: field.offset, "write \"title:\(languages[0])\"")
        }
        return Column(key: key, language: nil)
      }
      let language = languages.first { $0.rawValue == parts[1] }
      if language == nil {
        fault(
          "unknown-language", "the site has no language \"\(parts[1])\"", at: field.offset,
          "add it to languages in ciyuan.yml, or remove the column")
      }
      return Column(key: key, language: language)
    }

    private mutating func fault(_ rule: String, _ summary: String, at offset: Int, _ suggestion: String) {
      diagnostics.append(
        Diagnostic(.error, rule: rule, summary, at: file.location(of: offset..<offset + 1), suggestion: suggestion))
    }
  }
}
