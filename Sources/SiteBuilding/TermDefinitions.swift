import ContentModel

/// The script that holds every concept's definition for the previews: one file a language, loaded on the first preview.
enum TermDefinitions {
  /// `ciyuanTerms({"slug": [title, other title, definition, address]});`, addresses relative to the site's root.
  static func script(
    language: LanguageTag, corpus: Corpus, routes: RouteTable, summaries: (Document) -> String
  ) -> String {
    var entries: [String] = []
    for id in corpus.ids(in: .terms) {
      let versions = corpus.versions(of: id)
      guard let document = versions.first(where: { $0.language == language }) ?? versions.first else { continue }
      let other = versions.first { $0.language != document.language }?.title ?? document.texts("translation").first ?? ""
      let fields = [document.title, other, summaries(document), routes.document(id, language).path].map(literal)
      entries.append("\(literal(id.slug)):[\(fields.joined(separator: ","))]")
    }
    return "ciyuanTerms({\(entries.joined(separator: ",\n"))});\n"
  }

  /// A JSON string that is also safe in a script: `<`, U+2028 and U+2029 are escaped.
  private static func literal(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "<", "\u{2028}", "\u{2029}", "\u{0}"..."\u{1F}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
