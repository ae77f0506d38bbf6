internal import HanText

/// A line of the form `name: value` that says where the page comes from.
struct OriginField {
  let origin: FieldNames.Origin
  let value: String
  /// Whether the name alone tells: `作者` and `原文链接` do, `链接` and `时间` need company.
  let isTelling: Bool

  init?(_ line: PageLine, fields: FieldNames) {
    guard !line.marked.isAnswer, !line.isCode else { return nil }
    self.init(line.content, fields: fields)
  }

  /// `文 / 小林`: between spaces.
  private static func slash(in text: ArraySlice<Unicode.Scalar>) -> Int? {
    text.firstIndex { $0 == "/" }.flatMap { index in
      index > text.startIndex && index + 1 < text.endIndex && text[index - 1] == " " && text[index + 1] == " " ? index : nil
    }
  }

  init?(_ text: ArraySlice<Unicode.Scalar>, fields: FieldNames) {
    let separators = text.prefix(24)
    guard text.count <= 300,
      let colon = separators.firstIndex(of: ":") ?? separators.firstIndex(where: { $0.isOne(of: "|\u{4E28}") })
        ?? Self.slash(in: separators)
    else { return nil }
    let name = String(text[..<colon].filter(\.isWordlike).map(\.keyed))
    guard let origin = fields.origin(named: name) else { return nil }
    var value = String(text[(colon + 1)...].drop { $0 == " " })
    if text[colon] != ":" {
      // `作者 | 张三 责编 | 李四`; a table has other columns.
      guard origin == .author || origin == .site, text[colon] != "/" || !value.contains("/") && value.unicodeScalars.count <= 24 else {
        return nil
      }
      if value.contains(where: { $0 == "|" || $0 == "\u{4E28}" }) { value = String(value.prefix { $0 != " " }) }
    }
    if origin == .author || origin == .site { value = Self.withoutFurtherFields(value, fields) }
    guard !value.isEmpty else { return nil }
    switch origin {
    case .author, .site: guard value.unicodeScalars.count <= 40, !value.contains("。") else { return nil }
    case .url: guard value.contains("http://") || value.contains("https://") || value.hasPrefix("www.") else { return nil }
    case .published: guard CalendarDay.find(in: value) != nil, value.unicodeScalars.count <= 40 else { return nil }
    case .licence: break
    }
    self.origin = origin
    self.value = value
    isTelling = text[colon] == "/" || !Self.needsCompany.contains(name)
  }

  /// `张三 发布时间：2023-01-02 阅读 1万`: what stands before the next field of the line.
  private static func withoutFurtherFields(_ value: String, _ fields: FieldNames) -> String {
    let words = value.split(separator: " ")
    let own = words.enumerated().prefix { position, word in
      guard position > 0 else { return true }
      let name = word.prefix { $0 != ":" }.lowercased()
      return fields.origin(named: name) == nil && !fields.noNames.contains(name) && CalendarDay.find(in: String(word)) == nil
    }
    return own.map(\.element).joined(separator: " ")
  }

  private static let needsCompany: Set<String> = [
    "链接", "link", "source", "原文", "时间", "日期", "date", "来源", "文", "by", "版权", "出处",
  ]
}
