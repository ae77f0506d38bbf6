internal import ContentModel
internal import Diagnostics

/// The lines of a file's front matter, by the key they belong to.
struct FrontMatterLines {
  private struct Stretch {
    /// `nil` for lines before, between and after the keys: fences, comments, blank lines.
    var key: String?
    var lines: [String]
    /// Comments within the key's lines.
    var comments: [String] = []
    var isBlock = false
  }

  private var stretches: [Stretch] = []
  private let lineEnd: String
  private let mark: String

  /// `nil` where there is no front matter, or it is not written a key a line.
  init?(_ file: SourceFile, _ split: FrontMatter.Split) {
    let start = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard split.body.lowerBound > start, split.diagnostics.isEmpty else { return nil }
    mark = start > 0 ? "\u{FEFF}" : ""
    let text = file.text(in: start..<split.body.lowerBound)
    lineEnd = text.utf8.contains(0x0D) ? "\r\n" : "\n"
    var entryByOffset: [Int: FrontMatter.Entry] = [:]
    for entry in split.frontMatter.entries { entryByOffset[entry.key.range.lowerBound] = entry }
    var offset = start
    var found = 0
    for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let written = String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
      if let entry = entryByOffset[offset] {
        found += 1
        stretches.append(Stretch(key: entry.key.value, lines: [written]))
      } else if Self.continues(written), stretches.last?.key != nil {
        stretches[stretches.count - 1].lines.append(written)
        if written.trimming(\.isWhitespace).hasPrefix("- ") { stretches[stretches.count - 1].isBlock = true }
      } else {
        stretches.append(Stretch(key: nil, lines: [written]))
      }
      // Where a comment stands: after ` #`, outside the values.
      if let entry = stretches.last.flatMap({ last in split.frontMatter.entries.first { $0.key.value == last.key } }) {
        let comment = Self.comment(in: written, at: offset, outside: split.frontMatter.list(entry.key.value).map(\.range))
        if let comment { stretches[stretches.count - 1].comments.append(comment) }
      }
      offset += line.count + 1
    }
    guard found == split.frontMatter.entries.count else { return nil }
  }

  /// Writes a key anew; comments of its lines go before it. A new key comes after those that precede it in the schema.
  mutating func set(_ key: String, _ values: [String]) {
    if let index = stretches.firstIndex(where: { $0.key == key }) {
      let entry = values.isEmpty ? [] : PageText.entry(key, values, isBlock: stretches[index].isBlock)
      stretches[index].lines = stretches[index].comments + entry
      if values.isEmpty { stretches[index].key = nil }
      return
    }
    guard !values.isEmpty else { return }
    let before = ExchangeKey.schemaOrder.prefix { $0 != key }
    let place = stretches.lastIndex { $0.key.map(before.contains) ?? false } ?? 0
    stretches.insert(Stretch(key: key, lines: PageText.entry(key, values, isBlock: false)), at: place + 1)
  }

  /// Up to the body.
  var text: String { mark + stretches.flatMap(\.lines).joined(separator: lineEnd) }

  private static func continues(_ line: String) -> Bool {
    guard let first = line.first else { return false }
    return first == " " || first == "\t" || line == "-" || line.hasPrefix("- ") || first == "]" || first == "}"
  }

  private static func comment(in line: String, at offset: Int, outside values: [Range<Int>]) -> String? {
    let bytes = Array(line.utf8)
    for index in bytes.indices where bytes[index] == 0x23 && (index == 0 || bytes[index - 1] == 0x20 || bytes[index - 1] == 0x09) {
      if values.contains(where: { $0.contains(offset + index) }) { continue }
      return String(decoding: bytes[index...], as: UTF8.self)
    }
    return nil
  }
}
