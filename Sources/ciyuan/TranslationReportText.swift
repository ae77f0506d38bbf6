internal import ContentModel
internal import Foundation

/// The state of the translations in words and as JSON.
enum TranslationReportText {
  /// A line for each section and language, then a line for each file that wants work.
  static func text(_ report: TranslationReport) -> String {
    let lines = report.rows.map { row in
      let kinds = [(row.missing, "missing"), (row.stale, "stale"), (row.drafts, "draft")].map { ($0.0.count, $0.1) }
      let notes = (kinds + [(row.unmarked.count, "unmarked")]).filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
      return
        ([
          row.section.rawValue.padded(to: 10), row.language.rawValue.padded(to: 8),
          "\(row.current) of \(row.pages)".padded(to: 12), "\(row.percent) %".padded(to: 6),
        ].joined() + notes.joined(separator: ", ")).trimmedAtEnd
    }
    let missing = report.rows.flatMap(\.missing).map { "missing  \($0.path)  of \($0.source)" }
    let stale = report.rows.flatMap(\.stale).map { "stale    \($0.path)  behind \($0.source)" }
    let drafts = report.rows.flatMap(\.drafts).map { "draft    \($0.path)  of \($0.source)" }
    return (lines + missing + stale + drafts).joined(separator: "\n")
  }

  /// `{"sections": [{"section": …, "language": …, "pages": …, "current": …, "percent": …, "missing": [{"path": …, "source":
  /// …}], "stale": […], "drafts": […], "unmarked": [path]}], "isComplete": …}`
  static func json(_ report: TranslationReport) throws -> String {
    struct Gap: Encodable {
      let path: String
      let source: String

      init(_ gap: TranslationReport.Gap) { (path, source) = (gap.path, gap.source) }
    }
    struct Row: Encodable {
      let section: String
      let language: String
      let pages: Int
      let current: Int
      let percent: Int
      let missing: [Gap]
      let stale: [Gap]
      let drafts: [Gap]
      let unmarked: [String]
    }
    struct Report: Encodable {
      let sections: [Row]
      let isComplete: Bool
    }
    let rows = report.rows.map { row in
      Row(
        section: row.section.rawValue, language: row.language.rawValue, pages: row.pages, current: row.current,
        percent: row.percent, missing: row.missing.map(Gap.init), stale: row.stale.map(Gap.init),
        drafts: row.drafts.map(Gap.init), unmarked: row.unmarked)
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(Report(sections: rows, isComplete: report.isComplete)), as: UTF8.self)
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(1, width - count)) }
  fileprivate var trimmedAtEnd: String { String(reversed().drop { $0 == " " }.reversed()) }
}
