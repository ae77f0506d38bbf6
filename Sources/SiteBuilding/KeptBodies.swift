import ContentModel
import Diagnostics
import Encodings
public import FileSystem
import SiteSearch

/// The bodies of a build in a file, and what its search index tells of itself, for the next build to take from: another run of
/// the program.
///
/// Bodies come first, one behind another; then a table that says of each document what its file held and where its body is;
/// then where the table begins. Whoever changes a page appends its body and a new table: a file that a kill cut short ends in
/// no table and is as good as none. Bodies are known by the fingerprint of the file that they were rendered from, and every part
/// has a sum of its own.
///
/// What the file does not tell is whether the rest of a build is as it was: configuration, theme, assets, program. It may be
/// opened only where that is known.
public struct KeptBodies: Sendable {
  struct Key: Hashable {
    let id: DocumentID
    let language: LanguageTag

    init(_ document: Document) { (id, language) = (document.id, document.language) }
    init(id: DocumentID, language: LanguageTag) { (self.id, self.language) = (id, language) }
  }

  /// Where a body is, and of what.
  struct Place: Sendable {
    /// Of the document's whole file.
    let content: UInt64
    /// Of all that others see of the document without reading its text: front matter, and whether there is any text.
    let face: UInt64
    let range: Range<Int>
    let sum: UInt64
  }

  /// One document.
  struct Entry: Sendable {
    let place: Place
    /// The concepts that the text names.
    let concepts: [DocumentID]
    /// What is wrong with the text, in the site that it stood in.
    let faults: [Diagnostic]
  }

  static let heading: UInt64 = 0x6369_7975_616E_0005

  let file: MappedFile
  private let entries: [Key: Entry]
  /// Of the names of pages that went.
  private let successors: UInt64
  /// The search index; `nil` where no edits can be made in it.
  let index: SearchIndex?
  /// Paths of the scripts that hold the beginnings of all texts.
  let dataPaths: [String: String]

  /// Which file it is: whoever knows that it has not changed knows that it is whole.
  public var stamp: FileStamp { file.stamp }

  /// `nil` where no such file is, or its end is damaged.
  ///
  /// - Parameter output: gives a file of the site that was built, by its path.
  public init?(_ path: String, output: @escaping @Sendable (String) -> [UInt8]?) {
    guard let file = MappedFile(path), file.count >= 24 else { return nil }
    var end = BinaryReader(file[file.count - 24..<file.count])
    guard let heading = try? end.number(), heading == Self.heading, let start = try? end.signed(), let sum = try? end.number(),
      0 <= start, start <= file.count - 24
    else { return nil }
    let table = file[Int(start)..<file.count - 24]
    var reader = BinaryReader(table)
    guard Fingerprint(content: table).value == sum, let entries = try? Self.entries(&reader, below: Int(start)),
      let successors = try? reader.number(),
      let index = try? reader.content(),
      let paths = try? reader.list({ (reader) throws(BinaryReader.Damage) in (try reader.text(), try reader.text()) })
    else { return nil }
    (self.file, self.entries, self.successors) = (file, entries, successors)
    self.index = SearchIndex(index, file: output)
    dataPaths = Dictionary(paths) { first, _ in first }
  }

  private static func entries(_ reader: inout BinaryReader, below limit: Int) throws(BinaryReader.Damage) -> [Key: Entry] {
    let ids = try reader.list { (reader) throws(BinaryReader.Damage) in try reader.documentID() }
    func id(_ reader: inout BinaryReader) throws(BinaryReader.Damage) -> DocumentID {
      let number = try reader.signed()
      guard 0 <= number, number < ids.count else { throw BinaryReader.Damage() }
      return ids[Int(number)]
    }
    let count = try reader.count()
    var entries = [Key: Entry](minimumCapacity: count)
    for _ in 0..<count {
      guard let language = LanguageTag(try reader.text()) else { throw BinaryReader.Damage() }
      let key = Key(id: try id(&reader), language: language)
      let (content, face) = (try reader.number(), try reader.number())
      let (start, end) = (Int(try reader.signed()), Int(try reader.signed()))
      guard 0 <= start, start <= end, end <= limit else { throw BinaryReader.Damage() }
      entries[key] = Entry(
        place: Place(content: content, face: face, range: start..<end, sum: try reader.number()),
        concepts: try reader.list { (reader) throws(BinaryReader.Damage) in try id(&reader) },
        faults: try reader.list { (reader) throws(BinaryReader.Damage) in try reader.diagnostic() })
    }
    return entries
  }

  // MARK: Taking

  /// Whether bodies may be taken: the site has the same pages, under the same names, and names the same concepts.
  func haveSurroundings(of corpus: Corpus) -> Bool {
    corpus.unreadable.isEmpty && corpus.documents.count == entries.count && successors == Self.successors(corpus)
      && corpus.documents.allSatisfy { document in
        guard let place = self[document]?.place else { return false }
        return document.id.section != .terms || place.face == Self.face(document)
      }
  }

  subscript(document: Document) -> Entry? { entries[Key(document)] }

  /// Whether the body was rendered from the same file.
  func isUnchanged(_ document: Document) -> Bool { self[document]?.place.content == Self.content(document) }

  func hasSameFace(_ document: Document) -> Bool { self[document]?.place.face == Self.face(document) }

  /// The body that the document had, whatever its file held.
  func formerBody(of document: Document) -> RenderedBody? {
    guard let place = self[document]?.place else { return nil }
    let bytes = file[place.range]
    return Fingerprint(content: bytes).value == place.sum ? try? RenderedBody(bytes, of: document) : nil
  }

  static func successors(_ corpus: Corpus) -> UInt64 {
    let lines = corpus.successors.map { "\($0) \($1)" }.sorted()
    return Fingerprint(content: Array(lines.joined(separator: "\n").utf8)).value
  }

  static func content(_ document: Document) -> UInt64 { Fingerprint(content: document.file.bytes).value }

  static func face(_ document: Document) -> UInt64 {
    let bytes = document.file.bytes
    let hasText = bytes[document.body].contains { $0 > 0x20 }
    return Fingerprint(content: Array(bytes[..<document.body.lowerBound]) + [hasText ? 1 : 0]).value
  }
}
