extension JudgedPage {
  /// What the markup said of the page's origin, then what its `meta` lines say; the first word counts. A licence that has a name
  /// counts before what a notice says of rights in its own words.
  func provenance() -> Provenance {
    var found = document.provenance, terms: String?
    for index in lines.indices where verdicts[index].action == .meta {
      let line = lines[index]
      let notice = OriginNotice(line, fields: rules.fields)
      let fields = notice?.fields ?? [field(at: index)].compactMap { $0 }
      for field in fields {
        switch field.origin {
        case .author: found.author = found.author ?? field.value
        case .url: found.url = found.url ?? WebAddress.first(in: field.value)
        case .licence: found.licence = found.licence ?? Licence.name(in: field.value)
        case .site: found.site = found.site ?? field.value
        case .published: found.published = found.published ?? CalendarDay.find(in: field.value)
        }
      }
      let text = line.folded.string
      if fields.isEmpty, ["byline", "origin"].contains(verdicts[index].rule) {
        found.author = found.author ?? BylineText.author(in: text, fields: rules.fields)
      }
      found.url = found.url ?? WebAddress.first(in: text)
      found.licence = found.licence ?? Licence.name(in: text)
      found.published = found.published ?? CalendarDay.find(in: text)
      terms = terms ?? notice?.terms ?? OriginNotice.terms(of: line, fields: rules.fields)
    }
    found.licence = found.licence ?? terms
    found.site = found.site ?? found.url.flatMap { WebAddress.host(of: $0) }
    return found
  }

  /// Of a column of an export the value may stand on the line below.
  private func field(at index: Int) -> OriginField? {
    guard let value = columnValues[index] else { return OriginField(lines[index], fields: rules.fields) }
    return OriginField((lines[index].content + [":"] + lines[value].content)[...], fields: rules.fields)
  }
}
