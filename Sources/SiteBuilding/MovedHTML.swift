/// A page's HTML where another page shows it, one folder deeper and beside a second text.
enum MovedHTML {
  private static let attributes = [" href=\"", " src=\"", " id=\""].map { Array($0.utf8) }
  /// How a picture's attribute names another part of it.
  private static let reference = Array("=\"url(#".utf8)

  /// Relative addresses go up one folder more; ids, and links to ids of the page, get a prefix. HTML as `MarkdownTree` and
  /// `Typesetting` write it: a quotation mark stands nowhere but around an attribute's value. O(bytes).
  static func moved(_ html: ArraySlice<UInt8>, idPrefix: String) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(html.count + html.count / 16)
    var index = html.startIndex
    while index < html.endIndex {
      if html[index] == UInt8(ascii: "="), html[index...].starts(with: reference) {
        result += reference + Array(idPrefix.utf8)
        index += reference.count
        continue
      }
      guard html[index] == UInt8(ascii: " "), let attribute = attributes.first(where: { html[index...].starts(with: $0) }) else {
        result.append(html[index])
        index += 1
        continue
      }
      result += attribute
      index += attribute.count
      if attribute[1] == UInt8(ascii: "i") {
        result += idPrefix.utf8
      } else if index < html.endIndex, html[index] == UInt8(ascii: "#") {
        result += "#\(idPrefix)".utf8
        index += 1
      } else if isRelative(html[index...]) {
        result += "../".utf8
      }
    }
    return result
  }

  /// Whether an attribute's value, up to its quotation mark, is an address relative to the page.
  private static func isRelative(_ value: ArraySlice<UInt8>) -> Bool {
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
