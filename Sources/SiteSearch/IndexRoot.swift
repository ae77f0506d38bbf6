internal import ContentModel

/// The first file that is loaded: what pages there are and in which file each key is.
enum IndexRoot {
  static func content(
    pages: [SearchPage], shards: [(firstKey: [UInt16], name: String)], blocks: [String], traditionalForms: String
  ) -> String {
    let shardList = shards.map { shard in
      JSONText.string(String(decoding: shard.firstKey, as: UTF16.self)) + "," + JSONText.string(shard.name)
    }
    return "{"
      + [
        "\"version\":\(SearchIndexBuilder.formatVersion)", "\"pageCount\":\(pages.count)",
        "\"groups\":" + groups(of: pages), "\"shards\":" + JSONText.array(shardList),
        "\"blockSize\":\(SearchIndexBuilder.pagesPerBlock)", "\"blocks\":" + JSONText.array(blocks.map(JSONText.string)),
        "\"traditional\":" + JSONText.string(traditionalForms),
      ].joined(separator: ",") + "}"
  }

  /// `[["zh","term",120],…]`: pages are numbered by language, then kind.
  private static func groups(of pages: [SearchPage]) -> String {
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
