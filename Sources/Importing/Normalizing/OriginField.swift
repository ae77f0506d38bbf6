/// A line of the form `name: value` that says where the page comes from.
struct OriginField {
  let origin: FieldNames.Origin
  let value: String
  /// Whether the name alone tells: `作者` and `原文链接` do, `链接` and `时间` need company.
  let isTelling: Bool

  init?(_ line: PageLine, fields: FieldNames) {
    let text = line.content
    guard text.count <= 300, let colon = text.prefix(24).firstIndex(of: ":"), !line.marked.isAnswer else { return nil }
    let name = String(text[..<colon].filter(\.isWordlike).map(\.lowercased))
    guard let origin = fields.origin(named: name) else { return nil }
    let value = String(text[(colon + 1)...].drop { $0 == " " })
    guard !value.isEmpty else { return nil }
    switch origin {
    case .author, .site: guard value.unicodeScalars.count <= 40, !value.contains("。") else { return nil }
    case .url: guard value.contains("://") || value.hasPrefix("www.") else { return nil }
    case .published: guard CalendarDay.find(in: value) != nil, value.unicodeScalars.count <= 40 else { return nil }
    case .licence: break
    }
    self.origin = origin
    self.value = value
    let needsCompany: Set<String> = ["链接", "link", "source", "原文", "时间", "日期", "date", "来源", "文", "by", "版权", "出处"]
    isTelling = !needsCompany.contains(name)
  }
}
