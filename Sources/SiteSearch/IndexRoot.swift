internal import ContentModel

/// The first file that is loaded: what pages there are and in which file each key is.
enum IndexRoot {
  static let name = "index"

  static func content(_ outline: IndexOutline, messages: [LanguageTag: [String: String]]) -> String {
    let starts = outline.shards.map { String(decoding: $0.start, as: UTF16.self) }.joined(separator: "\n")
    return "{"
      + [
        "\"version\":\(SearchIndexBuilder.formatVersion)", "\"pageCount\":\(outline.pageCount)",
        "\"groups\":" + outline.groups, "\"starts\":" + JSONText.string(starts),
        "\"shards\":" + JSONText.string(outline.shards.map { String($0.name.dropFirst()) }.joined()),
        "\"features\":" + JSONText.string(Base64Text.encode(outline.sketch.bytes)), "\"blockSize\":\(outline.blockSize)",
        "\"blocks\":" + JSONText.string(outline.blocks.map { String($0.dropFirst()) }.joined()),
        "\"spellings\":" + JSONText.string(outline.spellings.map { String($0.dropFirst()) }.joined()),
        "\"traditional\":" + JSONText.string(outline.traditional),
        "\"messages\":" + object(messages.map { ($0.rawValue, texts($1)) }),
      ].joined(separator: ",") + "}"
  }

  private static func texts(_ table: [String: String]) -> String { object(table.map { ($0, JSONText.string($1)) }) }

  private static func object(_ members: [(key: String, value: String)]) -> String {
    "{" + members.sorted { $0.key < $1.key }.map { JSONText.string($0.key) + ":" + $0.value }.joined(separator: ",") + "}"
  }

  /// `[["zh","term",120],…]`: pages are numbered by language, then kind.
  static func groups(of pages: [SearchPage]) -> String {
    var groups: [(language: LanguageTag, kind: SearchPage.Kind, count: Int)] = []
    for page in pages {
      if let last = groups.last, last.language == page.language, last.kind == page.kind {
        groups[groups.count - 1].count += 1
      } else {
        groups.append((page.language, page.kind, 1))
      }
    }
    return JSONText.array(
      groups.map { "[\(JSONText.string($0.language.rawValue)),\(JSONText.string($0.kind.rawValue)),\($0.count)]" })
  }
}
