/// Names of one series that a title writes together: `ZeRO-1/2/3`, `k1/2/3`.
enum SeriesNames {
  /// Each name in full, `ZeRO-1、ZeRO-2、ZeRO-3`: behind a Latin name that ends in a number, a bare number after a slash is the
  /// number of the next one. A fraction or a version (`1/2`, `HTTP/1.1`) is none. O(length).
  static func spelled(_ title: Substring) -> Substring {
    guard title.utf8.contains(slash) else { return title }
    var result = ""
    var stem: Substring?
    var rest = title
    while let first = rest.first {
      let word = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "-.".contains($0)) }
      if word.isEmpty {
        // A slash goes on with the series where a name went before.
        if first != "/" { stem = nil }
        result.append(first)
        rest = rest.dropFirst()
        continue
      }
      let number = word.allSatisfy(\.isNumber)
      if number, let stem, result.last == "/" {
        result.removeLast()
        result += "、" + stem + word
      } else {
        result += word
        stem = word.contains(".") ? nil : stemOfSeries(word)
      }
      rest = rest.dropFirst(word.count)
    }
    return Substring(result)
  }

  private static let slash = UInt8(ascii: "/")

  /// A name without the number that it ends in.
  private static func stemOfSeries(_ word: Substring) -> Substring? {
    guard let last = word.lastIndex(where: { !$0.isNumber }), word.index(after: last) < word.endIndex,
      word.contains(where: \.isLetter)
    else { return nil }
    return word[...last]
  }
}
