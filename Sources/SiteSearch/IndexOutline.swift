internal import Encodings

/// What an index tells of itself beside its files, so that an edit can be made in it without the pages that it does not touch.
struct IndexOutline: Sendable, Hashable {
  struct Shard: Sendable, Hashable {
    /// The shortest text that is greater than all keys of the shard before and not greater than any of this one.
    var start: [UInt16]
    let first: [UInt16]
    let firstSize: Int
    let name: String
  }

  /// Addresses of the pages, by number.
  let paths: [String]
  /// JSON: how many pages there are of each language and kind.
  let groups: String
  let traditional: String
  let blockSize: Int
  var shards: [Shard]
  var blocks: [String]
  var spellings: [String]
  var sketch: FeatureSketch
  /// How many words begin with one or two letters, by the key of those.
  var prefixCounts: [[UInt16]: Int]
  /// About how many bytes all entries take.
  var entryBytes: Int
  /// Of the records of all pages.
  var recordBytes: Int
  /// Of all files.
  var fileBytes: Int

  var pageCount: Int { paths.count }
}

extension IndexOutline {
  var binary: [UInt8] {
    var writer = BinaryWriter()
    writer.write(paths) { $0.write($1) }
    for text in [groups, traditional] { writer.write(text) }
    for number in [blockSize, entryBytes, recordBytes, fileBytes] { writer.write(number) }
    writer.write(shards) { writer, shard in
      writer.write(shard.start)
      writer.write(shard.first)
      writer.write(shard.firstSize)
      writer.write(shard.name)
    }
    writer.write(blocks) { $0.write($1) }
    writer.write(spellings) { $0.write($1) }
    writer.write(sketch.features) { $0.write($1) }
    writer.write(sketch.last) { $0.write($1) }
    writer.write(prefixCounts.sorted { $0.key.lexicographicallyPrecedes($1.key) }) { writer, prefix in
      writer.write(prefix.key)
      writer.write(prefix.value)
    }
    return writer.bytes
  }

  init(_ bytes: [UInt8]) throws(BinaryReader.Damage) {
    var reader = BinaryReader(bytes)
    paths = try reader.list { (reader) throws(BinaryReader.Damage) in try reader.text() }
    (groups, traditional) = (try reader.text(), try reader.text())
    blockSize = Int(try reader.signed())
    (entryBytes, recordBytes, fileBytes) = (Int(try reader.signed()), Int(try reader.signed()), Int(try reader.signed()))
    shards = try reader.list { (reader) throws(BinaryReader.Damage) in
      Shard(start: try reader.units(), first: try reader.units(), firstSize: Int(try reader.signed()), name: try reader.text())
    }
    blocks = try reader.list { (reader) throws(BinaryReader.Damage) in try reader.text() }
    spellings = try reader.list { (reader) throws(BinaryReader.Damage) in try reader.text() }
    let features = try reader.list { (reader) throws(BinaryReader.Damage) in try reader.feature() }
    sketch = FeatureSketch(
      features: features, last: try reader.optional { (reader) throws(BinaryReader.Damage) in try reader.feature() })
    let counts = try reader.list { (reader) throws(BinaryReader.Damage) in (try reader.units(), Int(try reader.signed())) }
    prefixCounts = Dictionary(counts) { first, _ in first }
    guard reader.isAtEnd else { throw BinaryReader.Damage() }
  }
}

extension BinaryWriter {
  fileprivate mutating func write(_ units: [UInt16]) { write(units.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }) }

  fileprivate mutating func write(_ feature: FeatureSketch.Feature) {
    write(feature.text)
    write(feature.strong)
    write(feature.pages)
  }
}

extension BinaryReader {
  fileprivate mutating func units() throws(Damage) -> [UInt16] {
    let bytes = try content()
    return stride(from: 0, to: bytes.count & ~1, by: 2).map { UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8 }
  }

  fileprivate mutating func feature() throws(Damage) -> FeatureSketch.Feature {
    FeatureSketch.Feature(text: try units(), strong: Int(try signed()), pages: Int(try signed()))
  }
}
