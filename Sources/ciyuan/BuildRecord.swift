internal import ContentModel
internal import Diagnostics
internal import Encodings
internal import FileSystem
internal import Glibc
internal import SiteBuilding
internal import SiteDelivery

/// What a build read, what it said and what it left in the output folder: with it the next one knows what has changed without
/// reading a file.
///
/// It is believed only if the program is the same and every file of the site is as the build left it. Whatever else it may be
/// (absent, damaged, of another version, left behind by a kill), the site is built as if there were none; and it is written
/// last, so that a kill before leaves a former one that the folder belies.
struct BuildRecord {
  let pageCount: Int
  let diagnostics: [Diagnostic]
  /// How many files the site has.
  let fileCount: Int
  /// What the build asked of the disk.
  let reads: ReadLog
  /// Whether the disk would give every answer alike: then there is nothing to build.
  let isUnchanged: Bool
  /// Where the files of the site are told of.
  private let rest: BinaryReader
  /// The file with the build's bodies as it was then, if there was one.
  private let bodies: FileStamp?

  private static let heading = "ciyuan-build 4"

  /// Where the record of a build stands.
  ///
  /// - Parameter options: all that a build depends on beside files, as texts.
  static func path(root: String, options: [String]) -> String {
    let name = Fingerprint(Array(options.joined(separator: "\n").utf8)).hexadecimal
    return OwnFolder.path("builds/\(name)", root: root)
  }

  /// The record at a path, if the site is still as it says. A call of the system for each file that was read or written, and
  /// little else.
  static func valid(at path: String, writer: SiteWriter) -> BuildRecord? {
    guard !writer.isInterrupted, let bytes = try? File.read(path) else { return nil }
    return try? BuildRecord(bytes, ofSiteIn: writer.folder)
  }

  /// The bodies of the recorded build.
  ///
  /// - Parameter site: the folder of the site as it was written.
  func keptBodies(at path: String, site: String) -> KeptBodies? {
    // Read past the log: the site's own files are no input.
    let kept = KeptBodies(Self.bodiesPath(path)) { MappedFile(Path.join(site, $0))?.bytes }
    return kept?.stamp == bodies ? kept : nil
  }

  /// Whether nothing but documents has been written since the recorded build.
  ///
  /// - Parameter reads: what this build has read.
  func knowsAllBut(_ documents: [Document], _ reads: ReadLog) -> Bool {
    guard let written = reads.filesWritten(since: self.reads) else { return false }
    return Set(written).isSubset(of: documents.lazy.map(\.file.path))
  }

  /// The files of the site as they stand there.
  private var outputs: [String: FileStamp] {
    var reader = rest
    var outputs = [String: FileStamp](minimumCapacity: fileCount)
    for _ in 0..<fileCount {
      guard let path = try? reader.withPath({ String(cString: $0) }), let stamp = try? reader.stamp() else { return [:] }
      outputs[path] = stamp
    }
    return outputs
  }

  static func bodiesPath(_ path: String) -> String { path + ".bodies" }

  /// Notes a build whose site has just been written. A record only saves time: where it cannot be made, or where a file may
  /// still change without showing it, there is none.
  ///
  /// - Parameter former: the record of the site before; what the build left untouched is as that says, or somebody else has
  ///   written it meanwhile, and the next build will see it.
  static func save(
    _ site: SiteOutput, _ reads: ReadLog, after former: BuildRecord?, as changes: SiteChanges,
    by writer: SiteWriter, root: String, at path: String
  ) async {
    guard !reads.isRacy else { return }
    OwnFolder.hide(root: root)
    let known = site.untouched.isEmpty ? [:] : former?.outputs ?? [:]
    var outputs: [(path: String, stamp: FileStamp)] = []
    var newest: Int64 = 0
    for file in changes.written + changes.unchanged {
      if site.untouched.contains(file) {
        guard let stamp = known[file] else { return }
        outputs.append((file, stamp))
      } else {
        guard let stamp = FileStamp(of: Path.join(writer.folder, file), followingLinks: false) else { return }
        outputs.append((file, stamp))
        newest = max(newest, stamp.changed)
      }
    }
    let bodies = try? await KeptBodies.save(site.built, at: bodiesPath(path))
    // Until the file system's clock has ticked, a second write to a file would leave the stamp of the first.
    let rest = newest + FileStamp.tick - FileStamp.now()
    if (1...FileStamp.tick).contains(rest) { usleep(UInt32(rest / 1000 + 1)) }
    let now = FileStamp.now()
    if outputs.contains(where: { $0.stamp.isRacy(at: now) }) { return }
    try? File.write(encoded(site, reads, outputs.sorted { $0.path < $1.path }, bodies), to: path)
    prune(Path.parent(of: path))
  }

  /// Keeps the records of the last few ways in which a site was built, each with its bodies: every output folder has its own.
  private static func prune(_ folder: String) {
    let records = ((try? Folder.files(below: folder)) ?? []).sorted { ($1.modified, $1.path) < ($0.modified, $0.path) }
    for record in records.dropFirst(16) { try? File.remove(Path.join(folder, record.path)) }
  }

  // MARK: Bytes

  private static func encoded(
    _ site: SiteOutput, _ reads: ReadLog, _ outputs: [(path: String, stamp: FileStamp)], _ bodies: FileStamp?
  ) -> [UInt8] {
    var writer = BinaryWriter()
    writer.write(heading)
    writer.write(program)
    writer.write(site.pageCount)
    writer.write(site.diagnostics) { $0.write($1) }
    writer.write(bodies) { $0.write($1) }
    writer.write(reads.files.sorted { $0.key < $1.key }) { writer, file in
      writer.write(file.key)
      writer.write(file.value) { $0.write($1) }
    }
    writer.write(reads.folders.sorted { $0.key < $1.key }) { writer, folder in
      writer.write(folder.key)
      writer.write(folder.value ? 1 : 0)
    }
    writer.write(reads.listings.sorted { $0.key < $1.key }) { writer, folder in
      writer.write(folder.key)
      writer.write(folder.value.loops) { $0.write($1) }
      writer.write(folder.value.others) { $0.write($1) }
      writer.write(folder.value.files) { writer, file in
        writer.write(file.path)
        writer.write(file.stamp)
      }
    }
    writer.write(outputs.count)
    for (path, stamp) in outputs {
      writer.write(path: path)
      writer.write(stamp)
    }
    writer.write(Fingerprint(content: writer.bytes).value)
    return writer.bytes
  }

  /// `nil` where the disk says something else than the record.
  private init?(_ bytes: [UInt8], ofSiteIn folder: String) throws(BinaryReader.Damage) {
    guard bytes.count > 8 else { throw BinaryReader.Damage() }
    var sum = BinaryReader(Array(bytes.suffix(8)))
    guard try sum.number() == Fingerprint(content: Array(bytes[..<(bytes.count - 8)])).value else { throw BinaryReader.Damage() }
    var reader = BinaryReader(bytes)
    guard try reader.text() == Self.heading, try reader.text() == Self.program else { throw BinaryReader.Damage() }
    pageCount = Int(try reader.signed())
    diagnostics = try reader.list { (reader) throws(BinaryReader.Damage) in try reader.diagnostic() }
    bodies = try reader.optional { (reader) throws(BinaryReader.Damage) in try reader.stamp() }
    reads = try reader.readLog()
    let site = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer { close(site) }
    guard site >= 0 else { return nil }
    fileCount = try reader.count()
    rest = reader
    var blocks: [BinaryReader] = []
    for number in 0..<fileCount {
      if number % Self.blockSize == 0 { blocks.append(reader) }
      try reader.withPath { _ in }
      _ = try reader.stamp()
    }
    // On all cores: the calls of the system are what takes time.
    let (reads, fileCount) = (reads, fileCount)
    let answers = concurrentMap(count: blocks.count + 1) { [blocks] number in
      number == 0
        ? reads.isAnsweredAlike
        : Self.stand(blocks[number - 1], count: min(Self.blockSize, fileCount - (number - 1) * Self.blockSize), below: site)
    }
    guard !answers.dropFirst().contains(false) else { return nil }
    isUnchanged = answers[0]
  }

  private static let blockSize = 1024

  /// Whether some files of the site are as they are told of.
  private static func stand(_ reader: BinaryReader, count: Int, below site: Int32) -> Bool {
    var reader = reader
    for _ in 0..<count {
      guard let found = try? reader.withPath({ FileStamp(of: $0, followingLinks: false, below: site) }), let stamp = try? reader.stamp(),
        found == stamp
      else { return false }
    }
    return true
  }

  /// Which program this is: another build of it may make other pages of the same content.
  private static let program: String = {
    guard let stamp = FileStamp(of: "/proc/self/exe") else { return "" }
    return "\(stamp.size) \(stamp.modified) \(stamp.inode)"
  }()
}

extension ReadLog {
  /// Whether the disk would give every answer alike.
  fileprivate var isAnsweredAlike: Bool {
    files.allSatisfy { FileStamp(of: $0.key) == $0.value } && folders.allSatisfy { Folder.exists($0.key) == $0.value }
      && listings.allSatisfy { (try? Folder.listing(below: $0.key)) == $0.value }
  }
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
  fileprivate mutating func readLog() throws(Damage) -> ReadLog {
    let files = try list { (reader) throws(Damage) in
      (try reader.text(), try reader.optional { (reader) throws(Damage) in try reader.stamp() })
    }
    let folders = try list { (reader) throws(Damage) in (try reader.text(), try reader.number() == 1) }
    let listings = try list { (reader) throws(Damage) in
      let folder = try reader.text()
      let loops = try reader.list { (reader) throws(Damage) in try reader.text() }
      let others = try reader.list { (reader) throws(Damage) in try reader.text() }
      let files = try reader.list { (reader) throws(Damage) in Folder.Entry(path: try reader.text(), stamp: try reader.stamp()) }
      return (folder, Folder.Listing(files: files, loops: loops, others: others))
    }
    return ReadLog(
      files: Dictionary(files) { first, _ in first }, folders: Dictionary(folders) { first, _ in first },
      listings: Dictionary(listings) { first, _ in first })
  }

  fileprivate mutating func stamp() throws(Damage) -> FileStamp {
    let (size, modified, changed) = (try signed(), try signed(), try signed())
    return FileStamp(size: size, modified: modified, changed: changed, inode: try number())
  }
}
