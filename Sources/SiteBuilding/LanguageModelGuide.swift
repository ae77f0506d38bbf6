import ContentModel

/// `llms.txt`: what the site is and where its pages stand as Markdown (https://llmstxt.org).
enum LanguageModelGuide {
  static func make(_ model: SiteModel, baseURL: String) -> [UInt8] {
    let configuration = model.configuration, first = model.defaultLanguage
    var text = "# \(configuration.title[first])\n"
    for language in model.routes.languages where !configuration.description[language].isEmpty {
      text += "\n> \(configuration.description[language])\n"
    }
    for language in model.routes.languages {
      for section in [DocumentID.Section.pages, .terms, .questions] {
        let entries = model.order(section, language).ids.compactMap { id -> String? in
          guard id != RouteTable.homeID, let document = model.corpus.document(id, in: language),
            [.published, .proposed].contains(document.status)
          else { return nil }
          let summary = model.body(of: document)?.summary ?? ""
          let address = baseURL + model.routes.document(id, language).path + "index.md"
          return "- [\(oneLine(document.title))](\(address))" + (summary.isEmpty ? "" : ": \(oneLine(summary))")
        }
        guard !entries.isEmpty else { continue }
        text += "\n## \(model.string(section.rawValue, language)) (\(language))\n\n" + entries.joined(separator: "\n") + "\n"
      }
    }
    return Array(text.utf8)
  }

  private static func oneLine(_ text: String) -> String {
    let bytes = text.utf8.map { byte in
      switch byte {
      case 0x0A...0x0D: UInt8(ascii: " ")
      case UInt8(ascii: "["): UInt8(ascii: "(")
      case UInt8(ascii: "]"): UInt8(ascii: ")")
      default: byte
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
