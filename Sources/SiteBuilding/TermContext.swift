import ContentModel
internal import Encodings
internal import Foundation
import HanText
import TemplateEngine

/// The page of a concept.
struct TermContext {
  let page: DocumentContext

  var record: TemplateRecord {
    let document = page.document
    let relations = page.model.relations
    var backlinks = (relations.backlinks[document.id] ?? []).compactMap { backlink($0) }
    for index in backlinks.indices.dropFirst(Self.quotedLimit) { backlinks[index]["sentence"] = .null }
    return page.record(
      kind: "term",
      details: [
        "names": .records(names),
        "definition": page.body.opening.isEmpty ? .null : .html(page.body.opening),
        "field": document.text("field").map { .record(page.tagRecord($0)) } ?? .null,
        "broader": page.references(relations.broader[document.id]),
        "narrower": page.references(relations.narrower[document.id]),
        "see": page.references(relations.see[document.id]),
        "map": NeighbourhoodMap(page: page).value,
        "fullForm": .optional(document.text("full-form")), "year": .optional(document.text("year")),
        "publication": .optional(document.text("publication")), "authors": .optional(document.text("authors")),
        "reference": .optional(document.text("reference")),
        "hasFacts": .bool(["field", "full-form", "year", "reference"].contains { document.text($0) != nil }),
        "backlinks": .records(backlinks), "hasBacklinks": .bool(!backlinks.isEmpty),
      ])
  }

  /// How many mentions are quoted; those behind are named alone. A concept that every page names would outgrow the weight
  /// that a page may have.
  private static let quotedLimit = 60

  /// The concept's names, the page's own language first.
  private var names: [TemplateRecord] {
    let versions = page.model.corpus.versions(of: page.document.id)
    let languages = [page.document.language] + page.model.configuration.languages.filter { $0 != page.document.language }
    return languages.compactMap { language in
      if let version = versions.first(where: { $0.language == language }) {
        return record(
          language, preferred: version.title, abbreviations: version.texts("abbreviation"),
          admitted: version.texts("admitted"), deprecated: version.texts("deprecated"))
      }
      let translation = page.document.texts("translation")
      guard let preferred = translation.first else { return nil }
      return record(language, preferred: preferred, abbreviations: [], admitted: Array(translation.dropFirst()), deprecated: [])
    }
  }

  private func record(
    _ language: LanguageTag, preferred: String, abbreviations: [String], admitted: [String], deprecated: [String]
  ) -> TemplateRecord {
    func texts(_ list: [String]) -> TemplateValue { .list(list.map { .text($0) }) }
    let hasHan = preferred.unicodeScalars.contains { HanScript.contains($0) }
    return [
      "lang": .text(language.rawValue), "langName": .text(CommonContext.name(of: language)), "preferred": .text(preferred),
      "isTitle": .bool(preferred == page.document.title),
      "pinyin": hasHan ? .text(Pinyin.markedSyllables(of: preferred).joined(separator: " ")) : .null,
      "abbreviations": texts(abbreviations), "admitted": texts(admitted), "deprecated": texts(deprecated),
      "hasMore": .bool(!(abbreviations + admitted + deprecated).isEmpty),
    ]
  }

  /// The first sentence that names the concept, from a page in the reader's language or one that exists in no other.
  private func backlink(_ link: SiteRelations.Backlink) -> TemplateRecord? {
    let language = page.language
    guard let origin = page.model.document(link.origin, for: language), origin.language == link.language,
      let mention = page.model.body(of: origin)?.firstMention(of: page.document.id)
    else { return nil }
    let target = page.model.routes.document(link.origin, language)
    let anchor = mention.anchor.map { "#" + PageHead.encode($0) } ?? ""
    return [
      "title": .text(origin.title), "lang": .text(origin.language.rawValue),
      "url": .text(page.permalink.relative(to: target) + anchor), "sentence": .html(Self.marked(mention)),
    ]
  }

  /// The sentence, the words in it that name the concept marked.
  private static func marked(_ mention: RenderedBody.Mention) -> [UInt8] {
    var sentence = mention.sentence
    return sentence.withUTF8 { bytes in
      guard let range = place(of: mention, bytes) else { return Array(XML.escape(mention.sentence).utf8) }
      var html: [UInt8] = []
      html.reserveCapacity(bytes.count + 16)
      html.appendEscaped(UnsafeBufferPointer(rebasing: bytes[..<range.lowerBound]))
      html += "<mark>".utf8
      html.appendEscaped(UnsafeBufferPointer(rebasing: bytes[range]))
      html += "</mark>".utf8
      html.appendEscaped(UnsafeBufferPointer(rebasing: bytes[range.upperBound...]))
      return html
    }
  }

  /// Bytes first, letters of ASCII alike in both cases: nearly all mentions are found so, and Foundation, which knows full
  /// width as well, takes a hundred times as long.
  private static func place(of mention: RenderedBody.Mention, _ sentence: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    var name = mention.text
    let found: Range<Int>? = name.withUTF8 { name in
      guard !name.isEmpty, name.count <= sentence.count else { return nil }
      for start in 0...(sentence.count - name.count) {
        var count = 0
        while count < name.count, lowercase(sentence[start + count]) == lowercase(name[count]) { count += 1 }
        if count == name.count { return start..<start + count }
      }
      return nil
    }
    if let found { return found }
    let text = mention.sentence
    return text.range(of: mention.text, options: [.caseInsensitive, .widthInsensitive]).map {
      text.utf8.distance(from: text.startIndex, to: $0.lowerBound)..<text.utf8.distance(from: text.startIndex, to: $0.upperBound)
    }
  }

  @inline(__always)
  private static func lowercase(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}
