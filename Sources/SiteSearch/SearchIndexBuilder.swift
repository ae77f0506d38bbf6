public import ContentModel
internal import Dispatch
internal import HanText

/// Makes the files of the search index: FORMAT.md says what is in them.
public enum SearchIndexBuilder {
  static let formatVersion = 5
  /// The file that a page loads: the client and the root of the index.
  public static let firstPath = "search/\(IndexRoot.name).js"

  /// The files under `search/`, sorted by path. The same pages give the same bytes in whatever order they come.
  /// O(n log n) in the text; uses all cores.
  ///
  /// - Parameter concepts: for each concept its names in all languages, abbreviations among them.
  public static func build(_ pages: [SearchPage], concepts: [[String]] = [], client: SearchClient = SearchClient()) -> [OutputFile] {
    let pages = pages.sorted {
      ($0.language, $0.kind, $0.path) < ($1.language, $1.kind, $1.path)
    }
    let names = ConceptNames(concepts)
    var readers = read(pages, names: names.spellings)
    let han = HanOccurrences(readers).lists(pageCount: pages.count)
    let words = concurrentMap(count: readers.count) { [readers] in readers[$0].wordLists }
    for index in readers.indices { readers[index].forgetTexts() }
    var named = NamedKeys(readers, words: words, names: names)
    named.relate(names, postings: IndexDictionary.hanPostings(han))
    let dictionary = IndexDictionary(han: han, named: named.entries)
    let shards = write(dictionary, pageCount: pages.count)
    var taken = Set<String>()
    let shardFiles = shards.map { shard in
      IndexFile(prefix: "k", content: "\"\(Base64Text.encode(shard.bytes))\"", taken: &taken)
    }
    let blocks = PageBlocks(pages)
    let blockFiles = blocks.contents.map { IndexFile(prefix: "p", content: $0, taken: &taken) }
    let traditional = IndexFile(prefix: "h", content: JSONText.string(traditionalForms()), taken: &taken)
    let index = IndexFile(
      name: IndexRoot.name, head: client.script,
      content: IndexRoot.content(
        pages: pages, shards: Array(zip(shards.map(\.start), shardFiles.map(\.name))),
        features: FeatureSketch.bytes(dictionary), blocks: blockFiles.map(\.name), pagesPerBlock: blocks.size,
        traditionalForms: traditional.name, messages: client.messages))
    return ([index, traditional] + shardFiles + blockFiles).map(\.file).sorted { $0.path < $1.path }
  }

  private static func read(_ pages: [SearchPage], names: [String]) -> [PageReader] {
    let parts = pages.count < 64 ? 1 : 2
    let bounds = (0...parts).map { $0 * pages.count / parts }
    return concurrentMap(count: parts) { part in
      var reader = PageReader(names: names)
      for number in bounds[part]..<bounds[part + 1] { reader.read(pages[number], number: number) }
      return reader
    }
  }

  private static func write(_ dictionary: IndexDictionary, pageCount: Int) -> [IndexShard] {
    let sizes = (0..<dictionary.count).map { dictionary.estimatedBits(of: $0, pageCount: pageCount) / 8 }
    let ranges = ShardCuts(dictionary, sizes: sizes).ranges
    return concurrentMap(count: ranges.count) {
      IndexShard(dictionary, ranges[$0], pageCount: pageCount)
    }
  }

  /// Traditional characters, each followed by its simplified form.
  private static func traditionalForms() -> String {
    var text = String.UnicodeScalarView()
    for pair in SimplifiedHan.pairs {
      text.append(Unicode.Scalar(pair.traditional)!)
      text.append(Unicode.Scalar(pair.simplified)!)
    }
    return String(text)
  }
}
