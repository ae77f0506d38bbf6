package import Terminology

extension NormalizedDocument {
  /// The page as one line of JSON: path, lines with their verdicts, items, terms, provenance. For HTML, whose lines exist
  /// nowhere else, and where `isWhole`, each line carries its text and each item its Markdown.
  package func jsonLine(terms: [MinedTerm], isWhole: Bool = false) -> String {
    let hasOwnLines = isWhole || document.format == .html
    var json = JSONText()
    json.raw("{\"path\":")
    json.string(document.path)
    json.raw(",\"lines\":")
    json.list(judgedLines) { json, pair in
      let (line, verdict) = pair
      json.raw("{\"line\":")
      json.number(verdict.line)
      json.raw(",\"action\":")
      json.string(verdict.action.rawValue)
      json.raw(",\"rule\":")
      json.string(verdict.rule)
      if !verdict.evidence.isEmpty {
        json.raw(",\"evidence\":")
        json.string(verdict.evidence)
      }
      if hasOwnLines {
        json.raw(",\"text\":")
        json.string(line.text)
      }
      json.raw("}")
    }
    json.raw(",\"items\":")
    json.list(items) { json, item in
      json.raw("{\"title\":")
      json.string(item.writtenTitle)
      json.raw(",\"kind\":")
      json.string(item.kind.rawValue)
      json.raw(",\"lines\":[")
      json.number(item.lines.lowerBound)
      json.raw(",")
      json.number(item.lines.upperBound)
      json.raw("],\"answered\":")
      json.bool(item.answered)
      if hasOwnLines {
        json.raw(",\"markdown\":")
        json.string(item.body.markdown)
      }
      json.raw("}")
    }
    json.raw(",\"terms\":")
    json.list(terms) { json, term in
      json.raw("{\"zh\":")
      json.optional(term.chinese)
      json.raw(",\"en\":")
      json.optional(term.english)
      json.raw(",\"abbreviation\":")
      json.optional(term.abbreviation)
      json.raw(",\"aliases\":")
      json.list(term.aliases) { json, alias in json.string(alias) }
      json.raw(",\"line\":")
      json.number(term.line)
      json.raw("}")
    }
    json.raw(",\"provenance\":{")
    let fields = [
      ("author", provenance.author), ("url", provenance.url), ("licence", provenance.licence),
      ("published", provenance.published), ("title", provenance.title), ("site", provenance.site),
    ].filter { $0.1 != nil }
    for (index, field) in fields.enumerated() {
      if index > 0 { json.raw(",") }
      json.string(field.0)
      json.raw(":")
      json.optional(field.1)
    }
    json.raw("}}")
    return json.text
  }
}
