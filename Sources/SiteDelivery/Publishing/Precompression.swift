internal import CCompression
public import ContentModel
internal import Synchronization

/// Files as web servers hand them out to who takes them compressed: `index.html.gz` beside `index.html`. The same bytes
/// give the same bytes.
public enum Precompression {
  /// The compressed files for texts of a kilobyte or more; pictures are compressed already. All cores; O(bytes), for pages of
  /// a site about 35 MB/s a core for gzip and 0.6 for Brotli.
  public static func files(beside files: [OutputFile], _ extras: Set<PublishTarget.Extra>) -> [OutputFile] {
    let formats = [(extra: PublishTarget.Extra.gzip, compress: gzip), (.brotli, brotli)].filter { extras.contains($0.extra) }
    guard !formats.isEmpty else { return [] }
    let result = Mutex<[OutputFile]>([])
    let texts = files.filter { MediaType.isText($0.path) }
    forEachBlock(of: texts.count, size: 16) { block in
      var made: [OutputFile] = []
      for file in texts[block] {
        let bytes = file.bytes
        guard bytes.count >= 1024 else { continue }
        for (extra, compress) in formats {
          made.append(OutputFile(path: "\(file.path).\(extra.rawValue)", bytes: compress(bytes)))
        }
      }
      result.withLock { $0 += made }
    }
    return result.withLock { $0 }.sorted { $0.path < $1.path }
  }

  /// https://www.rfc-editor.org/rfc/rfc1952
  static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    precondition(ciyuan_deflate_gzip(&stream) == Z_OK, "zlib has no memory")
    defer { deflateEnd(&stream) }
    let capacity = Int(deflateBound(&stream, UInt(bytes.count)))
    var source = bytes
    return source.withUnsafeMutableBufferPointer { source in
      [UInt8](unsafeUninitializedCapacity: capacity) { target, count in
        (stream.next_in, stream.avail_in) = (source.baseAddress, UInt32(source.count))
        (stream.next_out, stream.avail_out) = (target.baseAddress, UInt32(capacity))
        precondition(deflate(&stream, Z_FINISH) == Z_STREAM_END, "deflateBound is too small")
        count = Int(stream.total_out)
      }
    }
  }

  /// https://www.rfc-editor.org/rfc/rfc7932 at the best quality: pages are a fifth smaller than by gzip.
  static func brotli(_ bytes: [UInt8]) -> [UInt8] {
    let capacity = BrotliEncoderMaxCompressedSize(bytes.count)
    return [UInt8](unsafeUninitializedCapacity: capacity) { target, count in
      count = capacity
      let isDone = BrotliEncoderCompress(
        BROTLI_MAX_QUALITY, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, bytes.count, bytes, &count, target.baseAddress)
      precondition(isDone == BROTLI_TRUE, "brotli has no memory")
    }
  }
}
