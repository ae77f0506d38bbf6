internal import Foundation

/// A line of the last ledger, of a document that is not read this time: it stays, and says where its lines stand now.
struct LedgerRow {
  /// Without its destination.
  let bytes: ArraySlice<UInt8>
  private let name: ArraySlice<UInt8>
  /// The first of its lines.
  let line: Int
  let isKept: Bool

  private static let document = Array("{\"document\":".utf8), lines = Array(",\"lines\":[".utf8), verdict = Array("],\"verdict\":".utf8)
  /// In a string the quotation mark would be escaped.
  private static let destination = Array(",\"to\":\"".utf8)

  /// - Returns: `nil` for a line that was damaged by hand.
  init?(_ row: ArraySlice<UInt8>) {
    guard row.starts(with: Self.document), row.last == 0x7D, let lines = row.firstRange(of: Self.lines),
      let end = row[lines.upperBound...].firstRange(of: Self.verdict),
      let line = Int(String(decoding: row[lines.upperBound..<end.lowerBound].prefix { $0 != 0x2C }, as: UTF8.self))
    else { return nil }
    name = row[(row.startIndex + Self.document.count)..<lines.lowerBound]
    isKept = row[end.upperBound...].starts(with: "\"\(LineVerdict.Action.keep.rawValue)\"".utf8)
    bytes = row[..<(row[end.upperBound...].firstRange(of: Self.destination)?.lowerBound ?? row.endIndex - 1)]
    self.line = line
  }

  /// The name of the document; `nil` where it is no JSON string.
  func document(after last: (row: LedgerRow, name: String)?) -> String? {
    if let last, last.row.name == name { return last.name }
    return try? JSONDecoder().decode(String.self, from: Data(name))
  }

  /// The row with the page that its lines went to.
  func leading(to page: String?) -> [UInt8] {
    var json = JSONText(bytes)
    if let page {
      json.raw(",\"to\":")
      json.string(page)
    }
    json.raw("}\n")
    return json.bytes
  }
}
