internal import Diagnostics
internal import Foundation

/// Diagnostics for programs: one JSON array, keys sorted.
enum DiagnosticJSON {
  private struct Record: Encodable {
    struct Place: Encodable {
      let path: String
      let line: Int
      let column: Int
      let length: Int

      init(_ location: SourceLocation) {
        (path, line, column, length) = (location.path, location.line, location.character, location.characterCount)
      }
    }

    struct Note: Encodable {
      let text: String
      let place: Place?
    }

    let severity: String
    let rule: String
    let summary: String
    let place: Place?
    let suggestion: String?
    let notes: [Note]
  }

  static func encode(_ diagnostics: [Diagnostic]) throws -> String {
    let records = diagnostics.map { diagnostic in
      Record(
        severity: diagnostic.severity.rawValue, rule: diagnostic.rule, summary: diagnostic.summary,
        place: diagnostic.location.map(Record.Place.init), suggestion: diagnostic.suggestion,
        notes: diagnostic.notes.map { Record.Note(text: $0.text, place: $0.location.map(Record.Place.init)) })
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(records), as: UTF8.self)
  }
}
