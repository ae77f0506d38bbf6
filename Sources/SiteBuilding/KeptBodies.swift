import ContentModel
import Diagnostics
import Encodings
public import FileSystem

/// The bodies of a build in a file, for the next build to take from: another run of the program.
///
/// Bodies come first, one behind another; then a table that says of each document what its file held and where its body is;
/// then where the table begins. Whoever changes a page appends its body and a new table: a file that a kill cut short ends in
/// no table and is as good as none. Bodies are known by the fingerprint of the file that they were rendered from, and every part
/// has a sum of its own.
///
/// What the file does not tell is whether the rest of a build is as it was: configuration, theme, assets, program. It may be
/// opened only where that is known.
public struct KeptBodies: Sendable {
  /// One document.
  struct Entry: Sendable {
    /// Of the document's whole file.
    let content: UInt64
    /// Of all that others see of the document without reading its text: front matter, and whether there is any text.
    let face: UInt64
    let place: Range<Int>
    let sum: UInt64
  }

  private static let heading: UInt64 = 0x6369_7975_616E_0001

  private let file: MappedFile
  private let entries: [String: Entry]

  /// Which file it is: whoever knows that it has not changed knows that it is whole.
  public var stamp: FileStamp { file.stamp }

  /// `nil` where no such file is, or its end is damaged.
  public init?(_ path: String) {
    guard let file = MappedFile(path), file.count >= 24 else { return nil }
    self.file = file
    var end = BinaryReader(file[file.count - 24..<file.count])
    guard let heading = try? end.number(), heading == Self.heading, let start = try? end.signed(), let sum = try? end.number(),
      0 <= start, start <= file.count - 24
    else { return nil }
    let table = file[Int(start)..<file.count - 24]
    guard Fingerprint(content: table).value == sum, let entries = try? Self.entries(table, below: Int(start)) else { return nil }
    self.entries = entries
  }

  private static func entries(_ table: [UInt8], below limit: Int) throws(BinaryReader.Damage) -> [String: Entry] {
    var reader = BinaryReader(table)
    var entries: [String: Entry] = [:]
    for _ in 0..<(try reader.count()) {
      let (key, content, face) = (try reader.text(), try reader.number(), try reader.number())
      let (start, end, sum) = (Int(try reader.signed()), Int(try reader.signed()), try reader.number())
      guard 0 <= start, start <= end, end <= limit else { throw BinaryReader.Damage() }
      entries[key] = Entry(content: content, face: face, place: start..<end, sum: sum)
    }
    return entries
  }

  // MARK: Taking

  /// Whether bodies may be taken: the site has the same pages, and names the same concepts.
  func haveSurroundings(of corpus: Corpus) -> Bool {
    corpus.unreadable.isEmpty && corpus.documents.count == entries.count
      && corpus.documents.allSatisfy { document in
        guard let entry = entries[Self.key(document)] else { return false }
        return document.id.section != .terms || entry.face == Self.face(document)
      }
  }

  /// Whether nothing but the text of documents has changed.
  func haveFaces(of corpus: Corpus) -> Bool {
    haveSurroundings(of: corpus) && corpus.documents.allSatisfy { entries[Self.key($0)]?.face == Self.face($0) }
  }

  func isUnchanged(_ document: Document) -> Bool { entries[Self.key(document)]?.content == Self.content(document) }

  /// The body that was rendered from the same file.
  func sameBody(of document: Document) -> RenderedBody? { isUnchanged(document) ? formerBody(of: document) : nil }

  /// The body that the document had, whatever its file held.
  func formerBody(of document: Document) -> RenderedBody? {
    guard let entry = entries[Self.key(document)] else { return nil }
    let bytes = file[entry.place]
    return Fingerprint(content: bytes).value == entry.sum ? try? RenderedBody(bytes, of: document) : nil
  }

  private static func key(_ document: Document) -> String { "\(document.id).\(document.language)" }

  private static func content(_ document: Document) -> UInt64 { Fingerprint(content: document.file.bytes).value }

  private static func face(_ document: Document) -> UInt64 {
    let bytes = document.file.bytes
    let hasText = bytes[document.body].contains { $0 > 0x20 }
    return Fingerprint(content: Array(bytes[..<document.body.lowerBound]) + [hasText ? 1 : 0]).value
  }
}

extension KeptBodies {
  /// Keeps the bodies of a build. Those that the file has already stay where they are, until half of it is of no use.
  ///
  /// - Parameter former: what was taken from, in the same file.
  /// - Returns: the file's stamp.
  public static func save(_ built: BuiltSite, over former: KeptBodies?, at path: String) async throws(FileError) -> FileStamp? {
    let documents = built.model.corpus.documents
    let former = former.flatMap { $0.haveSurroundings(of: built.model.corpus) ? $0 : nil }
    let known = former.map { former in documents.filter { former.isUnchanged($0) } } ?? []
    let size = known.reduce(0) { $0 + (former?.entries[key($1)]?.place.count ?? 0) }
    let isAppending = former.map { !known.isEmpty && size > $0.file.count / 2 } ?? false
    var entries = isAppending ? Dictionary(uniqueKeysWithValues: known.map { (key($0), former!.entries[key($0)]!) }) : [:]
    // A new file, so that whoever has mapped the former one still reads that.
    let temporary = path + ".new"
    var stream = try FileStream(isAppending ? path : temporary, appending: isAppending)
    let rest = documents.filter { entries[key($0)] == nil }
    // A block at a time: all of them would be as much again as the site itself in memory.
    for start in stride(from: 0, to: rest.count, by: 256) {
      let block = await ParallelMap.run(Array(rest[start..<min(rest.count, start + 256)])) { document in
        let bytes = built.model.body(of: document)?.binary ?? []
        return (document: document, bytes: bytes, sum: Fingerprint(content: bytes).value, content: content(document), face: face(document))
      }
      for part in block {
        let place = stream.count..<stream.count + part.bytes.count
        entries[key(part.document)] = Entry(content: part.content, face: part.face, place: place, sum: part.sum)
        try stream.write(part.bytes)
      }
    }
    var table = BinaryWriter()
    table.write(entries.sorted { $0.key < $1.key }) { writer, entry in
      writer.write(entry.key)
      for number in [entry.value.content, entry.value.face] { writer.write(number) }
      for number in [entry.value.place.lowerBound, entry.value.place.upperBound] { writer.write(number) }
      writer.write(entry.value.sum)
    }
    var end = BinaryWriter()
    end.write(heading)
    end.write(stream.count)
    end.write(Fingerprint(content: table.bytes).value)
    try stream.write(table.bytes + end.bytes)
    if !isAppending { try File.move(temporary, to: path) }
    return FileStamp(of: path)
  }
}
