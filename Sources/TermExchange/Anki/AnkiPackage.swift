internal import CLibZip
internal import Encodings

extension AnkiDeck {
  /// The deck as an `.apkg`: a zip of the collection, a list of the media, and the media by number.
  ///
  /// - Parameter modified: Seconds since 1970, the time of the notes' last change.
  public func package(modified: Int) throws(AnkiFault) -> [UInt8] {
    let images = media.sorted { $0.key < $1.key }
    let list = images.enumerated().map { "\"\($0.offset)\": \(jsonString($0.element.key))" }.joined(separator: ", ")
    var files: [(name: String, bytes: [UInt8])] = [
      ("collection.anki2", try AnkiCollection.make(self, modified: modified)), ("media", Array("{\(list)}".utf8)),
    ]
    files += images.enumerated().map { ("\($0.offset)", $0.element.value) }
    return try ZipArchive.make(files)
  }
}

/// A zip archive made in memory.
enum ZipArchive {
  /// The files in order, deflated, all with the same time: the same files give the same bytes.
  static func make(_ files: [(name: String, bytes: [UInt8])]) throws(AnkiFault) -> [UInt8] {
    var error = zip_error_t()
    guard let buffer = zip_source_buffer_create(nil, 0, 0, &error) else { throw fault(&error) }
    // The archive takes the buffer with it when it closes; another hold on it lets it be read then.
    zip_source_keep(buffer)
    defer { zip_source_free(buffer) }
    guard let archive = zip_open_from_source(buffer, ZIP_TRUNCATE, &error) else {
      zip_source_free(buffer)
      throw fault(&error)
    }
    // What is added must stay where it is until the archive is closed.
    var held: [UnsafeMutableRawBufferPointer] = []
    defer { held.forEach { $0.deallocate() } }
    for file in files {
      let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, file.bytes.count), alignment: 1)
      copy.copyBytes(from: file.bytes)
      held.append(copy)
      let source = zip_source_buffer(archive, copy.baseAddress, zip_uint64_t(file.bytes.count), 0)
      let index = zip_file_add(archive, file.name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
      guard index >= 0 else {
        zip_source_free(source)
        let problem = AnkiFault(description: "zip: \(String(cString: zip_strerror(archive)))")
        zip_discard(archive)
        throw problem
      }
      // DOS times, as zip has them, are local: a fixed one is the same everywhere.
      zip_file_set_dostime(archive, zip_uint64_t(index), 0, 0x21, 0)
    }
    guard zip_close(archive) == 0 else {
      let problem = AnkiFault(description: "zip: \(String(cString: zip_strerror(archive)))")
      zip_discard(archive)
      throw problem
    }
    return try read(buffer)
  }

  private static func read(_ source: OpaquePointer) throws(AnkiFault) -> [UInt8] {
    var info = zip_stat_t()
    guard zip_source_stat(source, &info) == 0, zip_source_open(source) == 0 else {
      throw AnkiFault(description: "zip: archive cannot be read back")
    }
    defer { zip_source_close(source) }
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(info.size)) { buffer, count in
      count = max(0, Int(zip_source_read(source, buffer.baseAddress, info.size)))
    }
    guard bytes.count == Int(info.size) else { throw AnkiFault(description: "zip: archive cannot be read back") }
    return bytes
  }

  private static func fault(_ error: inout zip_error_t) -> AnkiFault {
    AnkiFault(description: "zip: \(String(cString: zip_error_strerror(&error)))")
  }
}
