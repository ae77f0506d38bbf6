internal import Diagnostics
internal import Encodings
internal import FileSystem
internal import Glibc
internal import SiteBuilding
internal import SiteDelivery

/// What a build read, what it said and what it left in the output folder: with it the next one knows whether anything has
/// changed without reading a file.
///
/// It is believed only if the program is the same, every answer of the disk that the build was given is the same, and every
/// file of the site is as the build left it. Whatever else it may be (absent, damaged, of another version, left behind by a
/// kill), the site is built as if there were none; and it is written last, so that a kill before leaves a former one that the
/// folder belies.
struct BuildRecord {
  let pageCount: Int
  let diagnostics: [Diagnostic]
  let reads: ReadLog
  /// Files of the site by path.
  let outputs: [String: FileStamp]

  private static let heading = "ciyuan-build 1"

  /// Where the record of a build stands.
  ///
  /// - Parameter options: all that a build depends on beside files, as texts.
  static func path(root: String, options: [String]) -> String {
    let name = Fingerprint(Array(options.joined(separator: "\n").utf8)).hexadecimal
    return OwnFolder.path("builds/\(name)", root: root)
  }

  /// The record at a path, if everything is still as it says.
  static func valid(at path: String, writer: SiteWriter) -> BuildRecord? {
    guard !writer.isInterrupted, let bytes = try? File.read(path), let record = try? BuildRecord(bytes: bytes), record.reads.holds(),
      record.outputs.allSatisfy({ FileStamp(of: Path.join(writer.folder, $0.key), followingLinks: false) == $0.value })
    else { return nil }
    return record
  }

  /// Notes a build whose site has just been written. A record only saves time: where it cannot be made, or where a file may
  /// still change without showing it, there is none.
  static func save(_ site: SiteOutput, _ reads: ReadLog, as changes: SiteChanges, by writer: SiteWriter, root: String, at path: String) {
    guard !reads.isRacy else { return }
    // Until the file system's clock has ticked, a second write to a file would leave the stamp of the first.
    if !changes.written.isEmpty { usleep(20_000) }
    let now = FileStamp.now()
    var outputs: [String: FileStamp] = [:]
    for file in changes.written + changes.unchanged {
      guard let stamp = FileStamp(of: Path.join(writer.folder, file), followingLinks: false), !stamp.isRacy(at: now) else { return }
      outputs[file] = stamp
    }
    let record = BuildRecord(pageCount: site.pageCount, diagnostics: site.diagnostics, reads: reads, outputs: outputs)
    OwnFolder.hide(root: root)
    try? File.write(record.encoded, to: path)
    prune(Path.parent(of: path))
  }

  /// Keeps the records of the last few ways in which a site was built: every output folder has one of its own.
  private static func prune(_ folder: String) {
    let records = ((try? Folder.files(below: folder)) ?? []).sorted { ($1.modified, $1.path) < ($0.modified, $0.path) }
    for record in records.dropFirst(8) { try? File.remove(Path.join(folder, record.path)) }
  }

  // MARK: Bytes

  private var encoded: [UInt8] {
    var writer = BinaryWriter()
    writer.write(Self.heading)
    writer.write(Self.program)
    writer.write(pageCount)
    writer.write(diagnostics.count)
    for diagnostic in diagnostics { writer.write(diagnostic) }
    writer.write(reads.files.count)
    for (path, stamp) in reads.files.sorted(by: { $0.key < $1.key }) {
      writer.write(path)
      writer.write(stamp == nil ? 0 : 1)
      if let stamp { writer.write(stamp) }
    }
    writer.write(reads.folders.count)
    for (path, exists) in reads.folders.sorted(by: { $0.key < $1.key }) {
      writer.write(path)
      writer.write(exists ? 1 : 0)
    }
    writer.write(reads.listings.count)
    for (path, digest) in reads.listings.sorted(by: { $0.key < $1.key }) {
      writer.write(path)
      writer.write(digest)
    }
    writer.write(outputs.count)
    for (path, stamp) in outputs.sorted(by: { $0.key < $1.key }) {
      writer.write(path)
      writer.write(stamp)
    }
    let sum = Fingerprint(writer.bytes).value
    writer.write(sum)
    return writer.bytes
  }

  private init(bytes: [UInt8]) throws(BinaryReader.Damage) {
    guard bytes.count > 8 else { throw BinaryReader.Damage() }
    var sum = BinaryReader(Array(bytes.suffix(8)))
    guard try sum.number() == Fingerprint(bytes.dropLast(8)).value else { throw BinaryReader.Damage() }
    var reader = BinaryReader(Array(bytes.dropLast(8)))
    guard try reader.text() == Self.heading, try reader.text() == Self.program else { throw BinaryReader.Damage() }
    pageCount = Int(try reader.signed())
    var diagnostics: [Diagnostic] = []
    for _ in 0..<(try reader.count()) { diagnostics.append(try reader.diagnostic()) }
    var files: [String: FileStamp?] = [:], folders: [String: Bool] = [:], listings: [String: UInt64] = [:]
    for _ in 0..<(try reader.count()) {
      let path = try reader.text()
      files[path] = .some(try reader.number() == 0 ? nil : try reader.stamp())
    }
    for _ in 0..<(try reader.count()) {
      let path = try reader.text()
      folders[path] = try reader.number() == 1
    }
    for _ in 0..<(try reader.count()) {
      let path = try reader.text()
      listings[path] = try reader.number()
    }
    var outputs: [String: FileStamp] = [:]
    let outputCount = try reader.count()
    outputs.reserveCapacity(outputCount)
    for _ in 0..<outputCount {
      let path = try reader.text()
      outputs[path] = try reader.stamp()
    }
    guard reader.isAtEnd else { throw BinaryReader.Damage() }
    (self.diagnostics, self.outputs) = (diagnostics, outputs)
    reads = ReadLog(files: files, folders: folders, listings: listings)
  }

  private init(pageCount: Int, diagnostics: [Diagnostic], reads: ReadLog, outputs: [String: FileStamp]) {
    (self.pageCount, self.diagnostics, self.reads, self.outputs) = (pageCount, diagnostics, reads, outputs)
  }

  /// Which program this is: another build of it may make other pages of the same content.
  private static let program: String = {
    guard let stamp = FileStamp(of: "/proc/self/exe") else { return "" }
    return "\(stamp.size) \(stamp.modified) \(stamp.inode)"
  }()
}

extension BinaryWriter {
  fileprivate mutating func write(_ stamp: FileStamp) {
    write(stamp.size)
    write(stamp.modified)
    write(stamp.changed)
    write(stamp.inode)
  }
}

extension BinaryReader {
  fileprivate mutating func stamp() throws(Damage) -> FileStamp {
    let (size, modified, changed) = (try signed(), try signed(), try signed())
    return FileStamp(size: size, modified: modified, changed: changed, inode: try number())
  }
}
