internal import ContentModel
internal import Dispatch
internal import HanText

/// Makes the files of the search index: FORMAT.md says what is in them.
public enum SearchIndexBuilder {
  static let formatVersion = 6
  /// The file that a page loads: the client and the root of the index.
  public static let firstPath = "search/\(IndexRoot.name).js"

  /// The index of all pages. The same pages give the same bytes in whatever order they come.
  /// O(n log n) in the text; uses all cores.
  ///
  /// - Parameter concepts: for each concept its names in all languages, abbreviations among them.
  public static func build(_ pages: [SearchPage], concepts: [[String]] = [], client: SearchClient = SearchClient()) -> SearchIndex {
    let pages = pages.sorted {
      ($0.language, $0.kind, $0.path) < ($1.language, $1.kind, $1.path)
    }
    let names = ConceptNames(concepts)
    var readers = read(pages, names: names.spellings)
    let han = HanOccurrences(readers).lists(pageCount: pages.count)
    let words = concurrentMap(count: readers.count) { [readers] in readers[$0].wordLists }
    for index in readers.indices { readers[index].forgetTexts() }
    var named = NamedKeys(readers, words: words, names: names, pageCount: pages.count)
    named.relate(names, postings: IndexDictionary.hanPostings(han))
    let dictionary = IndexDictionary(han: han, named: named.entries)
    let sizes = (0..<dictionary.count).map { dictionary.size(of: $0, pageCount: pages.count) }
    let entryBytes = sizes.reduce(0, +)
    let shards = write(
      dictionary, ShardCuts(indexBytes: entryBytes).ranges(sizes: sizes, key: dictionary.text(of:)), pageCount: pages.count)
    var taken = Set<String>()
    func file(_ prefix: String, _ content: String) -> IndexFile { IndexFile(prefix: prefix, content: content, taken: &taken) }
    let shardFiles = shards.map { file("k", $0.content) }
    let blocks = PageBlocks(pages)
    let blockFiles = blocks.contents.map { file("p", $0) }
    let spellingFiles = named.spelling.contents.map { file("s", $0) }
    let traditional = file("h", JSONText.string(traditionalForms()))
    let files = [traditional] + shardFiles + blockFiles + spellingFiles
    var outline = IndexOutline(
      paths: pages.map(\.path), groups: IndexRoot.groups(of: pages), traditional: traditional.name, blockSize: blocks.size,
      shards: zip(shards, shardFiles).map { .init(start: $0.start, first: $0.first, firstSize: $0.firstSize, name: $1.name) },
      blocks: blockFiles.map(\.name), spellings: spellingFiles.map(\.name), sketch: FeatureSketch(dictionary),
      prefixCounts: named.prefixCounts, entryBytes: entryBytes,
      recordBytes: blocks.byteCount, fileBytes: 0)
    let root = IndexFile(name: IndexRoot.name, head: client.script, content: IndexRoot.content(outline, messages: client.messages))
    outline.fileBytes = (files + [root]).reduce(0) { $0 + $1.file.bytes.count }
    // Where two contents would have one name, names depend on one another.
    let isEditable = files.allSatisfy(\.hasOwnName)
    return SearchIndex(
      files: (files + [root]).map(\.file).sorted { $0.path < $1.path }, byteCount: outline.fileBytes, outline: isEditable ? outline : nil)
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

  private static func write(_ dictionary: IndexDictionary, _ ranges: [Range<Int>], pageCount: Int) -> [IndexShard] {
    concurrentMap(count: ranges.count) { number in
      let range = ranges[number], first = range.lowerBound
      let start = IndexShard.start(of: dictionary.text(of: first), after: first == 0 ? nil : dictionary.text(of: first - 1))
      return IndexShard(range.lazy.map { dictionary[$0] }, start: start, pageCount: pageCount)
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
