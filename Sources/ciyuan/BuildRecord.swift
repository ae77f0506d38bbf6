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
  /// How many files the site has.
  let fileCount: Int

  private static let heading = "ciyuan-build 2"

  /// Where the record of a build stands.
  ///
  /// - Parameter options: all that a build depends on beside files, as texts.
  static func path(root: String, options: [String]) -> String {
    let name = Fingerprint(Array(options.joined(separator: "\n").utf8)).hexadecimal
    return OwnFolder.path("builds/\(name)", root: root)
  }

  /// The record at a path, if everything is still as it says. A call of the system for each file that was read or written,
  /// and nothing else: paths are not even copied.
  static func valid(at path: String, writer: SiteWriter) -> BuildRecord? {
    guard !writer.isInterrupted, let bytes = try? File.read(path) else { return nil }
    return try? BuildRecord(bytes, ofSiteIn: writer.folder)
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
    OwnFolder.hide(root: root)
    try? File.write(encoded(site, reads, outputs), to: path)
    prune(Path.parent(of: path))
  }

  /// Keeps the records of the last few ways in which a site was built: every output folder has one of its own.
  private static func prune(_ folder: String) {
    let records = ((try? Folder.files(below: folder)) ?? []).sorted { ($1.modified, $1.path) < ($0.modified, $0.path) }
    for record in records.dropFirst(8) { try? File.remove(Path.join(folder, record.path)) }
  }

  // MARK: Bytes

  private static func encoded(_ site: SiteOutput, _ reads: ReadLog, _ outputs: [String: FileStamp]) -> [UInt8] {
    var writer = BinaryWriter()
    writer.write(heading)
    writer.write(program)
    writer.write(site.pageCount)
    writer.write(site.diagnostics.count)
    for diagnostic in site.diagnostics { writer.write(diagnostic) }
    writer.write(reads.files.count)
    for (path, stamp) in reads.files.sorted(by: { $0.key < $1.key }) {
      writer.write(path: path)
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
      writer.write(path: path)
      writer.write(stamp)
    }
    let sum = Fingerprint(writer.bytes).value
    writer.write(sum)
    return writer.bytes
  }

  /// `nil` where the disk says something else than the record.
  private init?(_ bytes: [UInt8], ofSiteIn folder: String) throws(BinaryReader.Damage) {
    guard bytes.count > 8 else { throw BinaryReader.Damage() }
    var sum = BinaryReader(Array(bytes.suffix(8)))
    guard try sum.number() == Fingerprint(bytes.dropLast(8)).value else { throw BinaryReader.Damage() }
    var reader = BinaryReader(bytes)
    guard try reader.text() == Self.heading, try reader.text() == Self.program else { throw BinaryReader.Damage() }
    pageCount = Int(try reader.signed())
    var diagnostics: [Diagnostic] = []
    for _ in 0..<(try reader.count()) { diagnostics.append(try reader.diagnostic()) }
    self.diagnostics = diagnostics
    for _ in 0..<(try reader.count()) {
      let found = try reader.withPath { FileStamp(of: $0) }
      guard found == (try reader.number() == 0 ? nil : try reader.stamp()) else { return nil }
    }
    for _ in 0..<(try reader.count()) {
      guard Folder.exists(try reader.text()) == (try reader.number() == 1) else { return nil }
    }
    for _ in 0..<(try reader.count()) {
      guard (try? Folder.listing(below: try reader.text()))?.digest == (try reader.number()) else { return nil }
    }
    let site = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer { close(site) }
    guard site >= 0 else { return nil }
    fileCount = try reader.count()
    for _ in 0..<fileCount {
      let found = try reader.withPath { FileStamp(of: $0, followingLinks: false, below: site) }
      guard found == (try reader.stamp()) else { return nil }
    }
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
