internal import Glibc

/// Text in some encoding turned into UTF-8 by the system's `iconv`.
enum CharacterConversion {
  struct Result {
    var bytes: [UInt8]
    /// Sequences that mean nothing in the encoding; each became U+FFFD.
    var invalidCount: Int
    /// Offset in the input of the first of them.
    var firstInvalid: Int?
  }

  /// Converts all of `input`; what does not decode becomes U+FFFD, one for each byte skipped. O(bytes).
  ///
  /// - Parameter invalidLimit: conversion ends early when more sequences than this are invalid.
  /// - Returns: `nil` where the system does not know the encoding.
  static func convert(_ input: ArraySlice<UInt8>, from encoding: TextEncoding, invalidLimit: Int = .max) -> Result? {
    let descriptor = iconv_open("UTF-8", encoding.name)
    guard let descriptor, descriptor != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(descriptor) }
    var result = Result(bytes: [], invalidCount: 0, firstInvalid: nil)
    result.bytes.reserveCapacity(input.count + input.count / 2 + 16)
    input.withUnsafeBytes { source in
      // `iconv` never writes through its input pointer.
      var next = UnsafeMutablePointer(mutating: source.assumingMemoryBound(to: CChar.self).baseAddress)
      var left = source.count
      withUnsafeTemporaryAllocation(of: CChar.self, capacity: 65_536) { buffer in
        while left > 0 {
          var out = buffer.baseAddress
          var room = buffer.count
          let status = iconv(descriptor, &next, &left, &out, &room)
          let code = errno
          result.bytes.append(contentsOf: UnsafeRawBufferPointer(buffer)[..<(buffer.count - room)])
          if status != -1 || code == E2BIG { continue }
          result.firstInvalid = result.firstInvalid ?? source.count - left
          result.invalidCount += 1
          if result.invalidCount > invalidLimit { return }
          result.bytes.append(contentsOf: [0xEF, 0xBF, 0xBD])
          next = next?.advanced(by: 1)
          left -= 1
        }
      }
    }
    return result
  }
}
