/// What a file is when it is not text.
struct BinaryKind: CustomStringConvertible {
  let description: String

  /// `nil` for text. Known beginnings of files first; then NUL bytes, which no text but UTF-16 has in number, and
  /// control characters.
  init?(of bytes: [UInt8]) {
    for (signature, name) in Self.signatures where bytes.starts(with: signature) {
      description = name
      return
    }
    guard TextEncoding.byteOrderMark(of: bytes) == nil, TextEncoding.utf16WithoutMark(bytes) == nil else { return nil }
    let sample = bytes.prefix(65_536)
    var nul = 0, control = 0
    for byte in sample {
      if byte == 0 { nul += 1 }
      if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0C, byte != 0x0D, byte != 0x1B { control += 1 }
    }
    // One that slipped into a short text makes it no binary.
    if nul <= 2, sample.count >= 8 * nul, control <= nul { return nil }
    guard nul * 100 > sample.count || control * 20 > sample.count else { return nil }
    description = nul * 100 > sample.count ? "many NUL bytes" : "many control characters"
  }

  private static let signatures: [(bytes: [UInt8], name: String)] = [
    (Array("%PDF-".utf8), "PDF"), ([0x50, 0x4B, 0x03, 0x04], "ZIP, as of Word and EPUB"),
    ([0x89, 0x50, 0x4E, 0x47], "PNG"), ([0xFF, 0xD8, 0xFF], "JPEG"), (Array("GIF8".utf8), "GIF"),
    ([0x1F, 0x8B], "gzip"), ([0x28, 0xB5, 0x2F, 0xFD], "Zstandard"), ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "xz"),
    ([0x7F, 0x45, 0x4C, 0x46], "an executable"), ([0xD0, 0xCF, 0x11, 0xE0], "Microsoft Office"),
    (Array("SQLite format 3".utf8), "SQLite"),
  ]
}
