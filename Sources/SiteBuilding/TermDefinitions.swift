import ContentModel
internal import Encodings

/// The script that holds every concept's definition for the previews: one file a language, loaded on the first preview.
enum TermDefinitions {
  /// `ciyuanTerms({"slug": [title, other title, definition, address]});`, addresses relative to the site's root.
  static func script(
    language: LanguageTag, corpus: Corpus, routes: RouteTable, definitions: (Document) -> String
  ) -> String {
    var entries: [String] = []
    for id in corpus.ids(in: .terms) {
      let versions = corpus.versions(of: id)
      guard let document = versions.first(where: { $0.language == language }) ?? versions.first else { continue }
      let other = versions.first { $0.language != document.language }?.title ?? document.texts("translation").first ?? ""
      let fields = [document.title, other, definitions(document), routes.document(id, language).path].map(jsonString)
      entries.append("\(jsonString(id.slug)):[\(fields.joined(separator: ","))]")
    }
    return "ciyuanTerms({\(entries.joined(separator: ",\n"))});\n"
  }
}
