internal import Glibc

/// A page's HTML where another page shows it, one folder deeper and beside a second text.
enum MovedHTML {
  /// Relative addresses go up one folder more; ids, and links to ids of the page, get a prefix. HTML as `MarkdownTree` and
  /// `Typesetting` write it: a quotation mark stands nowhere but around an attribute's value. O(bytes).
  static func moved(_ html: ArraySlice<UInt8>, idPrefix: String) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(html.count + html.count / 16)
    html.withUnsafeBufferPointer { html in
      var copied = 0, index = 0
      func insert(_ text: String, at place: Int) {
        result += UnsafeBufferPointer(rebasing: html[copied..<place])
        result += text.utf8
        copied = place
      }
      while index < html.count {
        switch html[index] {
        // How a picture's attribute names another part of it.
        case UInt8(ascii: "=") where begins("=\"url(#", at: index, in: html):
          index += 7
          insert(idPrefix, at: index)
        case UInt8(ascii: " ") where begins(" id=\"", at: index, in: html):
          index += 5
          insert(idPrefix, at: index)
        case UInt8(ascii: " ") where begins(" href=\"", at: index, in: html) || begins(" src=\"", at: index, in: html):
          index += html[index + 1] == UInt8(ascii: "h") ? 7 : 6
          if index < html.count, html[index] == UInt8(ascii: "#") {
            index += 1
            insert(idPrefix, at: index)
          } else if isRelative(html[index...]) {
            insert("../", at: index)
          }
        default: index += 1
        }
      }
      result += UnsafeBufferPointer(rebasing: html[copied...])
    }
    return result
  }

  @inline(__always)
  private static func begins(_ text: StaticString, at index: Int, in html: UnsafeBufferPointer<UInt8>) -> Bool {
    let count = text.utf8CodeUnitCount
    guard index + count <= html.count, html[index + 1] == text.utf8Start[1] else { return false }
    return memcmp(html.baseAddress! + index, text.utf8Start, count) == 0
  }

  /// Whether an attribute's value, up to its quotation mark, is an address relative to the page.
  private static func isRelative(_ value: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    if value.first == UInt8(ascii: "/") || value.first == UInt8(ascii: "\"") { return false }
    for byte in value {
      switch byte {
      case UInt8(ascii: ":"): return false
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "\""): return true
      default: continue
      }
    }
    return true
  }
}
