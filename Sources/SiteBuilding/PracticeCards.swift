import ContentModel
internal import Encodings

/// The script of cards for the practice page: one file a language, loaded by that page alone.
enum PracticeCards {
  /// `ciyuanCards([{"id": "questions/…", "question": …, "lang": …, "answer": HTML, "url": address from the root, "tags": […]}]);`
  /// with every question that has a short answer, in the order of their ids.
  static func script(
    language: LanguageTag, corpus: Corpus, routes: RouteTable, answer: (Document) -> [UInt8]
  ) -> String {
    let cards = corpus.ids(in: .questions).compactMap { id -> String? in
      let versions = corpus.versions(of: id)
      guard let document = versions.first(where: { $0.language == language }) ?? versions.first, document.status != .stub else {
        return nil
      }
      let html = answer(document)
      guard !html.isEmpty else { return nil }
      let card = JSONValue.record([
        "id": .text(id.description), "question": .text(document.title), "lang": .text(document.language.rawValue),
        "answer": .text(String(decoding: html, as: UTF8.self)), "url": .text(routes.document(id, language).path),
        "tags": .list(document.tags.map { .text($0) }),
      ])
      return String(decoding: card.bytes, as: UTF8.self)
    }
    return "ciyuanCards([\(cards.joined(separator: ",\n"))]);\n"
  }
}
