internal import ContentModel

extension SKOSScheme {
  /// The scheme as Turtle (W3C, RDF 1.1).
  public var turtle: String {
    var blocks = [
      (about.base.map { ["@base <\($0)> ."] } ?? []) + [
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .", "@prefix dcterms: <http://purl.org/dc/terms/> .",
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .",
      ]
    ]
    let tops = concepts.filter(\.broader.isEmpty).map { "<#\($0.slug)>" }
    blocks.append(
      Self.block(
        "<>",
        [
          ("a", ["skos:ConceptScheme"]),
          ("dcterms:title", about.titles.map { Self.literal($0.value, $0.key) }.sorted()),
          ("dcterms:creator", about.creator.isEmpty ? [] : [Self.literal(about.creator)]),
          ("dcterms:rights", about.rights.isEmpty ? [] : [Self.literal(about.rights)]),
          ("skos:hasTopConcept", tops),
        ]))
    for concept in concepts {
      blocks.append(
        Self.block(
          "<#\(concept.slug)>",
          [
            ("a", ["skos:Concept"]), ("skos:inScheme", ["<>"]), ("skos:topConceptOf", concept.broader.isEmpty ? ["<>"] : []),
            ("skos:prefLabel", Self.literals(concept.preferred)), ("skos:altLabel", Self.literals(concept.alternative)),
            ("skos:hiddenLabel", Self.literals(concept.hidden)), ("skos:definition", Self.literals(concept.definitions)),
            ("skos:broader", concept.broader.map { "<#\($0)>" }), ("skos:related", concept.related.map { "<#\($0)>" }),
            ("rdfs:seeAlso", concept.seeAlso.map { "<#\($0)>" }),
          ]))
    }
    for (field, slugs) in members {
      let labels = about.fields[field] ?? [:]
      blocks.append(
        Self.block(
          "<#\(Self.fieldPath(field))>",
          [
            ("a", ["skos:Collection"]),
            ("skos:prefLabel", labels.isEmpty ? [Self.literal(field)] : labels.map { Self.literal($0.value, $0.key) }.sorted()),
            ("skos:member", slugs.map { "<#\($0)>" }),
          ]))
    }
    return blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private static func literals(_ labels: [Label]) -> [String] { labels.map { literal($0.text, $0.language) } }

  private static func block(_ subject: String, _ statements: [(predicate: String, objects: [String])]) -> [String] {
    let lines = statements.filter { !$0.objects.isEmpty }.map { "  \($0.predicate) \($0.objects.joined(separator: ", "))" }
    return [subject] + lines.dropLast().map { $0 + " ;" } + [lines.last! + " ."]
  }

  private static func literal(_ text: String, _ language: LanguageTag? = nil) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default: result.unicodeScalars.append(scalar.value < 0x20 ? " " : scalar)
      }
    }
    return result + "\"" + (language.map { "@\($0)" } ?? "")
  }
}
