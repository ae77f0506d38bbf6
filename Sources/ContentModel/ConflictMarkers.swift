internal import Glibc

/// Lines between which an import leaves two texts of a page that it could not make one, for a person to choose.
package enum ConflictMarkers {
  package static let ours = "<<<<<<< 手工修改 (edited here)"
  package static let divider = "======="
  package static let theirs = ">>>>>>> 新导入 (import)"

  /// Where the first of them stands. O(text).
  package static func first(in text: [UInt8]) -> Int? {
    let marker = Array(ours.utf8)
    return text.withUnsafeBytes { bytes in
      var start = 0
      while start + marker.count <= bytes.count, let found = memchr(bytes.baseAddress! + start, Int32(marker[0]), bytes.count - start) {
        let place = UnsafeRawPointer(found) - bytes.baseAddress!
        if place + marker.count <= bytes.count, memcmp(found, marker, marker.count) == 0 { return place }
        start = place + 1
      }
      return nil
    }
  }
}
