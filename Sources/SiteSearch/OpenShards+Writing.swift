internal import ContentModel

extension OpenShards {
  /// The index with what has changed in the place of what it replaces.
  consuming func index(from index: SearchIndex, client: SearchClient) throws(IndexUpdate.Refusal) -> SearchIndex {
    let cuts = ShardCuts(indexBytes: outline.entryBytes)
    guard cuts.target == ShardCuts(indexBytes: former.entryBytes).target else { throw IndexUpdate.Refusal() }
    var outline = outline
    var files = FileExchange(taken: Set([former.traditional] + former.shards.map(\.name) + former.blocks + former.spellings))
    outline.shards = try cutShards(cuts, &files)
    for (number, content) in blocks.sorted(by: { $0.key < $1.key }) {
      files.remove(former.blocks[number])
      outline.blocks[number] = try files.add(prefix: "p", content: content)
    }
    for (number, content) in (spelling?.contents ?? []).enumerated()
    where former.spellings[number] != IndexFile.name(prefix: "s", content: content) {
      files.remove(former.spellings[number])
      outline.spellings[number] = try files.add(prefix: "s", content: content)
    }
    let root = IndexFile(name: IndexRoot.name, head: client.script, content: IndexRoot.content(outline, messages: client.messages)).file
    let added = Set(files.added.map(\.path) + [root.path])
    let gone = index.files.filter { added.contains($0.path) || files.removedPaths.contains($0.path) }
    let kept = index.files.filter { !added.contains($0.path) && !files.removedPaths.contains($0.path) }
    outline.fileBytes += (files.added + [root]).reduce(0) { $0 + $1.bytes.count } - gone.reduce(0) { $0 + $1.bytes.count }
    return SearchIndex(
      files: (kept + files.added + [root]).sorted { $0.path < $1.path }, untouched: Set(kept.map(\.path)), byteCount: outline.fileBytes,
      outline: outline)
  }

  /// Cuts anew what has changed, until a cut stands where one stood: cuts follow from the keys around them.
  private mutating func cutShards(
    _ cuts: ShardCuts, _ files: inout FileExchange
  ) throws(IndexUpdate.Refusal) -> [IndexOutline.Shard] {
    let touched = try touchedShards()
    for number in touched { files.remove(former.shards[number].name) }
    var shards: [IndexOutline.Shard] = []
    var number = 0
    /// The last key before, where the shard before is another than it was.
    var last: [UInt16]?
    while number < former.shards.count {
      guard touched.contains(number) else {
        var shard = former.shards[number]
        if let before = last { shard.start = IndexShard.start(of: shard.first, after: before) }
        shards.append(shard)
        (number, last) = (number + 1, nil)
        continue
      }
      var entries: [IndexEntry] = [], start: [UInt16]? = former.shards[number].start
      var ranges: [Range<Int>] = []
      repeat {
        if !touched.contains(number) { files.remove(former.shards[number].name) }
        entries += try open(number)
        number += 1
        let sizes = entries.map { $0.size(pageCount: former.pageCount) }
        ranges = cuts.ranges(sizes: sizes) { entries[$0].text }
        guard number < former.shards.count, !touched.contains(number) else { continue }
        let next = former.shards[number], before = ranges.last.map { sizes[$0].reduce(0, +) } ?? 0
        if cuts.isCut(before: next.first, size: next.firstSize, after: before) { break }
      } while number < former.shards.count
      for range in ranges {
        let own = start ?? IndexShard.start(of: entries[range.lowerBound].text, after: entries[range.lowerBound - 1].text)
        let shard = IndexShard(entries[range], start: own, pageCount: former.pageCount)
        shards.append(
          IndexOutline.Shard(
            start: own, first: shard.first, firstSize: shard.firstSize, name: try files.add(prefix: "k", content: shard.content)))
        start = nil
      }
      last = entries.last?.text
    }
    return shards
  }

  /// The shards that have changed, and those before which the cut may have moved.
  private mutating func touchedShards() throws(IndexUpdate.Refusal) -> Set<Int> {
    var touched = changed
    for number in changed where number > 0 {
      let first = try open(number).first
      if first?.text != former.shards[number].first || first?.size(pageCount: former.pageCount) != former.shards[number].firstSize {
        touched.insert(number - 1)
      }
    }
    return touched
  }
}

/// Files that take the place of others. Names are those of a clean build as long as no two are alike.
private struct FileExchange {
  private(set) var added: [OutputFile] = []
  private(set) var removedPaths: Set<String> = []
  private var taken: Set<String>

  init(taken: Set<String>) { self.taken = taken }

  mutating func remove(_ name: String) {
    removedPaths.insert(IndexFile.path(name))
    taken.remove(name)
  }

  mutating func add(prefix: String, content: String) throws(IndexUpdate.Refusal) -> String {
    guard !taken.contains(IndexFile.name(prefix: prefix, content: content)) else { throw IndexUpdate.Refusal() }
    let file = IndexFile(prefix: prefix, content: content, taken: &taken)
    added.append(file.file)
    return file.name
  }
}
