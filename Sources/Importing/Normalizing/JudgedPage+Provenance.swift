extension JudgedPage {
  /// What the markup said of the page's origin, then what its `meta` lines say; the first word counts.
  func provenance() -> Provenance {
    var found = document.provenance
    for index in lines.indices where verdicts[index].action == .meta {
      let line = lines[index]
      let several = OriginField.all(line, fields: rules.fields)
      for field in several.isEmpty ? [field(at: index)].compactMap({ $0 }) : several {
        switch field.origin {
        case .author: found.author = found.author ?? field.value
        case .url: found.url = found.url ?? WebAddress.first(in: field.value)
        case .licence: found.licence = found.licence ?? Licence.name(in: field.value)
        case .site: found.site = found.site ?? field.value
        case .published: found.published = found.published ?? CalendarDay.find(in: field.value)
        }
      }
      let text = line.folded.string
      if ["byline", "origin"].contains(verdicts[index].rule) {
        found.author = found.author ?? BylineText.author(in: text, fields: rules.fields)
      }
      found.url = found.url ?? WebAddress.first(in: text)
      found.licence = found.licence ?? Licence.name(in: text)
      found.published = found.published ?? CalendarDay.find(in: text)
    }
    found.site = found.site ?? found.url.flatMap { WebAddress.host(of: $0) }
    return found
  }

  /// Of a column of an export the value may stand on the line below.
  private func field(at index: Int) -> OriginField? {
    let line = lines[index]
    guard verdicts[index].rule == "export-field", !line.content.contains(":"), index + 1 < lines.count else {
      return OriginField(line, fields: rules.fields)
    }
    return OriginField((line.content + [":"] + lines[index + 1].content)[...], fields: rules.fields)
  }
}
