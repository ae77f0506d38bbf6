/// The tag of the script that reloads a page: the server puts it in, the build never does.
enum ReloadScript {
  /// Before the last `</body>`, in any case; at the end where there is none.
  static func inject(into page: [UInt8], tag: String) -> [UInt8] {
    let end = Array("</body>".utf8)
    var place = page.count
    var index = page.count - end.count
    while index >= 0 {
      if page[index] == UInt8(ascii: "<"),
        page[index..<index + end.count].lazy.map({ (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }).elementsEqual(end)
      {
        place = index
        break
      }
      index -= 1
    }
    return page[..<place] + Array(tag.utf8) + page[place...]
  }
}
