internal import HanText

/// The author's name in a line that has little beside it: `posted @ 2022-11-05 20:30 小林 阅读(12)`, `小林 发布于 2020-06-06`,
/// `原创 小林 2021-03-04`, `By Ann Lee on May 4, 2023`.
enum BylineText {
  /// `nil` where the line names nobody. O(line).
  ///
  /// - Parameter fields: among them words that stand where a name would; no name begins with one of more than one Han.
  static func author(in line: String, fields: FieldNames) -> String? {
    func name(_ words: [String]) -> String? { self.name(words, fields.noNames) }
    let words = line.split(separator: " ").map(String.init)
    guard words.count <= 24 else { return nil }
    let lower = line.lowercased()
    for opening in ["written by ", "posted by ", "published by ", "by "] where lower.hasPrefix(opening) {
      return name(line.dropFirst(opening.count).prefix { !"·|,•(".contains($0) }.split(separator: " ").map(String.init))
    }
    if lower.hasPrefix("posted @") {
      let rest = words.drop { !isTime($0) }.dropFirst()
      return name(Array(rest.prefix { word in !afterName.contains { word.hasPrefix($0) } }))
    }
    // The name stands before the day.
    let head = line.prefix { !$0.isASCIIDigit }
    guard head.count < line.count else { return nil }
    var before = head.split(whereSeparator: { " ·|•:".contains($0) }).map(String.init)
    if let first = before.first, let label = labels.first(where: { first.hasPrefix($0) }) {
      // The name may be glued to it.
      before[0] = String(first.dropFirst(label.count))
      if before[0].isEmpty { before.removeFirst() }
    }
    if let last = before.last, let mark = fields.dayVerbs.first(where: { last.hasSuffix($0) }) {
      before[before.count - 1] = String(last.dropLast(mark.count))
    }
    return name(Array(before.filter { !$0.isEmpty }.prefix(1)))
  }

  private static let afterName = ["阅读", "评论", "推荐", "编辑", "收藏", "举报", "Views", "Comments"]
  private static let labels = ["原创", "楼主", "作者", "博主", "转载", "首发"]
  private static func isTime(_ word: String) -> Bool {
    word.count >= 4 && word.contains(":") && word.allSatisfy { $0.isASCIIDigit || $0 == ":" }
  }

  private static func name(_ words: [String], _ noNames: Set<String>) -> String? {
    let words = words.prefix { !["on", "in", "updated", "published", "posted", "at"].contains($0.lowercased()) }
    let name = words.joined(separator: " ")
    guard (2...24).contains(name.count), !noNames.contains(name.lowercased()), CalendarDay.find(in: name) == nil,
      !name.contains(where: { "，。！？：；,!?:;|/@()（）#".contains($0) }),
      !noNames.contains(where: { $0.count > 1 && !$0.utf8.first!.isASCIILetter && name.hasPrefix($0) })
    else { return nil }
    return name
  }
}

extension UInt8 {
  fileprivate var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
