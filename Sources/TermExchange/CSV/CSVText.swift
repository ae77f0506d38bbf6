/// Comma-separated values as RFC 4180 has them: fields in quotes where they hold a comma, a quote or a line break; lines
/// end in CR LF.
enum CSVText {
  /// A field and where it begins, in UTF-8 offsets of the text.
  struct Field: Equatable {
    var text: String
    let offset: Int
  }

  struct Fault: Error, Equatable {
    let offset: Int
    let summary: String
  }

  static func write(_ rows: [[String]]) -> [UInt8] {
    var result: [UInt8] = []
    for row in rows {
      for (index, field) in row.enumerated() {
        if index > 0 { result.append(comma) }
        guard field.utf8.contains(where: { [comma, quote, 0x0A, 0x0D].contains($0) }) else {
          result += field.utf8
          continue
        }
        result.append(quote)
        for byte in field.utf8 {
          if byte == quote { result.append(quote) }
          result.append(byte)
        }
        result.append(quote)
      }
      result += [0x0D, 0x0A]
    }
    return result
  }

  /// Reads rows; lines may end in CR LF, LF or CR, and a field's own line breaks become line feeds. Blank lines are left out.
  static func read(_ bytes: [UInt8], separator: UInt8 = comma) throws(Fault) -> [[Field]] {
    var rows: [[Field]] = []
    var row: [Field] = []
    var index = bytes.starts(with: byteOrderMark) ? 3 : 0
    while index < bytes.count {
      let (field, next) = try self.field(in: bytes, at: index, separator)
      row.append(field)
      index = next
      if index < bytes.count, bytes[index] == separator {
        index += 1
        if index == bytes.count { row.append(Field(text: "", offset: index)) } else { continue }
      }
      if index < bytes.count, bytes[index] == 0x0D { index += 1 }
      if index < bytes.count, bytes[index] == 0x0A { index += 1 }
      if row.count > 1 || !row[0].text.isEmpty { rows.append(row) }
      row = []
    }
    return rows
  }

  /// The separator that a spreadsheet wrote: of comma, semicolon and tab, the commonest in the first line outside quotes.
  static func separator(of bytes: [UInt8]) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in bytes {
      if byte == quote { isQuoted.toggle() }
      if !isQuoted, byte == 0x0A || byte == 0x0D { break }
      if !isQuoted { counts[byte, default: 0] += 1 }
    }
    return [comma, UInt8(ascii: ";"), 0x09].max { counts[$0, default: 0] < counts[$1, default: 0] } ?? comma
  }

  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
  private static let comma = UInt8(ascii: ","), quote = UInt8(ascii: "\"")

  private static func field(in bytes: [UInt8], at start: Int, _ separator: UInt8) throws(Fault) -> (Field, Int) {
    var index = start
    var text: [UInt8] = []
    guard bytes[start] == quote else {
      while index < bytes.count, bytes[index] != separator, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
      return (Field(text: String(decoding: bytes[start..<index], as: UTF8.self), offset: start), index)
    }
    index += 1
    while index < bytes.count {
      switch bytes[index] {
      case quote where index + 1 < bytes.count && bytes[index + 1] == quote:
        text.append(quote)
        index += 2
      case quote:
        index += 1
        guard index == bytes.count || bytes[index] == separator || bytes[index] == 0x0A || bytes[index] == 0x0D else {
          throw Fault(offset: index, summary: "text after a closing quote")
        }
        return (Field(text: String(decoding: text, as: UTF8.self), offset: start), index)
      case 0x0D:
        text.append(0x0A)
        index += index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 2 : 1
      case let byte:
        text.append(byte)
        index += 1
      }
    }
    throw Fault(offset: start, summary: "quote that is opened here is never closed")
  }
}
