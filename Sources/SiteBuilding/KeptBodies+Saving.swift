import ContentModel
import Diagnostics
import Encodings
public import FileSystem
import SiteSearch

extension KeptBodies {
  /// Keeps the bodies of a build. Those that were taken from the same file stay where they are, until half of it is of no use.
  ///
  /// - Returns: the file's stamp.
  public static func save(_ built: BuiltSite, at path: String) async throws(FileError) -> FileStamp? {
    let bodies = built.model.bodies, documents = built.model.corpus.documents
    let known = documents.compactMap { document in bodies.entry(of: document).map { (Key(document), $0.place) } }
    let size = known.reduce(0) { $0 + $1.1.range.count }
    let isAppending = bodies.kept.map { size > $0.file.count / 2 } ?? false
    var places = isAppending ? Dictionary(uniqueKeysWithValues: known) : [:]
    // A new file, so that whoever has mapped the former one still reads that.
    let temporary = path + ".new"
    var stream = try FileStream(isAppending ? path : temporary, appending: isAppending)
    let rest = documents.filter { places[Key($0)] == nil }
    // A block at a time: all of them would be as much again as the site itself in memory.
    for start in stride(from: 0, to: rest.count, by: 256) {
      let block = await ParallelMap.run(Array(rest[start..<min(rest.count, start + 256)])) { document in
        let bytes = bodies[document]?.binary ?? []
        return (document: document, bytes: bytes, sum: Fingerprint(content: bytes).value, content: content(document), face: face(document))
      }
      for part in block {
        let range = stream.count..<stream.count + part.bytes.count
        places[Key(part.document)] = Place(content: part.content, face: part.face, range: range, sum: part.sum)
        try stream.write(part.bytes)
      }
    }
    let table = table(places, built)
    var end = BinaryWriter()
    end.write(heading)
    end.write(stream.count)
    end.write(Fingerprint(content: table).value)
    try stream.write(table + end.bytes)
    if !isAppending { try File.move(temporary, to: path) }
    return FileStamp(of: path)
  }

  private static func table(_ places: [Key: Place], _ built: BuiltSite) -> [UInt8] {
    let corpus = built.model.corpus
    let numbers = Dictionary(uniqueKeysWithValues: corpus.ids.enumerated().map { ($1, $0) })
    var table = BinaryWriter()
    table.write(corpus.ids) { $0.write($1) }
    table.write(corpus.documents.count)
    for (document, faults) in zip(corpus.documents, built.faults) {
      guard let place = places[Key(document)] else { continue }
      table.write(document.language.rawValue)
      table.write(numbers[document.id] ?? 0)
      for number in [place.content, place.face] { table.write(number) }
      for number in [place.range.lowerBound, place.range.upperBound] { table.write(number) }
      table.write(place.sum)
      table.write(built.model.bodies.concepts(in: document).compactMap { numbers[$0] }) { $0.write($1) }
      table.write(faults) { $0.write($1) }
    }
    table.write(successors(corpus))
    table.write(built.index?.binary ?? [])
    table.write(built.model.assets.dataPaths.sorted { $0.key < $1.key }) { writer, path in
      writer.write(path.key)
      writer.write(path.value)
    }
    return table.bytes
  }
}
