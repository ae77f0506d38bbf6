internal import ContentModel
internal import Encodings

extension SKOSScheme {
  /// The scheme as JSON-LD 1.1: the same graph as ``turtle``.
  public var jsonLD: String {
    var context = about.base.map { ["\"@base\": \(jsonString($0))"] } ?? []
    context += [
      "\"skos\": \"http://www.w3.org/2004/02/skos/core#\"", "\"dcterms\": \"http://purl.org/dc/terms/\"",
      "\"rdfs\": \"http://www.w3.org/2000/01/rdf-schema#\"",
    ]
    context += ["prefLabel", "altLabel", "hiddenLabel", "definition"].map {
      "\"\($0)\": {\"@id\": \"skos:\($0)\", \"@container\": \"@language\"}"
    }
    context += ["inScheme", "topConceptOf", "hasTopConcept", "broader", "related", "member"].map {
      "\"\($0)\": {\"@id\": \"skos:\($0)\", \"@type\": \"@id\"}"
    }
    context += [
      "\"seeAlso\": {\"@id\": \"rdfs:seeAlso\", \"@type\": \"@id\"}",
      "\"title\": {\"@id\": \"dcterms:title\", \"@container\": \"@language\"}",
    ]
    var nodes = [
      Self.object([
        ("@id", Self.quoted("")), ("@type", Self.quoted("skos:ConceptScheme")), ("title", Self.languageMap(about.titles)),
        ("dcterms:creator", about.creator.isEmpty ? nil : Self.quoted(about.creator)),
        ("dcterms:rights", about.rights.isEmpty ? nil : Self.quoted(about.rights)),
        ("hasTopConcept", Self.references(concepts.filter(\.broader.isEmpty).map(\.slug))),
      ])
    ]
    nodes += concepts.map { concept in
      Self.object([
        ("@id", Self.quoted("#\(concept.slug)")), ("@type", Self.quoted("skos:Concept")), ("inScheme", Self.quoted("")),
        ("topConceptOf", concept.broader.isEmpty ? Self.quoted("") : nil), ("prefLabel", Self.languageMap(concept.preferred)),
        ("altLabel", Self.languageMap(concept.alternative)), ("hiddenLabel", Self.languageMap(concept.hidden)),
        ("definition", Self.languageMap(concept.definitions)), ("broader", Self.references(concept.broader)),
        ("related", Self.references(concept.related)), ("seeAlso", Self.references(concept.seeAlso)),
      ])
    }
    nodes += members.map { field, slugs in
      let labels = about.fields[field] ?? [:]
      return Self.object([
        ("@id", Self.quoted("#\(Self.fieldPath(field))")), ("@type", Self.quoted("skos:Collection")),
        labels.isEmpty ? ("skos:prefLabel", Self.quoted(field)) : ("prefLabel", Self.languageMap(labels)),
        ("member", Self.references(slugs)),
      ])
    }
    return """
      {
        "@context": {
          \(context.joined(separator: ",\n    "))
        },
        "@graph": [
          \(nodes.joined(separator: ",\n    "))
        ]
      }

      """
  }

  /// The fragment under which a subject field is named: no slug holds a `/`.
  static func fieldPath(_ field: String) -> String { "field/" + PercentEncoding.encode(field, keeping: .pathPart) }

  private static func quoted(_ text: String) -> String { jsonString(text) }

  private static func object(_ members: [(String, String?)]) -> String {
    "{" + members.compactMap { key, value in value.map { "\(quoted(key)): \($0)" } }.joined(separator: ", ") + "}"
  }

  private static func references(_ slugs: [String]) -> String? {
    slugs.isEmpty ? nil : "[" + slugs.map { quoted("#\($0)") }.joined(separator: ", ") + "]"
  }

  private static func languageMap(_ labels: [LanguageTag: String]) -> String? {
    languageMap(labels.map { Label(language: $0.key, text: $0.value) })
  }

  private static func languageMap(_ labels: [Label]) -> String? {
    if labels.isEmpty { return nil }
    let byLanguage = Dictionary(grouping: labels, by: \.language).sorted { $0.key < $1.key }
    return object(byLanguage.map { ($0.rawValue, "[" + $1.sorted().map { quoted($0.text) }.joined(separator: ", ") + "]") })
  }
}
